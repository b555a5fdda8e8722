using Stepwise.Differential.Places;
using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Running;

/// <summary>The cases in which C# throws and the definition may continue, as docs/expressions.md says.</summary>
internal static class Unchecked
{
    private static readonly HashSet<string> _comparisons = new(["equality", "order", "instantOrder", "dateOrder", "textEquals"], StringComparer.Ordinal);

    /// <summary>Whether the definition may continue.</summary>
    /// <param name="exception">What C# throws.</param>
    /// <param name="body">The body that throws it.</param>
    /// <param name="language">The query language of the state.</param>
    /// <param name="isChoice">Whether the state is a Choice.</param>
    /// <param name="ownTypes">Types that only this state uses, in C#. Null if there is no such type.</param>
    public static bool Is(Exception exception, Node body, Language language, bool isChoice, string? ownTypes) => exception switch
    {
        OverflowException => true,
        IndexOutOfRangeException or ArgumentOutOfRangeException or KeyNotFoundException => IsLenient(body, language, isChoice),
        NullReferenceException or ArgumentNullException => HidesNull(body, ownTypes) && IsLenient(body, language, isChoice),
        _ => false,
    };

    /// <summary>
    /// Whether the definition does not read all that C# reads. JSONata gives nothing for what is missing, and the rules of a JSONPath Choice take it for null.
    /// In JSONPath a path is not read where it is an argument that the method does not read, where it is compared with a constant null, or where every value matches the pattern.
    /// </summary>
    private static bool IsLenient(Node body, Language language, bool isChoice) =>
        language is not Language.JsonPath || isChoice || body.All().Any(static node => node.Kind == "members" || IsComparedWithNull(node) || IsAlwaysMatched(node));

    /// <summary>Whether a node compares a value with a constant null, so that the definition does not read the value.</summary>
    private static bool IsComparedWithNull(Node node) => _comparisons.Contains(node.Kind) && node.Children.Any(static child => child.Kind == "null");

    /// <summary>Whether a node tests a value with a pattern that every value matches, so that the definition does not read the value.</summary>
    private static bool IsAlwaysMatched(Node node) => node.Kind == "is" && node.Children is [_, var pattern] && MatchesAll(pattern);

    private static bool MatchesAll(Node pattern) => pattern.Kind is "discard" or "varPattern" or "anyPattern"
        || (pattern.Kind == "andPattern" && pattern.Children.All(MatchesAll))
        || (pattern.Kind == "orPattern" && pattern.Children.Any(MatchesAll));

    /// <summary>Whether C# does not warn about everything that may be null: the body has <c>!</c>, or reads what was declared without nullable annotations.</summary>
    /// <param name="body">The body.</param>
    /// <param name="ownTypes">Types that only its state uses, in C#. Null if there is no such type.</param>
    public static bool HidesNull(Node body, string? ownTypes) => ownTypes?.Contains("#nullable disable", StringComparison.Ordinal) == true
        || body.All().Any(static node => node.Kind == "suppression" || node.Type?.Nullness is Nullness.Oblivious);
}

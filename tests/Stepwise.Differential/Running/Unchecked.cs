using Stepwise.Differential.Places;
using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Running;

/// <summary>The cases in which C# throws and the definition may continue, as docs/expressions.md says.</summary>
internal static class Unchecked
{
    /// <summary>Whether the definition may continue. A state of JSONPath fails, but the rules of a Choice take a member of null for null.</summary>
    /// <param name="exception">What C# throws.</param>
    /// <param name="body">The body that throws it.</param>
    /// <param name="language">The query language of the state.</param>
    /// <param name="isChoice">Whether the state is a Choice.</param>
    /// <param name="ownTypes">Types that only this state uses, in C#; null for none.</param>
    public static bool Is(Exception exception, Node body, Language language, bool isChoice, string? ownTypes) => exception switch
    {
        OverflowException => true,
        IndexOutOfRangeException or ArgumentOutOfRangeException or KeyNotFoundException => language is not Language.JsonPath,
        NullReferenceException => (HidesNull(body) || ownTypes?.Contains("#nullable disable", StringComparison.Ordinal) == true) && (language is not Language.JsonPath || isChoice),
        _ => false,
    };

    /// <summary>Whether C# does not warn about everything that may be null: the body has <c>!</c>, or reads what was declared without nullable annotations.</summary>
    public static bool HidesNull(Node body) => body.All().Any(static node => node.Kind == "suppression" || node.Type?.Nullness is Nullness.Oblivious);
}

using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Symbols;

/// <summary>Checks the name of a value. The value becomes a field of the document or a variable, and a parameter of that name reads it.</summary>
internal static class ValueNames
{
    public static readonly string Rule = $"it must be a C# identifier of at most {Limits.NameLength} characters, because a parameter of that name reads it";

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= Limits.NameLength && Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(name);
}

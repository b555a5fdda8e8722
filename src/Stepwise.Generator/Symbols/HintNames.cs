using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Symbols;

/// <summary>Makes the names of generated files. They are readable, limited in length, and unique even on a file system that ignores case.</summary>
internal static class HintNames
{
    private const int MaximumLength = 80;

    public static string Of(INamedTypeSymbol type)
    {
        var full = new StringBuilder();
        Append(full, type);
        var name = full.ToString();
        var readable = new StringBuilder(MaximumLength + 9);
        for (var i = Math.Max(0, name.Length - MaximumLength); i < name.Length; i++)
        {
            readable.Append(Ascii.IsLetterOrDigit(name[i]) || name[i] is '_' or '.' ? name[i] : '_');
        }

        return readable.Append('.').Append(Hash(name).ToString("x8", CultureInfo.InvariantCulture)).ToString();
    }

    /// <summary>Appends the full name. A metadata name has the number of type parameters: a class and a generic class of the same name are two classes.</summary>
    private static void Append(StringBuilder builder, ISymbol symbol)
    {
        if (symbol.ContainingSymbol is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false })
        {
            Append(builder, symbol.ContainingSymbol);
            builder.Append('.');
        }

        builder.Append(symbol.MetadataName);
    }

    /// <summary>FNV-1a: the same on every machine and in every run.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash;
    }
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Generator.Incremental;

/// <summary>Keeps what was read of each workflow class. A transform runs again for every class after every edit anywhere in the project. Most edits are edits of bodies
/// that no reading depends on, and then the earlier reading is returned.</summary>
/// <remarks>Readings are plain data. The table is weak by syntax tree, so that readings go with the last compilation that has the class's file.</remarks>
/// <typeparam name="T">The type of a reading.</typeparam>
internal sealed class ReadingMemo<T>
{
    /// <summary>How many readings of one declaration are kept: projects that compile one file for several frameworks share its tree.</summary>
    private const int MostReadings = 4;

    private readonly CompilationStamps _stamps;
    private readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<int, Entry[]>> _readings = new();

    public ReadingMemo(CompilationStamps stamps) => _stamps = stamps;

    /// <summary>Finds the reading of a declaration from a compilation in which the declaration means the same.</summary>
    public bool TryGet(TypeDeclarationSyntax declaration, Compilation compilation, out T reading)
    {
        if (_readings.TryGetValue(declaration.SyntaxTree, out var ofTree) && ofTree.TryGetValue(declaration.SpanStart, out var entries))
        {
            var stamp = _stamps.Of(compilation);
            foreach (var entry in entries)
            {
                if (entry.Stamp.Equals(stamp) && entry.Trees.AreIn(compilation))
                {
                    reading = entry.Reading;
                    return true;
                }
            }
        }

        reading = default!;
        return false;
    }

    /// <summary>Keeps the reading of a declaration.</summary>
    public void Add(TypeDeclarationSyntax declaration, Compilation compilation, SourceTrees trees, T reading)
    {
        var entry = new Entry(_stamps.Of(compilation), trees, reading);
        _readings.GetOrCreateValue(declaration.SyntaxTree).AddOrUpdate(declaration.SpanStart, [entry], (_, entries) => [entry, .. entries.Take(MostReadings - 1)]);
    }

    private sealed record Entry(CompilationStamp Stamp, SourceTrees Trees, T Reading);
}

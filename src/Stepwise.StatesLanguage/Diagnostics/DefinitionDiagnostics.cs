using System.Collections;

namespace Stepwise.StatesLanguage.Diagnostics;

/// <summary>Collects diagnostics in the order in which they are found.</summary>
public sealed class DefinitionDiagnostics : IReadOnlyList<DefinitionDiagnostic>
{
    private readonly List<DefinitionDiagnostic> _items = [];

    /// <summary>How many there are.</summary>
    public int Count => _items.Count;

    /// <summary>Whether there is an error among them.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>A diagnostic.</summary>
    /// <param name="index">Its place, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such diagnostic.</exception>
    public DefinitionDiagnostic this[int index] => _items[index];

    /// <summary>Adds a diagnostic.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    public void Add(DefinitionDiagnostic diagnostic)
    {
        _items.Add(diagnostic);
        HasErrors |= diagnostic.Severity == DefinitionSeverity.Error;
    }

    /// <inheritdoc/>
    public IEnumerator<DefinitionDiagnostic> GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}

using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Symbols;

/// <summary>Collects places, findings and types while one workflow class is read. It lives only while the class is read; only plain data leaves it.</summary>
internal sealed class ReadingContext
{
    private readonly List<Location> _locations = [];
    private readonly List<DiagnosticInfo> _diagnostics = [];

    public ReadingContext(Compilation compilation, Naming naming, CancellationToken cancellationToken)
    {
        Compilation = compilation;
        CancellationToken = cancellationToken;
        Types = new TypeReader(naming, cancellationToken);
    }

    public Compilation Compilation { get; }

    public CancellationToken CancellationToken { get; }

    public TypeReader Types { get; }

    /// <summary>The places, by anchor.</summary>
    public IReadOnlyList<Location> Locations => _locations;

    public IReadOnlyList<DiagnosticInfo> Diagnostics => _diagnostics;

    /// <summary>Keeps a place. Anchors are numbered in reading order, so that an edit of trivia changes none.</summary>
    public int Anchor(Location location)
    {
        _locations.Add(location);
        return _locations.Count - 1;
    }

    public int Anchor(SyntaxNode node) => Anchor(node.GetLocation());

    public int Anchor(SyntaxToken token) => Anchor(token.GetLocation());

    public void Report(string id, int anchor, params string[] arguments) => _diagnostics.Add(new DiagnosticInfo(id, anchor, arguments));

    public void Report(DiagnosticInfo diagnostic) => _diagnostics.Add(diagnostic);
}

using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Symbols;

/// <summary>Collects places, findings and types while one workflow class is read. It lives only while the class is read; only plain data leaves it.</summary>
internal sealed class ReadingContext
{
    private readonly List<Location> _locations = [];
    private readonly Dictionary<Location, int> _anchors = [];
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

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

    /// <summary>The files of methods and initial values that bodies use.</summary>
    public IReadOnlyCollection<SyntaxTree> Used => _models.Keys;

    /// <summary>Keeps a place. Anchors are numbered in reading order, so that an edit of trivia changes none. A place that is read again, as a method is with each call,
    /// has one anchor, so that what is found there is reported once.</summary>
    public int Anchor(Location location)
    {
        if (!_anchors.TryGetValue(location, out var anchor))
        {
            anchor = _locations.Count;
            _locations.Add(location);
            _anchors.Add(location, anchor);
        }

        return anchor;
    }

    public int Anchor(SyntaxNode node) => Anchor(node.GetLocation());

    public int Anchor(SyntaxToken token) => Anchor(token.GetLocation());

    /// <summary>The model of a file whose methods or initial values a body uses. What is read depends on the whole file from then on.</summary>
    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model))
        {
            model = Compilation.GetSemanticModel(tree);
            _models.Add(tree, model);
        }

        return model;
    }

    public void Report(string id, int anchor, params string[] arguments) => _diagnostics.Add(new DiagnosticInfo(id, anchor, arguments));

    public void Report(DiagnosticInfo diagnostic) => _diagnostics.Add(diagnostic);
}

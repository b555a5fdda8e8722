using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Architecture.Tests;

/// <summary>
/// Finds which room uses which. A file uses a room if it names a type or a member that is declared there, or if an expression in it has a type of that room:
/// for example the type of a <c>var</c>, a <c>new()</c> or a lambda parameter. Names in documentation comments and in <c>using</c> directives do not count.
/// </summary>
internal sealed class UseFinder
{
    private readonly IReadOnlyList<BoundProject> _projects;
    private readonly Dictionary<string, BoundProject> _byName;
    private readonly ConcurrentBag<Place> _unbound = [];

    public UseFinder(IReadOnlyList<BoundProject> projects)
    {
        _projects = projects;
        _byName = projects.ToDictionary(static project => project.Compilation.AssemblyName!, StringComparer.Ordinal);
    }

    /// <summary>The places where <see cref="Find"/> found an expression of unknown type. What is used there is unknown, too.</summary>
    public IReadOnlyCollection<Place> Unbound => _unbound;

    /// <summary>Returns the uses between different rooms, each with its first place in the order of files.</summary>
    public IReadOnlyList<Use> Find() =>
    [
        .. _projects
            .SelectMany(static project => project.OwnTrees.Select(tree => (project, tree)))
            .AsParallel().AsOrdered()
            .SelectMany(file => UsesIn(file.project, file.tree))
            .AsSequential()
            .GroupBy(static use => (use.From, use.To), static (_, uses) => uses.MinBy(static use => (use.Place.File, use.Place.Line), PlaceOrder)!),
    ];

    private static Comparer<(string File, int Line)> PlaceOrder { get; } =
        Comparer<(string File, int Line)>.Create(static (x, y) => string.CompareOrdinal(x.File, y.File) is not 0 and var order ? order : x.Line.CompareTo(y.Line));

    private List<Use> UsesIn(BoundProject project, SyntaxTree tree)
    {
        var from = project.RoomOf(tree.FilePath);
        var uses = new Dictionary<Room, Use>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var model = project.Compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes(static node => node is not UsingDirectiveSyntax))
        {
            if (node is SimpleNameSyntax)
            {
                Add(model.GetSymbolInfo(node).Symbol);
            }

            if (node is ExpressionSyntax)
            {
                var type = model.GetTypeInfo(node);
                Add(type.Type);
                Add(type.ConvertedType);
                if (type.Type is IErrorTypeSymbol && node is SimpleNameSyntax { Identifier.ValueText: not "nameof" })
                {
                    _unbound.Add(Place.Of(node));
                }
            }

            if (node is ParameterSyntax or SingleVariableDesignationSyntax)
            {
                Add(model.GetDeclaredSymbol(node) switch
                {
                    IParameterSymbol parameter => parameter.Type,
                    ILocalSymbol local => local.Type,
                    _ => null,
                });
            }

            void Add(ISymbol? symbol)
            {
                foreach (var used in TypesOf(symbol))
                {
                    if (seen.Add(used) && RoomOf(used, project) is { } to && to != from)
                    {
                        uses.TryAdd(to, new Use(from, to, used.Name, Place.Of(node)));
                    }
                }
            }
        }

        return [.. uses.Values];
    }

    /// <summary>Returns the types that a symbol uses: itself or the type that declares it, and type arguments and element types.</summary>
    private static IEnumerable<INamedTypeSymbol> TypesOf(ISymbol? symbol) => symbol switch
    {
        IArrayTypeSymbol array => TypesOf(array.ElementType),
        IPointerTypeSymbol pointer => TypesOf(pointer.PointedAtType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.SelectMany(static element => TypesOf(element.Type)),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(TypesOf).Prepend(named.OriginalDefinition),
        ITypeSymbol or INamespaceSymbol or null => [],
        IMethodSymbol method => method.TypeArguments.SelectMany(TypesOf).Concat(TypesOf(method.ContainingType)),
        _ => TypesOf(symbol.ContainingType),
    };

    /// <summary>Returns the room that declares a type, or null for types of other assemblies. A type of the same compilation belongs to the project whose folder contains its file, because the file can be linked.</summary>
    private Room? RoomOf(INamedTypeSymbol type, BoundProject user)
    {
        if (type.IsAnonymousType)
        {
            return null;
        }

        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, user.Compilation.Assembly))
        {
            return _byName.TryGetValue(type.ContainingAssembly?.Name ?? "", out var referenced) ? new Room(referenced.Name, referenced.RoomName(type.ContainingNamespace.ToDisplayString())) : null;
        }

        return type.DeclaringSyntaxReferences is [{ SyntaxTree.FilePath: var file }, ..] && _projects.FirstOrDefault(candidate => candidate.Owns(file)) is { } owner
            ? owner.RoomOf(file)
            : null;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Generator.Symbols;

/// <summary>Tells Stepwise's attributes from all others by the type that the compiler binds them to: other libraries have a <c>[Retry]</c>, too, and an alias can have any name.</summary>
/// <remarks>It lives as long as one <see cref="WorkflowClass"/>: one pass of the generator or of the analyzer over one class. A name is bound once per part of the class, because to bind each attribute would cost more than all else that is read.
/// Within a part a name means the same everywhere: also the attributes of the class itself see its nested types.</remarks>
internal sealed class StepwiseAttributes
{
    private static readonly List<AttributeUse> _none = [];

    private readonly IAssemblySymbol _assembly;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<(TypeDeclarationSyntax? Part, string Name), INamedTypeSymbol?> _classes = [];
    private SemanticModel? _model;

    /// <param name="type">The class. The compiler has bound its own attributes already, to find it, and members have attributes of the same names.</param>
    /// <param name="assembly">The assembly that has Stepwise's attributes.</param>
    /// <param name="compilation">The compilation that has the class.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public StepwiseAttributes(INamedTypeSymbol type, IAssemblySymbol assembly, Compilation compilation, CancellationToken cancellationToken)
    {
        _assembly = assembly;
        _compilation = compilation;
        _cancellationToken = cancellationToken;
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { Parent.Parent: TypeDeclarationSyntax part } syntax)
            {
                _classes[(part, NameOf(syntax.Name))] = OwnOrNull(attribute.AttributeClass);
            }
        }
    }

    /// <summary>Stepwise's attributes on a class, a method or a parameter, in the order of the source.</summary>
    public List<AttributeUse> On(SyntaxNode declaration)
    {
        var lists = declaration switch
        {
            MemberDeclarationSyntax member => member.AttributeLists,
            ParameterSyntax parameter => parameter.AttributeLists,
            _ => default,
        };
        if (lists.Count == 0)
        {
            return _none;
        }

        var part = declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var result = _none;
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (ClassOf(attribute, part) is { } type)
                {
                    result = result.Count == 0 ? [] : result;
                    result.Add(new AttributeUse(attribute, type, ModelOf(attribute), _cancellationToken));
                }
            }
        }

        return result;
    }

    /// <summary>Stepwise's attribute of that name on a class, a method or a parameter; null if it has none.</summary>
    public AttributeUse? Find(SyntaxNode declaration, string name)
    {
        foreach (var use in On(declaration))
        {
            if (use.Name == name)
            {
                return use;
            }
        }

        return null;
    }

    /// <summary>The model of the file that a node stands in. Nodes come file by file, so that the last model is the one that is asked for next.</summary>
    public SemanticModel ModelOf(SyntaxNode node) => _model?.SyntaxTree == node.SyntaxTree ? _model : _model = _compilation.GetSemanticModel(node.SyntaxTree);

    /// <summary>The attribute's class if it is one of Stepwise's.</summary>
    private INamedTypeSymbol? ClassOf(AttributeSyntax attribute, TypeDeclarationSyntax? part)
    {
        var key = (part, NameOf(attribute.Name));
        if (!_classes.TryGetValue(key, out var type))
        {
            type = OwnOrNull(Bind(attribute, part));
            _classes.Add(key, type);
        }

        return type;
    }

    /// <summary>Binds an attribute's name without its arguments, which would cost several times as much as the name.</summary>
    private INamedTypeSymbol? Bind(AttributeSyntax attribute, TypeDeclarationSyntax? part)
    {
        // Names mean the same at the brace as in the attribute, and to ask there makes no model of the attribute.
        var position = part is { OpenBraceToken: { RawKind: not 0, IsMissing: false } brace } ? brace.SpanStart : attribute.SpanStart;
        var bound = ModelOf(attribute).GetSpeculativeSymbolInfo(position, SyntaxFactory.Attribute(attribute.Name));

        // Most constructors need arguments, so that none fits. Each of them is one of the class that is looked for.
        var constructor = bound.CandidateReason is CandidateReason.OverloadResolutionFailure ? bound.CandidateSymbols.FirstOrDefault() : bound.Symbol;
        return constructor is IMethodSymbol { MethodKind: MethodKind.Constructor } ? constructor.ContainingType : null;
    }

    private INamedTypeSymbol? OwnOrNull(INamedTypeSymbol? type) =>
        type is not null and not IErrorTypeSymbol && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _assembly) ? type : null;

    /// <summary>The name as it is looked up: type arguments make no difference, but their number does.</summary>
    private static string NameOf(NameSyntax name) => name switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.Text,
        GenericNameSyntax generic => generic.Identifier.Text + "`" + generic.Arity,
        _ => name.ToString(),
    };
}

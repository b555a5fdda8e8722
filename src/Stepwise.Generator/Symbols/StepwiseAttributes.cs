using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stepwise.Generator.Symbols;

/// <summary>Tells Stepwise's attributes from all others by the type that the compiler binds them to: other libraries have a <c>[Retry]</c>, too, and an alias can have any name.</summary>
/// <remarks>It lives as long as one pass over one class. A name is bound once per part of the class, because to bind each attribute would cost more than all else that is read.
/// Within a part a name means the same everywhere: also the attributes of the class itself see its nested types.</remarks>
internal sealed class StepwiseAttributes
{
    private static readonly List<AttributeUse> None = [];

    private readonly IAssemblySymbol assembly;
    private readonly Compilation compilation;
    private readonly CancellationToken cancellationToken;
    private readonly Dictionary<(TypeDeclarationSyntax? Part, string Name), INamedTypeSymbol?> classes = [];
    private SemanticModel? model;

    /// <param name="assembly">The assembly that has Stepwise's attributes.</param>
    /// <param name="compilation">The compilation that has the class.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public StepwiseAttributes(IAssemblySymbol assembly, Compilation compilation, CancellationToken cancellationToken)
    {
        this.assembly = assembly;
        this.compilation = compilation;
        this.cancellationToken = cancellationToken;
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
            return None;
        }

        var part = declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var result = None;
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (ClassOf(attribute, part) is { } type)
                {
                    result = result.Count == 0 ? [] : result;
                    result.Add(new AttributeUse(attribute, type, ModelOf(attribute), cancellationToken));
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

    /// <summary>The attribute's class if it is one of Stepwise's. While its arguments are being typed no constructor fits, but the name is bound all the same.</summary>
    private INamedTypeSymbol? ClassOf(AttributeSyntax attribute, TypeDeclarationSyntax? part)
    {
        var key = (part, NameOf(attribute.Name));
        if (!classes.TryGetValue(key, out var type))
        {
            type = ModelOf(attribute).GetTypeInfo(attribute, cancellationToken).Type as INamedTypeSymbol;
            if (type is IErrorTypeSymbol || !SymbolEqualityComparer.Default.Equals(type?.ContainingAssembly, assembly))
            {
                type = null;
            }

            classes.Add(key, type);
        }

        return type;
    }

    private SemanticModel ModelOf(SyntaxNode node) => model?.SyntaxTree == node.SyntaxTree ? model : model = compilation.GetSemanticModel(node.SyntaxTree);

    /// <summary>The name as it is looked up: type arguments make no difference, but their number does.</summary>
    private static string NameOf(NameSyntax name) => name switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.Text,
        GenericNameSyntax generic => generic.Identifier.Text + "`" + generic.Arity,
        _ => name.ToString(),
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Symbols;

/// <summary>An attribute in the source. Arguments that are literals are read from syntax, because this runs for every workflow at every keystroke. For other arguments
/// the semantic model is asked.</summary>
internal readonly struct AttributeUse
{
    private readonly INamedTypeSymbol _type;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;

    /// <param name="syntax">The attribute.</param>
    /// <param name="type">The class of the attribute. If the class is generic, its type argument may come from another use of the attribute.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public AttributeUse(AttributeSyntax syntax, INamedTypeSymbol type, SemanticModel model, CancellationToken cancellationToken)
    {
        Syntax = syntax;
        _type = type;
        _model = model;
        _cancellationToken = cancellationToken;
    }

    public AttributeSyntax Syntax { get; }

    /// <summary>The name of the attribute's class, without the suffix <c>Attribute</c>. The source may call it by an alias.</summary>
    public string Name => _type.Name.Substring(0, _type.Name.Length - "Attribute".Length);

    /// <summary>The type argument of a generic attribute, or the alias that stands for the attribute with its type argument. It is null if the attribute is not generic.</summary>
    public TypeSyntax? TypeArgument => _type.Arity == 0 ? null : WrittenTypeArgument ?? (TypeSyntax)Syntax.Name;

    private TypeSyntax? WrittenTypeArgument => RightMost(Syntax.Name) is GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } arguments } ? arguments[0] : null;

    /// <summary>The type that the type argument names.</summary>
    public ITypeSymbol? TypeArgumentSymbol() =>
        _type.Arity == 0 ? null : WrittenTypeArgument is { } written ? _model.GetTypeInfo(written, _cancellationToken).Type : _type.TypeArguments[0];

    /// <summary>The expression of a positional argument, <paramref name="position"/> from 0, or of the constructor's parameter of that name.</summary>
    public ExpressionSyntax? Positional(int position, string parameter)
    {
        if (Syntax.ArgumentList is not { } list)
        {
            return null;
        }

        var index = 0;
        foreach (var argument in list.Arguments)
        {
            if (argument.NameEquals is not null)
            {
                continue;
            }

            if (argument.NameColon is { } colon ? colon.Name.Identifier.ValueText == parameter : index == position)
            {
                return argument.Expression;
            }

            index++;
        }

        return null;
    }

    /// <summary>The expressions of all positional arguments. An array is replaced by its elements.</summary>
    public List<ExpressionSyntax> AllPositional()
    {
        var result = new List<ExpressionSyntax>();
        if (Syntax.ArgumentList is { } list)
        {
            foreach (var argument in list.Arguments)
            {
                if (argument.NameEquals is null)
                {
                    AddElements(argument.Expression, result);
                }
            }
        }

        return result;
    }

    /// <summary>The elements of an array.</summary>
    public static List<ExpressionSyntax> Elements(ExpressionSyntax expression)
    {
        var result = new List<ExpressionSyntax>();
        AddElements(expression, result);
        return result;
    }

    /// <summary>Returns the expression that a property of the attribute is set to, or null if it is not set.</summary>
    public ExpressionSyntax? Named(string property)
    {
        if (Syntax.ArgumentList is { } list)
        {
            foreach (var argument in list.Arguments)
            {
                if (argument.NameEquals is { } name && name.Name.Identifier.ValueText == property)
                {
                    return argument.Expression;
                }
            }
        }

        return null;
    }

    public string? String(ExpressionSyntax? expression) => expression switch
    {
        null => null,
        LiteralExpressionSyntax literal => literal.Token.Value as string,
        _ => NameOfTarget(expression) ?? Constant(expression) as string,
    };

    public int? Int(ExpressionSyntax? expression) => expression switch
    {
        null => null,
        LiteralExpressionSyntax { Token.Value: int number } => number,
        _ => Constant(expression) switch
        {
            // A constant keeps its type, also where C# converts it to the type of the attribute's property.
            int number => number,
            short number => number,
            ushort number => number,
            sbyte number => number,
            byte number => number,
            char number => number,
            _ => null,
        },
    };

    public double? Double(ExpressionSyntax? expression) => expression switch
    {
        null => null,
        LiteralExpressionSyntax { Token.Value: double number } => number,
        LiteralExpressionSyntax { Token.Value: int number } => number,
        _ => Constant(expression) switch
        {
            double number => number,
            float number => number,
            int number => number,
            uint number => number,
            long number => number,
            ulong number => number,
            short number => number,
            ushort number => number,
            sbyte number => number,
            byte number => number,
            char number => number,
            _ => null,
        },
    };

    public bool Bool(ExpressionSyntax? expression) => expression switch
    {
        null => false,
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.TrueLiteralExpression),
        _ => Constant(expression) is true,
    };

    /// <summary>The name of a member of the enum <paramref name="enumName"/>: the last name of <c>QueryLanguage.Jsonata</c>.</summary>
    public string? EnumMember(ExpressionSyntax? expression, string enumName)
    {
        switch (expression)
        {
            case null:
                return null;
            case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var type } } access when type == enumName:
                return access.Name.Identifier.ValueText;
            default:
                return MemberOf(_model.GetTypeInfo(expression, _cancellationToken).Type, Constant(expression));
        }
    }

    /// <summary>What <c>nameof(...)</c> names: the last identifier; null for anything else.</summary>
    public static string? NameOfTarget(ExpressionSyntax? expression) => TargetOf(expression)?.Identifier.ValueText;

    /// <summary>The part of an expression to put a diagnostic on: the identifier in <c>nameof(...)</c>, or else the whole expression.</summary>
    public static ExpressionSyntax NameIn(ExpressionSyntax expression) => TargetOf(expression) is { Identifier.IsMissing: false } name ? name : expression;

    private static SimpleNameSyntax? TargetOf(ExpressionSyntax? expression) =>
        expression is InvocationExpressionSyntax
        {
            Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
            ArgumentList.Arguments: [{ Expression: var target }],
        }
            ? target switch
            {
                SimpleNameSyntax name => name,
                MemberAccessExpressionSyntax access => access.Name,
                _ => null,
            }
            : null;

    private static SimpleNameSyntax RightMost(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        SimpleNameSyntax simple => simple,
        _ => SyntaxFactory.IdentifierName(""),
    };

    private static string? MemberOf(ITypeSymbol? type, object? value)
    {
        if (type is { TypeKind: TypeKind.Enum } && value is not null)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, value))
                {
                    return field.Name;
                }
            }
        }

        return null;
    }

    private static void AddElements(ExpressionSyntax expression, List<ExpressionSyntax> result)
    {
        switch (expression)
        {
            case ArrayCreationExpressionSyntax { Initializer: { } initializer }:
                foreach (var element in initializer.Expressions)
                {
                    AddElements(element, result);
                }

                break;
            case ImplicitArrayCreationExpressionSyntax array:
                foreach (var element in array.Initializer.Expressions)
                {
                    AddElements(element, result);
                }

                break;
            case CollectionExpressionSyntax collection:
                foreach (var element in collection.Elements)
                {
                    if (element is ExpressionElementSyntax item)
                    {
                        AddElements(item.Expression, result);
                    }
                }

                break;
            default:
                result.Add(expression);
                break;
        }
    }

    private object? Constant(ExpressionSyntax expression) => _model.GetConstantValue(expression, _cancellationToken) is { HasValue: true } constant ? constant.Value : null;
}

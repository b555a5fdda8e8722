using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Kinds;

/// <summary>What the readers of signatures share while one class is read. It writes types and records as C# text.</summary>
internal sealed class SignatureContext(Naming naming, CancellationToken cancellationToken)
{
    private readonly StringBuilder _buffer = new(256);

    public Naming Naming => naming;

    public CancellationToken CancellationToken => cancellationToken;

    public TypeReader Types { get; } = new(naming, cancellationToken);

    /// <summary>Whether all types that <see cref="Text"/> has written are public, so that the generated types can be public too.</summary>
    public bool IsPublic { get; private set; } = true;

    /// <summary>The parameters. A method without parameters is not asked for them, because the compiler would also bind its return type. Half of all states have no parameters.</summary>
    public static ImmutableArray<IParameterSymbol> Parameters(StateMethod method) =>
        method.Syntax.ParameterList.Parameters.Count == 0 ? ImmutableArray<IParameterSymbol>.Empty : method.Symbol.Parameters;

    /// <summary>A type as C# text.</summary>
    public string Text(ITypeSymbol type)
    {
        IsPublic &= IsPublicType(type);
        _buffer.Clear();
        CSharpText.Append(_buffer, type);
        return _buffer.ToString();
    }

    /// <summary>The input or a payload: the <c>[Payload]</c> parameter's type, or a record of all parameters.</summary>
    public ContractSignature Contract(StateMethod method, string recordName)
    {
        var parameters = Parameters(method);
        if (parameters.Length == 1 && method.IsPayload(parameters[0]))
        {
            return new ContractSignature(Text(parameters[0].Type), default);
        }

        var properties = new List<PropertySignature>(parameters.Length);
        foreach (var parameter in parameters)
        {
            var isToken = parameter.Type.Name == "TaskToken" && StepwiseSymbols.Contains(parameter.Type);
            var text = isToken ? "string" : Text(parameter.Type);
            properties.Add(new PropertySignature(text, UniqueName(parameter.Name, recordName, properties), WireNames.Apply(naming, parameter.Name), text.EndsWith("?", StringComparison.Ordinal)));
        }

        return new ContractSignature(null, new EquatableArray<PropertySignature>(properties));
    }

    /// <summary>The properties of a type as parts of the output.</summary>
    public List<OutputProperty<ITypeSymbol>> PropertiesOf(ITypeSymbol type)
    {
        var properties = new List<OutputProperty<ITypeSymbol>>();
        foreach (var property in Types.Properties(type))
        {
            properties.Add(new OutputProperty<ITypeSymbol>(property.Symbol.Name, property.WireName, property.Symbol.Type, TypeReader.FormOf(property, type)));
        }

        return properties;
    }

    /// <summary>A property name that the record can have. If the name of the parameter is not valid, the analyzer reports it, and the generated code still compiles.</summary>
    public static string UniqueName(string parameterName, string recordName, List<PropertySignature> known)
    {
        var name = GeneratedRecord.PropertyName(parameterName);
        while (ReservedNames.IsProperty(name, recordName) || IsTaken(name, known))
        {
            name += "_";
        }

        return name;
    }

    private static bool IsTaken(string name, List<PropertySignature> known)
    {
        foreach (var property in known)
        {
            if (property.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPublicType(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return IsPublicType(array.ElementType);
        }

        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility is not (Accessibility.Public or Accessibility.NotApplicable))
            {
                return false;
            }
        }

        if (type is INamedTypeSymbol named)
        {
            foreach (var argument in named.TypeArguments)
            {
                if (!IsPublicType(argument))
                {
                    return false;
                }
            }
        }

        return true;
    }
}

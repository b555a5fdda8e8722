using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Kinds.Succeed;

/// <summary>Reads <c>[Succeed]</c>.</summary>
internal sealed class SucceedReader : StateReader<SucceedModel>
{
    public override string Attribute => "Succeed";

    public override bool HasTransition => false;

    public override bool DoesWork => false;

    public override bool ReachesResources => false;

    public override string? RecordOf(string method) => null;

    public override ITypeSymbol? ResultType(StateMethod method) => null;

    public override IEnumerable<ITypeSymbol> ContractTypes(StateMethod method, ReadingContext context)
    {
        foreach (var parameter in method.Symbol.Parameters)
        {
            yield return parameter.Type;
        }

        switch (method.HasBody ? OutputContract.BodyType(method, context.CancellationToken) : null)
        {
            case { IsAnonymousType: true } anonymous:
                foreach (var property in context.Types.Properties(anonymous))
                {
                    yield return property.Symbol.Type;
                }

                break;
            case { } body:
                yield return body;
                break;
        }
    }

    public override string? CheckShape(StateMethod method, TypeReader types) =>
        method.HasBody == method.Symbol.ReturnsVoid ? "a [Succeed] must be a partial void method, or have a body that returns the output" : null;

    /// <summary>Reads the output. Its type is the only thing in a body that the generated part of the class depends on.</summary>
    public override StateSignature Sign(StateMethod method, SignatureContext context) => new(null, method.HasBody ? EndOfBody(method, context) : new EndSignature(null, ParametersOf(method, context)));

    protected override SucceedModel ReadModel(StateReading state)
    {
        var value = state.OpenBody()?.ReadValue();
        var type = state.Method.HasBody ? OutputContract.BodyType(state.Method, state.Context.CancellationToken) : null;
        return new SucceedModel
        {
            Declaration = state.Declaration,
            Value = value,
            OutputType = type is { IsAnonymousType: false } ? state.Context.Types.Read(type) : null,
            OutputProperties = type is { IsAnonymousType: true } ? PropertiesOf(type, state.Context) : default,
        };
    }

    private static EquatableArray<PropertyShape> PropertiesOf(ITypeSymbol type, ReadingContext context) => new(
        context.Types.Properties(type).Select(static property => new PropertyShape(property.Symbol.Name, property.WireName, property.Type, IsAlwaysPresent: false)).ToList());

    private static EndSignature EndOfBody(StateMethod method, SignatureContext context)
    {
        if (OutputContract.PlainMembers(method, context.Naming, context.CancellationToken) is { } members)
        {
            return new EndSignature(null, members);
        }

        var body = OutputContract.BodyType(method, context.CancellationToken);
        return body is { IsAnonymousType: true } ? new EndSignature(null, context.PropertiesOf(body))
            : body is { SpecialType: SpecialType.System_Object or SpecialType.System_Void } or IErrorTypeSymbol ? EndSignature.Of(null)
            : EndSignature.Of(body);
    }

    private static List<OutputProperty<ITypeSymbol>> ParametersOf(StateMethod method, SignatureContext context)
    {
        var properties = new List<OutputProperty<ITypeSymbol>>();
        foreach (var parameter in SignatureContext.Parameters(method))
        {
            properties.Add(new OutputProperty<ITypeSymbol>(parameter.Name, WireNames.Apply(context.Naming, parameter.Name), parameter.Type));
        }

        return properties;
    }
}

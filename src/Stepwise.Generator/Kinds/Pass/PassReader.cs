using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Kinds.Pass;

/// <summary>Reads <c>[Pass]</c>.</summary>
internal sealed class PassReader : StateReader<PassModel>
{
    public override string Attribute => "Pass";

    public override bool HasTransition => true;

    public override bool DoesWork => false;

    public override bool ReachesResources => false;

    public override string? RecordOf(string method) => null;

    /// <summary>The type of the value that the body computes; null for a marker.</summary>
    public override ITypeSymbol? ResultType(StateMethod method) => method.HasBody && !method.Symbol.ReturnsVoid ? method.Symbol.ReturnType : null;

    public override IEnumerable<ITypeSymbol> ContractTypes(StateMethod method, ReadingContext context) => method.IsEnd && ResultType(method) is { } type ? [type] : [];

    public override string? CheckShape(StateMethod method, TypeReader types) =>
        method.HasBody == method.Symbol.ReturnsVoid ? "a [Pass] must be a partial void method, or have a body that returns its value" : null;

    public override StateSignature Sign(StateMethod method, SignatureContext context) =>
        method.IsEnd ? new StateSignature(null, EndSignature.Of(ResultType(method))) : StateSignature.None;

    protected override PassModel ReadModel(StateReading state)
    {
        var value = state.OpenBody()?.ReadValue();
        var type = ResultType(state.Method);
        var (result, output) = (state.ResultOf(type), state.OutputOf(type));

        // A value that may be null makes the result nullable: '!' in the body changes nothing.
        var isNullable = value is not null and not InvalidExpression && value.MayBeNull();
        return new PassModel
        {
            Declaration = state.Declaration,
            Value = value,
            Result = isNullable && result is not null ? result with { Type = result.Type.AsNullable() } : result,
            OutputType = isNullable ? output?.AsNullable() : output,
        };
    }
}

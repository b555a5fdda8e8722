using Microsoft.CodeAnalysis;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Kinds.Fail;

/// <summary>Reads <c>[Fail]</c>.</summary>
internal sealed class FailReader : StateReader<FailModel>
{
    public override string Attribute => "Fail";

    public override bool HasTransition => false;

    public override bool DoesWork => false;

    public override bool ReachesResources => false;

    public override string? RecordOf(string method) => null;

    public override ITypeSymbol? ResultType(StateMethod method) => null;

    public override IEnumerable<ITypeSymbol> ContractTypes(StateMethod method, ReadingContext context) => [];

    public override string? CheckShape(StateMethod method, TypeReader types) =>
        method.HasBody && method.Symbol.ReturnType.SpecialType is not SpecialType.System_String ? "a [Fail] with a body must return the cause, a string"
        : !method.HasBody && !method.Symbol.ReturnsVoid ? "a [Fail] without a body must be a partial void method"
        : null;

    public override StateSignature Sign(StateMethod method, SignatureContext context) => StateSignature.None;

    protected override FailModel ReadModel(StateReading state)
    {
        var cause = state.OpenBody()?.ReadValue();
        var written = state.Attribute.Named("Cause");
        if (written is not null && cause is not null)
        {
            state.Context.Report(DiagnosticIds.InvalidAttributeValue, state.Context.Anchor(written), "Cause", written.ToString(), "the body already computes the cause; remove one of the two");
        }

        return new FailModel
        {
            Declaration = state.Declaration,
            Error = state.Attribute.String(state.Attribute.Positional(0, "error")) ?? "",
            Cause = state.Attribute.String(written),
            CauseExpression = cause,
        };
    }
}

using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Kinds.Choice;

/// <summary>Reads <c>[Choice]</c>.</summary>
internal sealed class ChoiceReader : StateReader<ChoiceModel>
{
    public override string Attribute => "Choice";

    public override bool HasTransition => false;

    public override bool DoesWork => false;

    public override bool ReachesResources => false;

    public override string? RecordOf(string method) => null;

    public override ITypeSymbol? ResultType(StateMethod method) => null;

    public override IEnumerable<ITypeSymbol> ContractTypes(StateMethod method, ReadingContext context) => [];

    public override string? CheckShape(StateMethod method, TypeReader types) =>
        !method.HasBody ? "a [Choice] must have a body that returns NextState"
        : types.Read(method.Symbol.ReturnType).Kind is not WireKind.NextState ? "a [Choice] returns NextState"
        : null;

    public override StateSignature Sign(StateMethod method, SignatureContext context) => StateSignature.None;

    protected override ChoiceModel ReadModel(StateReading state) => new()
    {
        Declaration = state.Declaration,
        Arms = state.OpenBody() is { } body ? ChoiceArmReader.Read(state.Context, body) : default,
    };
}

using Microsoft.CodeAnalysis;
using Stepwise.Generator.Kinds;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Tests.Kinds;

/// <summary>Reads a marker with <c>[Branches]</c> as a state that runs no machine: these tests make the machines themselves.</summary>
internal sealed class BranchesReader : StateReader<BranchesModel>
{
    public override string Attribute => "Branches";

    public override bool HasTransition => true;

    public override bool DoesWork => true;

    public override bool ReachesResources => false;

    public override string? RecordOf(string method) => null;

    public override ITypeSymbol? ResultType(StateMethod method) => null;

    public override IEnumerable<ITypeSymbol> ContractTypes(StateMethod method, ReadingContext context) => [];

    public override string? CheckShape(StateMethod method, TypeReader types) => method.HasBody ? "[Branches] is a marker" : null;

    public override StateSignature Sign(StateMethod method, SignatureContext context) => StateSignature.None;

    protected override BranchesModel ReadModel(StateReading state) => new() { Declaration = state.Declaration, Branches = EquatableArray<MachineModel>.Empty };
}

using Microsoft.CodeAnalysis;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Json;

namespace Stepwise.Generator.Kinds.Raw;

/// <summary>Reads <c>[RawState]</c>.</summary>
internal sealed class RawStateReader : StateReader<RawStateModel>
{
    public override string Attribute => "RawState";

    public override bool HasTransition => false;

    public override bool DoesWork => false;

    public override bool ReachesResources => false;

    public override string? RecordOf(string method) => null;

    public override ITypeSymbol? ResultType(StateMethod method) => null;

    public override IEnumerable<ITypeSymbol> ContractTypes(StateMethod method, ReadingContext context) => [];

    public override string? CheckShape(StateMethod method, TypeReader types) =>
        method.HasBody || !method.Symbol.ReturnsVoid ? "a [RawState] must be a partial void method without a body" : null;

    public override StateSignature Sign(StateMethod method, SignatureContext context) => StateSignature.None;

    protected override RawStateModel ReadModel(StateReading state)
    {
        var context = state.Context;
        context.Report(DiagnosticIds.NotAnalysed, state.Declaration.AttributeAnchor, state.Declaration.Member);
        var expression = state.Attribute.Positional(0, "json");
        var place = expression is null ? state.Declaration.AttributeAnchor : context.Anchor(expression);
        if (expression is null || state.Attribute.String(expression) is not { } json || state.ReadJson(json, place) is not { } value)
        {
            return Unread(state, place);
        }

        if (value is not JsonObject body || body["Type"] is not JsonString type)
        {
            context.Report(DiagnosticIds.InvalidRawJson, place, "a state must be an object with a Type, such as \"Type\": \"Pass\"");
            return Unread(state, place);
        }

        JsonataRules.CheckState(context, json, body, state.MachineLanguage is Language.Jsonata, place);
        return new RawStateModel
        {
            Declaration = state.Declaration,
            Body = new WrittenJson<JsonObject>(body),
            Type = type.Value,
            Targets = new EquatableArray<StateReference>(TargetsOf(body, place)),
            CanEnd = type.Value is "Succeed" or "Fail" || body["End"] is JsonBoolean { Value: true },
        };
    }

    /// <summary>Makes a state whose JSON could not be read. Its target is not known, so that no state is reported as unreachable.</summary>
    private static RawStateModel Unread(StateReading state, int place) => new()
    {
        Declaration = state.Declaration,
        Body = new WrittenJson<JsonObject>(JsonObject.Empty),
        Type = "",
        Targets = new EquatableArray<StateReference>(new StateReference("", place)),
    };

    /// <summary>The states that the state's own fields name: Next, Default, the rules of a Choice, the catchers.</summary>
    private static List<StateReference> TargetsOf(JsonObject body, int place)
    {
        var targets = new List<StateReference>();
        foreach (var member in body.Members)
        {
            switch (member.Name, member.Value)
            {
                case ("Next" or "Default", JsonString target):
                    targets.Add(new StateReference(target.Value, place));
                    break;
                case ("Choices" or "Catch", JsonArray rules):
                    foreach (var rule in rules)
                    {
                        if (rule is JsonObject item && item["Next"] is JsonString next)
                        {
                            targets.Add(new StateReference(next.Value, place));
                        }
                    }

                    break;
            }
        }

        return targets;
    }
}

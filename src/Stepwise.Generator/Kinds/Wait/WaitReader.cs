using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Kinds.Wait;

/// <summary>Reads <c>[Wait]</c>.</summary>
internal sealed class WaitReader : StateReader<WaitModel>
{
    public override string Attribute => "Wait";

    public override bool HasTransition => true;

    public override bool DoesWork => false;

    public override bool ReachesResources => false;

    public override string? RecordOf(string method) => null;

    public override ITypeSymbol? ResultType(StateMethod method) => null;

    public override IEnumerable<ITypeSymbol> ContractTypes(StateMethod method, ReadingContext context) => [];

    public override string? CheckShape(StateMethod method, TypeReader types)
    {
        var hasSeconds = SecondsOf(method.Attribute) is not null;
        return hasSeconds && (method.HasBody || !method.Symbol.ReturnsVoid) ? "[Wait(seconds)] must be a partial void method without a body"
            : !hasSeconds && !method.HasBody ? "it needs [Wait(seconds)], or a body that returns TimeSpan or DateTimeOffset"
            : method.HasBody && types.Read(method.Symbol.ReturnType).Kind is not (WireKind.TimeSpan or WireKind.DateTimeOffset)
                ? "a [Wait] with a body must return TimeSpan or DateTimeOffset"
            : null;
    }

    public override StateSignature Sign(StateMethod method, SignatureContext context) => method.IsEnd ? new StateSignature(null, EndSignature.Of(null)) : StateSignature.None;

    /// <summary>Reads how long to wait (a <see cref="SecondsExpression"/>), or until when (an expression of type DateTimeOffset).</summary>
    public static Expression ReadTime(StateBody body, WireType type)
    {
        return type.Kind is WireKind.TimeSpan
            ? body.ReadSeconds(static (expressions, result) => NotNull(expressions, result, expressions.ReadSeconds(result)))
            : body.ReadValue(static (expressions, result) => NotNull(expressions, result, expressions.ReadAlike(result)));

        static Expression NotNull(ExpressionReader expressions, IOperation result, Expression value) => value.MayBeNull() && value is not InvalidExpression
            ? expressions.Refuse(result, "a wait that may be null", "give a value for every case, such as 'x ?? TimeSpan.FromMinutes(1)'")
            : value;
    }

    protected override WaitModel ReadModel(StateReading state) => new()
    {
        Declaration = state.Declaration,
        Seconds = AttributeValues.Seconds(state.Context, state.Attribute, SecondsOf(state.Attribute), "seconds", 0, Limits.Seconds),
        Until = state.OpenBody() is { } body ? ReadTime(body, state.Context.Types.Read(state.Method.Symbol.ReturnType)) : null,
    };

    private static ExpressionSyntax? SecondsOf(AttributeUse use) => use.Positional(0, "seconds");
}

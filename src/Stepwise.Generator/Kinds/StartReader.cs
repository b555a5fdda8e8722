using Microsoft.CodeAnalysis;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Documentation;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Kinds;

/// <summary>Reads <c>[Start]</c>: the input, and the first state. It is not a state of ASL.</summary>
internal sealed class StartReader : MethodReader
{
    /// <summary>The generated record of the input.</summary>
    private const string Record = "Input";

    public override string Attribute => "Start";

    public override string RecordOf(string method) => Record;

    public override IEnumerable<ITypeSymbol> ContractTypes(StateMethod method, ReadingContext context) =>
        method.Symbol.Parameters.Select(static parameter => parameter.Type);

    /// <summary>Reads the method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="anchor">Its identifier.</param>
    /// <param name="context">Collects places and diagnostics.</param>
    public static StartModel Read(StateMethod method, EquatableArray<ParameterModel> parameters, int anchor, ReadingContext context)
    {
        if (!method.Symbol.ReturnsVoid)
        {
            context.Report(DiagnosticIds.MemberShape, anchor, method.Symbol.Name, "[Start] must be a void method: its parameters are the input");
        }

        var next = ResilienceReader.ReadReference(context, method.Attribute, method.Attribute.Named("Next"));
        if (next is null)
        {
            context.Report(DiagnosticIds.NeitherNextNorEnd, anchor, method.Symbol.Name, "Next = nameof(...) with the first state");
        }

        ParameterRules.CheckRecord(parameters, Record, context);
        ParameterRules.CheckPayload(method, parameters, context);
        foreach (var parameter in parameters)
        {
            if (parameter is { IsPayload: true, Type.Kind: not (WireKind.Object or WireKind.Unknown) } && parameters.Count == 1)
            {
                context.Report(DiagnosticIds.MemberShape, parameter.TypeAnchor, method.Symbol.Name, "the input of a workflow must be an object: use a class or record whose properties are its values");
            }

            if (parameter.Role is not ParameterRole.Value)
            {
                context.Report(DiagnosticIds.MemberShape, parameter.Anchor, method.Symbol.Name, $"'{parameter.Name}' cannot be part of the input: declare the task token or the context as a parameter of the state that reads it");
            }
        }

        var documentation = DocumentationComment.Of(method.Syntax);
        return new StartModel(
            method.Symbol.Name,
            new EquatableArray<ParameterModel>(parameters.Select(parameter => parameter with { Documentation = documentation?.Parameter(parameter.Name) }).ToList()),
            next,
            anchor);
    }

    /// <summary>Reads the input as the generated part of the class needs it.</summary>
    public static ContractSignature Sign(StateMethod method, SignatureContext context) => context.Contract(method, Record);
}

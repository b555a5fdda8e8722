using Stepwise.Generator.Model;
using Stepwise.Json;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Translation;

/// <summary>A JSONata state of a JSONPath machine: values are fields of the document, and <c>Output</c> hands the document on with one field more.</summary>
internal sealed class JsonataDocument(ValueReferences values, Action<DiagnosticInfo> report) : JsonataLanguage(values.InJsonataOfJsonPath, report)
{
    public override Asl.AslQueryLanguage? OfState => Asl.AslQueryLanguage.Jsonata;

    public override Asl.Catcher WithError(Asl.Catcher catcher, string value) => catcher with { Output = Merge(value, "$states.errorOutput") };

    protected override Asl.TaskState Store(Asl.TaskState task, string? value, string result) =>
        task with { Output = value is null ? Embed("$states.input") : Merge(value, result) };

    protected override Asl.PassState Store(Asl.PassState pass, string value, Expression computed) => pass with { Output = Merge(value, Translate(computed)) };

    private static JsonString Merge(string field, string expression) => Embed("$merge([$states.input, {\"" + field + "\": " + expression + "}])");
}

using Stepwise.Generator.Model;
using Stepwise.Json;
using Asl = Stepwise.StatesLanguage;

namespace Stepwise.Generator.Translation;

/// <summary>A state of a JSONata machine: values are variables, and <c>Assign</c> sets them.</summary>
internal sealed class JsonataVariables(ValueReferences values, Action<DiagnosticInfo> report) : JsonataLanguage(values.InJsonata, report)
{
    public override Asl.AslQueryLanguage? OfState => null;

    public override Asl.Catcher WithError(Asl.Catcher catcher, string value) => catcher with { Assign = Assign(value, Embed("$states.errorOutput")) };

    protected override Asl.TaskState Store(Asl.TaskState task, string? value, string result) => value is null ? task : task with { Assign = Assign(value, Embed(result)) };

    protected override Asl.PassState Store(Asl.PassState pass, string value, Expression computed) => pass with { Assign = Assign(value, Template(computed)) };

    private JsonObject Assign(string value, JsonValue expression) => JsonObject.Create((values.Variable(value), expression));
}

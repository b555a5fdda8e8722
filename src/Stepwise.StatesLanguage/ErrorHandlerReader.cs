using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage;

/// <summary>Reads <c>Retry</c> and <c>Catch</c>.</summary>
internal static class ErrorHandlerReader
{
    public static IReadOnlyList<Retrier>? Retry(DefinitionFields state, List<DefinitionDiagnostic> diagnostics) => state.List("Retry", (value, path) =>
    {
        if (DefinitionFields.Read(value, path, diagnostics) is not { } fields)
        {
            return null;
        }

        var retrier = new Retrier
        {
            Comment = fields.String("Comment"),
            ErrorEquals = Names(fields, diagnostics),
            IntervalSeconds = fields.Integer("IntervalSeconds"),
            MaxAttempts = fields.Integer("MaxAttempts"),
            BackoffRate = fields.Number("BackoffRate"),
            MaxDelaySeconds = fields.Integer("MaxDelaySeconds"),
            JitterStrategy = fields.String("JitterStrategy"),
        };
        fields.Finish();
        return fields.Failed ? null : retrier;
    });

    public static IReadOnlyList<Catcher>? Catch(DefinitionFields state, List<DefinitionDiagnostic> diagnostics) => state.List("Catch", (value, path) =>
    {
        if (DefinitionFields.Read(value, path, diagnostics) is not { } fields)
        {
            return null;
        }

        var catcher = new Catcher
        {
            Comment = fields.String("Comment"),
            ErrorEquals = Names(fields, diagnostics),
            ResultPath = fields.Path("ResultPath"),
            Output = fields.Any("Output"),
            Assign = fields.Object("Assign"),
            Next = fields.RequiredString("Next"),
        };
        fields.Finish();
        return fields.Failed ? null : catcher;
    });

    private static IReadOnlyList<string> Names(DefinitionFields fields, List<DefinitionDiagnostic> diagnostics)
        => fields.List("ErrorEquals", (value, path) =>
        {
            if (value is JsonString name)
            {
                return name.Value;
            }

            diagnostics.Add(new(DiagnosticCodes.SchemaValidationFailed, DefinitionSeverity.Error, "Expected a string.", path, value.Position));
            return null;
        }) ?? fields.Missing("ErrorEquals", (IReadOnlyList<string>)[]);
}

using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Kinds;

/// <summary>Checks the parameters of a method. For some methods a record is generated from them.</summary>
internal static class ParameterRules
{
    /// <summary>Reports each parameter that cannot become a property of the record.</summary>
    public static void CheckRecord(EquatableArray<ParameterModel> parameters, string recordName, ReadingContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            if (parameter.IsPayload)
            {
                continue;
            }

            var property = GeneratedRecord.PropertyName(parameter.Name);
            if (ReservedNames.IsProperty(property, recordName))
            {
                context.Report(DiagnosticIds.ReservedName, parameter.Anchor, parameter.Name, $"the record {recordName} cannot have a property {property}");
            }
            else if (!names.Add(property))
            {
                context.Report(DiagnosticIds.ReservedName, parameter.Anchor, parameter.Name, $"the record {recordName} would have the property {property} twice");
            }
        }
    }

    /// <summary>Reports <c>[Payload]</c> where it does not belong.</summary>
    public static void CheckPayload(StateMethod method, EquatableArray<ParameterModel> parameters, ReadingContext context)
    {
        foreach (var parameter in parameters)
        {
            if (!parameter.IsPayload)
            {
                continue;
            }

            if (method.Reader.RecordOf(method.Symbol.Name) is null)
            {
                context.Report(DiagnosticIds.MemberShape, parameter.Anchor, method.Symbol.Name, "[Payload] is only for a parameter of [Start] or of a [LambdaTask]");
            }
            else if (parameters.Count > 1)
            {
                context.Report(DiagnosticIds.MemberShape, parameter.Anchor, method.Symbol.Name, $"[Payload] makes '{parameter.Name}' the whole object, so it must be the only parameter");
            }
        }
    }
}

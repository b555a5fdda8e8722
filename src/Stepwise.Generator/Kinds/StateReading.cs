using System.Globalization;
using Microsoft.CodeAnalysis;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Json;

namespace Stepwise.Generator.Kinds;

/// <summary>A state while its kind reads it. What all kinds have in common has been read.</summary>
/// <param name="method">The method.</param>
/// <param name="declaration">What all kinds have in common.</param>
/// <param name="language">The query language of the machine.</param>
/// <param name="context">Collects places and diagnostics.</param>
internal sealed class StateReading(StateMethod method, StateDeclaration declaration, Language language, ReadingContext context)
{
    public StateMethod Method => method;

    public AttributeUse Attribute => method.Attribute;

    public StateDeclaration Declaration => declaration;

    public ReadingContext Context => context;

    /// <summary>The query language of the machine.</summary>
    public Language MachineLanguage => language;

    /// <summary>The query language of the state.</summary>
    public Language Language => declaration.Language ?? language;

    /// <summary>The body; null for a method without one.</summary>
    public StateBody? OpenBody(BodyKind kind = BodyKind.Data)
    {
        if (!method.HasBody)
        {
            return null;
        }

        var reads = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var parameter in declaration.Parameters)
        {
            reads[parameter.Name] = parameter.Value;
        }

        return StateBody.Open(context, method.Symbol, method.Syntax, method.Model, reads, kind);
    }

    /// <summary>The type of the output where the state ends the execution with a value of that type.</summary>
    public WireType? OutputOf(ITypeSymbol? type) => declaration.End && type is not null ? context.Types.Read(type) : null;

    /// <summary>The value that a result of that type becomes: named by <c>ResultName</c>, else by its type; null where the result is discarded or is the output.</summary>
    public ResultModel? ResultOf(ITypeSymbol? type)
    {
        var expression = Attribute.Named("ResultName");
        if (type is null)
        {
            if (expression is not null)
            {
                context.Report(DiagnosticIds.InvalidAttributeValue, context.Anchor(expression), "ResultName", expression.ToString(), "the state has no result to name");
            }

            return null;
        }

        if (declaration.End)
        {
            return null;
        }

        var wire = context.Types.Read(type);
        if (wire.Kind is WireKind.Unknown)
        {
            if (TypeReader.IsGenerated(type))
            {
                context.Report(DiagnosticIds.GeneratedTypeInBody, context.Anchor(method.Syntax.ReturnType), type.Name);
            }

            return null;
        }

        if (expression is not null && Attribute.String(expression) is { } name)
        {
            var place = context.Anchor(expression);
            if (!ValueNames.IsValid(name))
            {
                context.Report(DiagnosticIds.InvalidAttributeValue, place, "ResultName", name, ValueNames.Rule);
                return null;
            }

            return new ResultModel(name, wire, place);
        }

        var returned = context.Anchor(method.Syntax.ReturnType);
        if (TaskResult.DefaultName(type, wire) is { } derived)
        {
            return new ResultModel(derived, wire, returned);
        }

        context.Report(DiagnosticIds.ResultNeedsName, returned, method.Symbol.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return null;
    }

    /// <summary>The JSON that the author wrote into the attribute; null where it is not JSON, which is reported.</summary>
    public JsonValue? ReadJson(string json, int place)
    {
        if (JsonValue.TryParse(json, out var value, out var error))
        {
            return value;
        }

        context.Report(DiagnosticIds.InvalidRawJson, place,
            string.Format(CultureInfo.InvariantCulture, "line {0}, column {1}: {2}", error.Position.Line, error.Position.Column, error.Message.TrimEnd('.')));
        return null;
    }

    /// <summary>Reports each parameter that is the whole context object, where parameters are sent somewhere as they are.</summary>
    public void RefuseContext()
    {
        foreach (var parameter in declaration.Parameters)
        {
            if (parameter.Role is ParameterRole.Context)
            {
                context.Report(DiagnosticIds.MemberShape, parameter.Anchor, method.Symbol.Name,
                    "a WorkflowContext cannot be passed as a whole; compute the member that you need in a [Pass], and read its result");
            }
        }
    }
}

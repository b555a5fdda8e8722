using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.StatesLanguage.Catalogue;
using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Validation;

/// <summary>The rules for the resource, the parameters and the credentials of a Task.</summary>
internal sealed class TaskRules
{
    private readonly ValidationReport _report;
    private readonly ArgumentRules _arguments;

    public TaskRules(ValidationReport report)
    {
        _report = report;
        _arguments = new(report);
    }

    public void Check(ValueScope state)
    {
        var node = state.Node;
        node.Require("Resource");
        node.ExpectText("Resource");
        CheckCredentials(state);
        if (node.Text("Resource") is not { } text)
        {
            return;
        }

        var resource = TaskResource.Parse(text);
        CheckResource(state, resource);
        CheckParameters(state, resource);
    }

    private void CheckCredentials(ValueScope state)
    {
        if (state.Node["Credentials"] is not { } credentials || (state.IsJsonata && credentials is JsonString { Value: var text } && JsonataText.IsExpression(text)))
        {
            return;
        }

        var path = state.Node.At("Credentials");
        if (credentials is not JsonObject @object)
        {
            _report.Schema("Expected value of type Object.", path, credentials);
            return;
        }

        if (@object["RoleArn"] is null && @object["RoleArn.$"] is null)
        {
            _report.Schema("The field 'RoleArn' is required but was missing", path, credentials);
        }

        foreach (var member in @object.Members)
        {
            if (member.Name is not ("RoleArn" or "RoleArn.$"))
            {
                _report.Schema($"The field '{member.Name}' is not supported by Step Functions. Credentials have only a RoleArn.", path, member.Value);
            }
        }

        if (state.Node.Text("Resource") is { } resource && TaskResource.Parse(resource).Kind == TaskResourceKind.Activity)
        {
            _report.Schema("Field 'Credentials' is not supported for activities. The worker has credentials of its own.", state.Node.Path, credentials);
        }
    }

    private void CheckResource(ValueScope state, TaskResource resource)
    {
        var path = state.Node.At("Resource");
        var at = state.Node["Resource"];
        switch (resource.Kind)
        {
            case TaskResourceKind.Invalid:
                _report.Schema("Value is not a valid resource ARN. Resource must be constant text. Put values that vary into Parameters or Arguments.", path, at);
                break;
            case TaskResourceKind.Function:
                CheckQualifier(resource.Text, path, at);
                break;
            case TaskResourceKind.Sdk:
                if (resource.Action.Length == 0 || !char.IsLower(resource.Action[0]) || resource.PatternText is not ("" or ".waitForTaskToken"))
                {
                    _report.Schema(NotRecognized(resource, "AWS SDK actions are written in camelCase, such as aws-sdk:s3:getObject, and have .waitForTaskToken only."), path, at);
                }
                else if (ActionNames.WhatIsWrong(resource) is { } unknown)
                {
                    _report.NotInCatalogue(NotRecognized(resource, unknown), path, at?.Position);
                }

                break;
            case TaskResourceKind.Optimized:
                if (ActionNames.WhatIsWrong(resource) is { } advice)
                {
                    _report.Schema(NotRecognized(resource, advice), path, at);
                }
                else if (ServiceIntegration.All.TryGetValue(resource.Integration, out var integration) && !integration.Patterns.Contains(resource.PatternText))
                {
                    _report.Schema(NotRecognized(resource, $"{integration.Name} has " + (integration.Patterns.Count == 1 ? "no other pattern than request-response." : "only " + string.Join(", ", integration.Patterns.Skip(1)) + ".")), path, at);
                }

                break;
        }

        if (state.Machine.Type == StateMachineType.Express)
        {
            CheckExpress(state, resource, path, at);
        }
    }

    private void CheckExpress(ValueScope state, TaskResource resource, StatePath path, JsonValue? at)
    {
        var what = resource.Kind == TaskResourceKind.Activity
            ? "Activity ARN"
            : resource.Pattern switch
            {
                TaskPattern.WaitForTaskToken => "'.waitForTaskToken' service integration",
                TaskPattern.RunJob or TaskPattern.RunJobVersion2 => "'.sync' service integration",
                _ => null,
            };
        if (what is null)
        {
            return;
        }

        var message = $"Express state machine does not support {what}";
        if (state.Machine.InChild)
        {
            _report.Doubtful(message + ", and the child executions of this Map are Express.", path, at);
        }
        else
        {
            _report.Schema(message, path, at);
        }
    }

    private static string NotRecognized(TaskResource resource, string advice)
        => $"The resource provided {resource.Text} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. {advice}";

    /// <summary>Checks the last part of a function's ARN: the name, a version, <c>$LATEST</c> or an alias.</summary>
    private void CheckQualifier(string arn, StatePath path, JsonValue? at)
    {
        var parts = arn.Split(':');
        if (Substitutions.Holds(arn) || parts.Length <= 7)
        {
            return;
        }

        var qualifier = parts[7];
        if (parts.Length > 8 || qualifier.Length == 0 || !(qualifier == "$LATEST" || qualifier.All(c => char.IsLetterOrDigit(c) || c is '-' or '_')))
        {
            _report.Doubtful("The function's ARN should end with its name, a version, $LATEST or an alias of letters, digits, '-' and '_'.", path, at);
        }
    }

    private void CheckParameters(ValueScope state, TaskResource resource)
    {
        var field = state.IsJsonata ? "Arguments" : "Parameters";
        var value = state.Node[field];
        if (resource.Pattern == TaskPattern.WaitForTaskToken && !HoldsToken(value))
        {
            _report.Warn(
                DiagnosticCodes.MissingTaskToken,
                $"The task waits for its token, but {field} does not pass it on. Add {(state.IsJsonata ? "{% $states.context.Task.Token %}" : "$$.Task.Token")}.",
                state.Node.At(value is null ? "Resource" : field),
                value ?? state.Node["Resource"]);
        }

        if (!TryFindAction(resource, out var action, out var required))
        {
            return;
        }

        if (value is null)
        {
            if (required.Count > 0)
            {
                _report.Schema($"{field} field is required for resource ARN: {resource.Text}", state.Node.Path, state.Node.Value);
            }
        }
        else if (value is JsonObject arguments)
        {
            _arguments.Check(state, arguments, state.Node.At(field), action, required);
        }
    }

    private static bool TryFindAction(TaskResource resource, [NotNullWhen(true)] out ApiAction? action, out IReadOnlyList<string> required)
    {
        action = null;
        required = [];
        if (resource.Kind == TaskResourceKind.Sdk)
        {
            return ServiceCatalogue.Aws.TryFind(resource.Service, resource.Action, out action);
        }

        if (resource.Kind != TaskResourceKind.Optimized || !ServiceIntegration.All.TryGetValue(resource.Integration, out var integration) || !IntegrationCatalogue.Aws.TryFind(resource.Service, resource.Action, out action))
        {
            return false;
        }

        required = integration.Required;
        if (integration.Supported is { } supported)
        {
            action = action with { Request = ApiShape.Structure(action.Request.TypeName, [.. action.Request.Members.Where(member => supported.Contains(member.Name))]) };
        }

        return true;
    }

    /// <summary>Whether a value passes the task's token on, or an object that contains the token.</summary>
    private static bool HoldsToken(JsonValue? value) => value switch
    {
        JsonString { Value: var text } => text.Contains("Task.Token") || text is "$$" or "$$.Task" || (JsonataText.IsExpression(text) && text.Contains("$states")) || Substitutions.Holds(text),
        JsonArray array => array.Any(HoldsToken),
        JsonObject @object => @object.Members.Any(member => HoldsToken(member.Value)),
        _ => false,
    };
}

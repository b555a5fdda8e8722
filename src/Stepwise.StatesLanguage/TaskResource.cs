namespace Stepwise.StatesLanguage;

/// <summary>The parsed <c>Resource</c> of a Task.</summary>
/// <param name="Text">The resource as written.</param>
/// <param name="Kind">The kind of resource.</param>
/// <param name="Service">The service of an integration, such as <c>sns</c>, or <c>s3</c> for an AWS SDK integration; otherwise empty.</param>
/// <param name="Action">The action of an integration, such as <c>publish</c>; otherwise empty.</param>
/// <param name="Pattern">The pattern of an integration.</param>
/// <param name="PatternText">The pattern as written, such as <c>.sync</c>; empty if there is no suffix. The text can be a pattern that does not exist.</param>
public sealed record TaskResource(string Text, TaskResourceKind Kind, string Service, string Action, TaskPattern Pattern, string PatternText)
{
    /// <summary>The service and the action, such as <c>sns:publish</c>, or <c>aws-sdk:s3:getObject</c> for an AWS SDK integration; otherwise empty.</summary>
    public string Integration => Kind switch
    {
        TaskResourceKind.Optimized => Service + ":" + Action,
        TaskResourceKind.Sdk => "aws-sdk:" + Service + ":" + Action,
        _ => "",
    };

    /// <summary>Parses a resource. It does not throw: a text that is not a resource gives <see cref="TaskResourceKind.Invalid"/>.</summary>
    /// <param name="text">The value of ASL <c>Resource</c>.</param>
    /// <returns>The parts of the resource.</returns>
    public static TaskResource Parse(string text)
    {
        var parts = Substitutions.Split(text, ':', 6);
        if (parts.Count < 6 || parts[0] != "arn" || parts[5].Length == 0)
        {
            return Of(text, Substitutions.Holds(text) ? TaskResourceKind.Substitution : TaskResourceKind.Invalid);
        }

        var rest = parts[5];
        if (parts[2] == "lambda" && rest.StartsWith("function:", StringComparison.Ordinal))
        {
            return Of(text, TaskResourceKind.Function);
        }

        if (parts[2] != "states")
        {
            return Of(text, Substitutions.Holds(text) ? TaskResourceKind.Substitution : TaskResourceKind.Other);
        }

        if (rest.StartsWith("activity:", StringComparison.Ordinal))
        {
            return Of(text, TaskResourceKind.Activity);
        }

        var kind = TaskResourceKind.Optimized;
        if (rest.StartsWith("aws-sdk:", StringComparison.Ordinal))
        {
            kind = TaskResourceKind.Sdk;
            rest = rest.Substring("aws-sdk:".Length);
        }

        var colon = rest.IndexOf(':');
        if (colon <= 0 || colon == rest.Length - 1)
        {
            return Of(text, Substitutions.Holds(text) ? TaskResourceKind.Substitution : TaskResourceKind.Other);
        }

        var action = rest.Substring(colon + 1);
        var dot = action.IndexOf('.');
        var pattern = dot < 0 ? "" : action.Substring(dot);
        return new(text, kind, rest.Substring(0, colon), dot < 0 ? action : action.Substring(0, dot), PatternOf(pattern), pattern);
    }

    private static TaskPattern PatternOf(string text) => text switch
    {
        ".sync" => TaskPattern.RunJob,
        ".sync:2" => TaskPattern.RunJobVersion2,
        ".waitForTaskToken" => TaskPattern.WaitForTaskToken,
        _ => TaskPattern.RequestResponse,
    };

    private static TaskResource Of(string text, TaskResourceKind kind) => new(text, kind, "", "", TaskPattern.RequestResponse, "");
}

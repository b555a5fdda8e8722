namespace Stepwise.StatesLanguage;

/// <summary>The <c>Resource</c> of a Task, taken apart.</summary>
/// <param name="Text">The resource as written.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Service">For integrations the service, such as <c>sns</c> or, for the SDK's, <c>s3</c>; otherwise empty.</param>
/// <param name="Action">For integrations the action, such as <c>publish</c>; otherwise empty.</param>
/// <param name="Pattern">For integrations the pattern.</param>
/// <param name="PatternText">The pattern as written, such as <c>.sync</c>; empty when there is none. It may be one that does not exist.</param>
public sealed record TaskResource(string Text, TaskResourceKind Kind, string Service, string Action, TaskPattern Pattern, string PatternText)
{
    /// <summary>Service and action, such as <c>sns:publish</c>; for the SDK's <c>aws-sdk:s3:getObject</c>; otherwise empty.</summary>
    public string Integration => Kind switch
    {
        TaskResourceKind.Optimized => Service + ":" + Action,
        TaskResourceKind.Sdk => "aws-sdk:" + Service + ":" + Action,
        _ => "",
    };

    /// <summary>Takes a resource apart. Nothing is thrown: what cannot be understood is <see cref="TaskResourceKind.Invalid"/>.</summary>
    /// <param name="text">The value of ASL <c>Resource</c>.</param>
    /// <returns>Its parts.</returns>
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

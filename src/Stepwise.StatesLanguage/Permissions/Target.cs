namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The resources of a row of the table, and how to find them in the parameters of a task.</summary>
/// <param name="Kinds">The kinds of the resources: the service, a colon and the beginning of the resource, such as <c>glue:job/</c>. Empty if a declared resource cannot replace them.</param>
/// <param name="Find">Finds the resources in the parameters of a task.</param>
internal sealed record Target(IReadOnlyList<string> Kinds, Func<TaskArguments, Reach> Find)
{
    /// <summary>The resources of all templates.</summary>
    public static Target Of(params string[] shortForms)
    {
        string[] templates = [.. shortForms.Select(ResourceTemplate.Expand)];
        return new([.. shortForms.Select(KindOf).Where(kind => kind.Length > 0)], arguments => Fill(templates, arguments));
    }

    /// <summary>The resource of the first template whose parameters are present.</summary>
    public static Target FirstOf(params string[] shortForms)
    {
        (string Template, string[] Parameters)[] templates = [.. shortForms.Select(form => (ResourceTemplate.Expand(form), ResourceTemplate.Parameters(form).ToArray()))];
        return new(
            [.. shortForms.Select(KindOf).Where(kind => kind.Length > 0)],
            arguments =>
            {
                foreach (var (template, parameters) in templates)
                {
                    if (parameters.All(arguments.Has))
                    {
                        return Fill([template], arguments);
                    }
                }

                return Reach.Everything("Its parameters name no resource.");
            });
    }

    /// <summary>The resource whose ARN is the value of a parameter; all resources if the value is computed.</summary>
    public static Target Arn(string kind, string parameter) => new([kind], arguments => Reach.Arn(arguments, parameter));

    /// <summary>All resources, because IAM has no narrower resource for the actions.</summary>
    public static Target Everything(string reason)
    {
        var reach = Reach.Narrowest(reason, "*");
        return new([], _ => reach);
    }

    /// <summary>All resources of some kinds, because the task does not say which of them it reaches.</summary>
    public static Target NotSaid(string reason, params string[] kinds) => new(kinds, _ => Reach.Everything(reason));

    /// <summary>An EventBridge rule that Step Functions manages.</summary>
    public static Target Rule(string name)
    {
        var reach = Reach.Of(ResourceTemplate.Expand("events:rule/" + name));
        return new([], _ => reach);
    }

    /// <summary>Returns a target that applies only to tasks with one of the parameters.</summary>
    public Target When(params string[] parameters) => this with { Find = arguments => parameters.Any(arguments.Has) ? Find(arguments) : Reach.Nothing };

    /// <summary>Returns a target with a reason why its resources have a wildcard that a declared resource can narrow.</summary>
    public Target Because(string reason) => Explained(reason, isNarrowest: false);

    /// <summary>Returns a target with a reason why its wildcard cannot be narrowed.</summary>
    public Target NarrowestBecause(string reason) => Explained(reason, isNarrowest: true);

    /// <summary>The form of the ARNs that can be declared; null if nothing can be declared.</summary>
    public string? Form => Kinds.Count == 0 ? null : DeclaredResource.FormOf(Kinds[0]);

    /// <summary>Converts a declared resource to the resource in the policy. The default is the declared resource itself.</summary>
    public Func<string, string> Meant { get; init; } = resource => resource;

    /// <summary>Whether the text of a declared resource shows that it is of one of the kinds.</summary>
    public bool Holds(string resource) => Kinds.Any(kind => DeclaredResource.IsOf(kind, resource));

    private Target Explained(string reason, bool isNarrowest) => this with
    {
        Find = arguments => Find(arguments) is var reach && reach is { Resources.Count: > 0, Wildcard: null } ? reach with { Wildcard = reason, IsNarrowest = isNarrowest } : reach,
    };

    private static Reach Fill(IReadOnlyList<string> templates, TaskArguments arguments)
    {
        var resources = new List<string>();
        Doubt? doubt = null;
        foreach (var template in templates)
        {
            if (ResourceTemplate.Fill(template, arguments, out var unknown) is { } resource)
            {
                resources.Add(resource);
                doubt ??= unknown;
            }
        }

        return new(resources, doubt);
    }

    private static string KindOf(string shortForm)
    {
        var end = shortForm.IndexOfAny(['{', '*']);
        return (end < 0 ? shortForm : shortForm.Substring(0, end)).Replace("::", ":");
    }
}

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Which resources a row of the table is about, and how they are found in the parameters of a task.</summary>
/// <param name="Kinds">The kinds of resources, each as service, colon and the start of the resource, such as <c>glue:job/</c>; empty when no declared resource may stand for them.</param>
/// <param name="Find">Finds the resources.</param>
internal sealed record Target(IReadOnlyList<string> Kinds, Func<TaskArguments, Reach> Find)
{
    /// <summary>The resources of templates, all of them.</summary>
    public static Target Of(params string[] shortForms)
    {
        string[] templates = [.. shortForms.Select(ResourceTemplate.Expand)];
        return new([.. shortForms.Select(KindOf).Where(kind => kind.Length > 0)], arguments => Fill(templates, arguments));
    }

    /// <summary>The first template whose parameters are there.</summary>
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

    /// <summary>The resource whose ARN a parameter holds; everything when it is computed.</summary>
    public static Target Arn(string kind, string parameter) => new([kind], arguments => Reach.Arn(arguments, parameter));

    /// <summary>Everything, because the actions know no narrower resource.</summary>
    public static Target Everything(string reason)
    {
        var reach = Reach.Narrowest(reason, "*");
        return new([], _ => reach);
    }

    /// <summary>Everything of some kinds, because the task does not say which of them it reaches.</summary>
    public static Target NotSaid(string reason, params string[] kinds) => new(kinds, _ => Reach.Everything(reason));

    /// <summary>A rule that Step Functions manages.</summary>
    public static Target Rule(string name)
    {
        var reach = Reach.Of(ResourceTemplate.Expand("events:rule/" + name));
        return new([], _ => reach);
    }

    /// <summary>The same, but only for tasks that have one of the parameters.</summary>
    public Target When(params string[] parameters) => this with { Find = arguments => parameters.Any(arguments.Has) ? Find(arguments) : Reach.Nothing };

    /// <summary>The same, with a reason why it is wider than it would have to be.</summary>
    public Target Because(string reason) => Explained(reason, isNarrowest: false);

    /// <summary>The same, with a reason why nothing narrower can be written.</summary>
    public Target NarrowestBecause(string reason) => Explained(reason, isNarrowest: true);

    /// <summary>The form of the ARNs that may be declared; null when none may.</summary>
    public string? Form => Kinds.Count == 0 ? null : DeclaredResource.FormOf(Kinds[0]);

    /// <summary>What a declared resource that is none of these stands for here; itself where nothing else is said.</summary>
    public Func<string, string> Meant { get; init; } = resource => resource;

    /// <summary>Whether a declared resource is one of these, as far as its text tells.</summary>
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

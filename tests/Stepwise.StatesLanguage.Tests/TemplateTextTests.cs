using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.StatesLanguage.Tests;

/// <summary>
/// What the compiler and the deployment write are templates: <c>${Name}</c> in them is a substitution. There, <c>JsonValue.ToJson</c> is wrong, because it does not escape a literal <c>${</c>.
/// The texts differ only if a user writes <c>${</c>, so these tests look at the calls.
/// </summary>
public partial class TemplateTextTests
{
    /// <summary>Calls in the generator whose text is not a template.</summary>
    private static readonly string[] _exceptions =
    [
        // A number in a message.
        "DeploymentRules.cs: value.ToJson()",

        // The text of a manifest, which its writer writes as a template.
        "WorkflowCompiler.cs: ).ToJson()",
    ];

    [Fact]
    public void The_generator_writes_templates()
    {
        // A conversion to a JsonValue, such as DefinitionWriter.ToJson(machine) or policy.ToJson().ToJsonTemplate(), is not a text.
        var calls = Calls("Stepwise.Generator", Text());

        Assert.Equal(_exceptions, calls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_manifest_is_a_template()
        => Assert.Empty(Calls(Path.Combine("Stepwise.StatesLanguage", "Manifest"), Text()));

    [Fact]
    public void The_deployment_resolves_substitutions_in_templates_only()
        => Assert.Empty(Calls("Stepwise.Deployment", Resolved()));

    [Fact]
    public void A_policy_is_the_same_text_as_a_template_and_as_JSON()
    {
        var policy = RolePolicy.Create(
            new() { StartAt = "A", States = [new TaskState { Name = "A", Resource = "arn:aws:states:::states:startExecution.sync:2", Parameters = Permissions.Sample.Literals }] },
            new() { Logging = true, KmsKeyArn = "${KeyArn}", StateMachineName = "${StateMachineName}" }).ToJson();
        var trust = TrustPolicy.Create("${StateMachineName}").ToJson();

        Assert.Contains("${KeyArn}", policy.ToJsonTemplate(), StringComparison.Ordinal);
        Assert.Equal(policy.ToJson(indented: true), policy.ToJsonTemplate(indented: true));
        Assert.Contains("${StateMachineName}", trust.ToJsonTemplate(), StringComparison.Ordinal);
        Assert.Equal(trust.ToJson(), trust.ToJsonTemplate());
    }

    private static List<string> Calls(string project, Regex call)
    {
        var folder = Path.Combine(Source(), project);
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .ToList();
        Assert.True(files.Exists(file => File.ReadAllText(file).Contains(".ToJsonTemplate(", StringComparison.Ordinal)), "The sources are not where they are looked for.");
        return [.. files.SelectMany(file => call.Matches(File.ReadAllText(file)).Select(match => Path.GetFileName(file) + ": " + match.Value))];
    }

    private static string Source([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "src"));

    [GeneratedRegex(@"(?:\w+|\))\.(?:ToJson|WriteTo)\([^()]*\)(?!\.ToJsonTemplate\()(?<!DefinitionWriter\.ToJson\(\w+\))")]
    private static partial Regex Text();

    [GeneratedRegex(@"\b(?:Resolve|Template\.Of)\([^()]*(?:\.ToJson\(|\.ToString\()")]
    private static partial Regex Resolved();
}

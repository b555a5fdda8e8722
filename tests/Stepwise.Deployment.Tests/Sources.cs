using System.Reflection;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Deployment.Tests;

internal static class Sources
{
    /// <summary>What the compiler makes of the campaign sample.</summary>
    public static WorkflowSource Campaign { get; } = Compiled(typeof(CampaignSystem.CampaignExecution).Assembly, "campaign-execution");

    /// <summary>What the compiler makes of a workflow with every kind of deployment.</summary>
    public static WorkflowSource EveryKind { get; } = Compiled(typeof(Workflows.EveryKind).Assembly, "every-kind");

    /// <summary>What the compiler makes of a workflow that names every kind of deployed resource.</summary>
    public static WorkflowSource EveryResource { get; } = Compiled(typeof(Workflows.EveryResource).Assembly, "every-resource");

    /// <summary>What the compiler makes of a workflow that calls nothing.</summary>
    public static WorkflowSource Greeting { get; } = Compiled(typeof(Workflows.Greeting).Assembly, "greeting");

    public static string CampaignInputSchema { get; } = Artifact(typeof(CampaignSystem.CampaignExecution).Assembly, "campaign-execution/input.schema.json");

    public static string CampaignOutputSchema { get; } = Artifact(typeof(CampaignSystem.CampaignExecution).Assembly, "campaign-execution/output.schema.json");

    /// <summary>Only what every workflow has.</summary>
    public static WorkflowSource Bare { get; } = Campaign with
    {
        Manifest = new WorkflowManifest { Name = "campaign-execution" },
    };

    /// <summary>Braces that a deployment tool must leave alone, in every place where text of a user goes.</summary>
    public static WorkflowSource Awkward { get; } = new(
        "awkward",
        """{"Comment":"$\u007bliteral} %\u007bliteral}","StartAt":"A","States":{"A":{"Type":"Pass","QueryLanguage":"JSONata","Output":"{% ${\"k\": a} %{b} $${Key} %}","End":true}}}""",
        """{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"s3:GetObject","Resource":["arn:aws:s3:::$${Key}/${literal-x}/*"]}]}""",
        Greeting.Trust.Replace("greeting", "awkward", StringComparison.Ordinal),
        new WorkflowManifest
        {
            Name = "awkward",
            Summary = "Text with ${literal} and %{literal}.",
            Alarms = [new("ExecutionsFailed", 1, 60, 1, [])],
            EventRules = [new("rule", null, Json.JsonValue.Parse("""{"source":["${literal} %{x}"]}"""), true, null, (Json.JsonObject)Json.JsonValue.Parse("""{"a":"$.detail['${b}']"}"""), """{"a":<a>,"b":"${literal}","k":"${Key}"}""")],
            Schedules = [new("s", "rate(1 hour)", "UTC", true, Json.JsonValue.Parse("""{"text":"${literal} \"quoted\" ${Key}"}"""))],
        });

    /// <summary>A child machine whose ARN is supplied, a Map that runs its own machine, and a topic that is declared.</summary>
    public static WorkflowSource Nested { get; } = NestedOf(
        """
        {"StartAt":"Run child","States":{
          "Run child":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn":"${ChildStateMachineArn}","Input.$":"$"},"Next":"Each"},
          "Each":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"Item","States":{"Item":{"Type":"Succeed"}}},"Next":"Tell"},
          "Tell":{"Type":"Task","Resource":"arn:aws:states:::sns:publish","Parameters":{"TopicArn.$":"$.topic","Message":"done"},"End":true}}}
        """,
        new WorkflowManifest { Name = "nested", States = [new ManifestState("Tell", "Tell", "Task", null, null, "sns:publish", [], [], false, true) { Resources = ["${OrdersTopicArn}"] }] });

    public static TheoryData<string> Names => ["campaign", "every kind", "every resource", "greeting", "bare", "awkward", "nested"];

    public static WorkflowSource Of(string name) => name switch
    {
        "campaign" => Campaign,
        "every kind" => EveryKind,
        "every resource" => EveryResource,
        "greeting" => Greeting,
        "bare" => Bare,
        "nested" => Nested,
        _ => Awkward,
    };

    private static WorkflowSource NestedOf(string definition, WorkflowManifest manifest)
    {
        var options = new PermissionOptions { StateMachineName = manifest.Name, Resources = new Dictionary<string, IReadOnlyList<string>> { ["Tell"] = ["${OrdersTopicArn}"] } };
        var policy = RolePolicy.Create(DefinitionReader.Read(definition).Machine!, options);
        return new(manifest.Name, definition, policy.ToJson().ToJson(), TrustPolicy.Create(manifest.Name).ToJson().ToJson(), manifest);
    }

    /// <summary>The artifacts as the generator leaves them in an assembly, the manifest among them.</summary>
    private static WorkflowSource Compiled(Assembly assembly, string name)
    {
        return new(name, Read(name + ".asl.json"), Read(name + ".policy.json"), Read(name + ".trust.json"), WorkflowManifest.Parse(Read("manifest.json")));

        string Read(string file) => Artifact(assembly, name + "/" + file);
    }

    private static string Artifact(Assembly assembly, string path)
        => assembly.GetCustomAttributes<WorkflowArtifactAttribute>().Single(artifact => artifact.Path == path).Content;
}

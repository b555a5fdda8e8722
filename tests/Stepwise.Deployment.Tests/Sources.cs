using Stepwise.Deployment.Manifest;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Deployment.Tests;

internal static class Sources
{
    /// <summary>What the compiler makes of the campaign sample, with every kind of deployment that a manifest can ask for.</summary>
    public static WorkflowSource Campaign { get; } = new(
        "campaign-execution", Read("campaign-execution.asl.json"), Read("campaign-execution.policy.json"), Read("campaign-execution.trust.json"), WorkflowManifest.Parse(Read("manifest.json")));

    /// <summary>Only what every workflow has.</summary>
    public static WorkflowSource Bare { get; } = Campaign with
    {
        Manifest = new WorkflowManifest { Name = "campaign-execution" },
    };

    public static WorkflowSource Encrypted { get; } = Campaign with
    {
        Manifest = Campaign.Manifest with { Encryption = new("${CampaignKeyArn}", 300) },
    };

    /// <summary>Braces that a deployment tool must leave alone, in every place where text of a user goes.</summary>
    public static WorkflowSource Awkward { get; } = new(
        "awkward",
        """{"Comment":"$\u007bliteral} %\u007bliteral}","StartAt":"A","States":{"A":{"Type":"Pass","QueryLanguage":"JSONata","Output":"{% ${\"k\": a} %{b} $${Key} %}","End":true}}}""",
        """{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"s3:GetObject","Resource":["arn:aws:s3:::$${Key}/${literal-x}/*"]}]}""",
        Read("campaign-execution.trust.json"),
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

    public static TheoryData<string> Names => ["campaign", "bare", "encrypted", "awkward", "nested"];

    public static WorkflowSource Of(string name) => name switch
    {
        "campaign" => Campaign,
        "bare" => Bare,
        "encrypted" => Encrypted,
        "nested" => Nested,
        _ => Awkward,
    };

    private static WorkflowSource NestedOf(string definition, WorkflowManifest manifest)
    {
        var options = new PermissionOptions { StateMachineName = manifest.Name, Resources = new Dictionary<string, IReadOnlyList<string>> { ["Tell"] = ["${OrdersTopicArn}"] } };
        var policy = RolePolicy.For(DefinitionReader.Read(definition, [])!, options);
        return new(manifest.Name, definition, policy.ToJson().ToJson(), TrustPolicy.For(manifest.Name).ToJson().ToJson(), manifest);
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Sources).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

using Stepwise.Deployment.Manifest;

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

    public static TheoryData<string> Names => ["campaign", "bare", "encrypted", "awkward"];

    public static WorkflowSource Of(string name) => name switch
    {
        "campaign" => Campaign,
        "bare" => Bare,
        "encrypted" => Encrypted,
        _ => Awkward,
    };

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Sources).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

using CsCheck;
using Snapshooter.Xunit;
using Stepwise.Deployment.Documentation;
using Stepwise.Deployment.Plan;
using Stepwise.Deployment.Tests.Diagram;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Deployment.Tests.Documentation;

public sealed class LivingDocumentTests
{
    private static readonly string _document = LivingDocument.Write(Source());

    [Fact]
    public void The_campaign_is_described_as_it_was() => _document.MatchSnapshot();

    [Theory]
    [InlineData("| ValidateCampaign | Task: Lambda `validate-campaign` |", "a state with its function")]
    [InlineData("![The states of campaign-execution](campaign-execution.svg)", "the picture")]
    [InlineData("flowchart TD", "the picture as text")]
    [InlineData("any error: 3 more tries, after 2 s, each wait 2 times the last", "a retry")]
    [InlineData("any error: NotifyFailure", "a catch")]
    [InlineData("status = completed: GenerateReport; status = paused: CampaignPaused; status = cancelled: CampaignCancelled; needsMoreContacts: QueryEligibleContacts; otherwise: MonitorProgress", "a choice")]
    [InlineData("| QueryEligibleContacts | `lambda:InvokeFunction` | `${DispatcherFunctionArn}`<br>`${DispatcherFunctionArn}:*` |", "a permission")]
    [InlineData("\"executionSource\": \"manual\"", "the input")]
    [InlineData("\"status\": \"completed\"", "the output")]
    [InlineData("\"error\": \"CampaignValidationFailed\"", "how a failure looks")]
    [InlineData("\"Cause\": \"what happened", "how a caught error looks")]
    [InlineData("`CampaignValidationFailed` | `Campaign configuration validation failed`", "a failure")]
    [InlineData("phone numbers", "what logging means")]
    [InlineData("`ExecutionTime`: over 1 h", "an alarm")]
    [InlineData("`rate(1 minute)`, **disabled** when deployed", "a rule")]
    [InlineData("at(2024-01-15T10:00:00)", "schedules made at run time")]
    [InlineData("| main path | CampaignCompleted | 10 | 24 | US$ 0.250 |", "the cost")]
    [InlineData("MonitorProgress → CheckCampaignStatus → IsCampaignComplete | 3 | US$ 0.075 | 9 | about 2,776 turns, about 46 hours of waiting", "the limit")]
    [InlineData("### An execution ended in CampaignFailed", "a failure state")]
    [InlineData("QueryEligibleContacts failed (any error), and NotifyFailure came next; read the log of the function `dispatcher`", "what leads to a failure")]
    [InlineData("### An execution went through ReportGenerationFailed", "an error that is not fatal")]
    [InlineData("### An execution is stuck in the loop of MonitorProgress", "a loop")]
    [InlineData("* **2.1** A campaign takes a start, an end and calling windows", "a requirement")]
    [InlineData("* **2.2** Outside a window calling pauses", "a requirement")]
    [InlineData("* **2.3** After the end time there are no new attempts", "a requirement")]
    [InlineData("the audio files exist (voice); the IVR flow is valid; there are contacts", "what a task checks")]
    [InlineData("pushed to the SQS queue `dial-tasks`", "what a task does")]
    [InlineData("| `validationResult.errors` | `IReadOnlyList<string>` | What is wrong with it, all at once. |", "what a task returns")]
    [InlineData("Do the dialer workers process contacts?", "where to look in a loop")]
    [InlineData("Is the queue `dial-tasks` consumed", "where to look in a loop")]
    [InlineData("Can the audio URLs be reached?", "where to look when the validation fails")]
    [InlineData("May the function write to the S3 bucket of the reports?", "where to look when the report fails")]
    [InlineData("adjust the wait of `MonitorProgress` to the campaign's size", "how to spend less")]
    [InlineData("aws stepfunctions describe-execution", "the command line")]
    [InlineData("terraform apply -target=module.orchestration", "the deployment")]
    public void It_tells(string text, string what) => Assert.True(_document.Contains(text, StringComparison.Ordinal), what);

    [Fact]
    public void The_definition_alone_is_enough()
    {
        var document = LivingDocument.Write(new() { Name = "campaign", Machine = ReferenceMachine.Machine, Permissions = RolePolicy.Create(ReferenceMachine.Machine).Notes });
        Assert.Contains("## States", document, StringComparison.Ordinal);
        Assert.Contains("Checks that the campaign can run.", document, StringComparison.Ordinal);
        Assert.Contains("`$.validationResult`", document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("campaign")]
    [InlineData("every kind")]
    [InlineData("greeting")]
    public void The_document_gives_reasons_for_the_policy_that_is_deployed(string name)
    {
        var source = Sources.Of(name);
        var deployed = DeploymentPlan.From(source).Machine.Role.Grants.SelectMany(statement => statement.Actions.Items).Select(action => action.Parts.Single().Value);
        var explained = source.Manifest.Permissions.Where(note => note.Kind is PermissionNoteKind.Granted or PermissionNoteKind.Narrowest or PermissionNoteKind.Wildcard).Select(note => note.Action);
        Assert.Equal(deployed.Distinct().Order(StringComparer.Ordinal), explained.Distinct().Order(StringComparer.Ordinal));

        var document = LivingDocument.Write(new() { Name = source.Name, Machine = DefinitionReader.Read(source.Definition).Machine!, Manifest = source.Manifest, Permissions = source.Manifest.Permissions });
        Assert.All(deployed, action => Assert.Contains("`" + action + "`", document, StringComparison.Ordinal));
    }

    [Fact]
    public void A_constant_input_is_shown_as_it_is_deployed()
    {
        var source = Sources.EveryKind;
        var document = LivingDocument.Write(new() { Name = source.Name, Machine = DefinitionReader.Read(source.Definition).Machine!, Manifest = source.Manifest, Permissions = [] });
        Assert.Contains("$\\u007bOnCallTopicArn}", document, StringComparison.Ordinal);
        Assert.Contains("$\\u007bliteral}", document, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alarm_names_each_topic_by_its_ARN_or_by_its_substitution()
    {
        var manifest = new WorkflowManifest { Name = "x", Alarms = [new("ExecutionsFailed", 1, 60, 1, ["arn:aws:sns:eu-west-1:123456789012:alerts", "OnCallTopicArn"])] };
        var document = LivingDocument.Write(new() { Name = "x", Machine = new() { StartAt = "End", States = [new SucceedState { Name = "End" }] }, Manifest = manifest, Permissions = [] });
        Assert.Contains("; notifies `arn:aws:sns:eu-west-1:123456789012:alerts`, `${OnCallTopicArn}`.\n", document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "`a`")]
    [InlineData("a`b", "`` a`b ``")]
    [InlineData("a``b", "``` a``b ```")]
    public void Code_may_contain_backticks(string text, string markdown) => Assert.Equal(markdown, Markdown.Code(text));

    [Fact]
    public void A_fence_may_be_long()
    {
        var text = new string('`', 200_000);
        Assert.Equal($"`{text} a{text}b `{text}", Markdown.Code($"a{text}b"));
    }

    [Fact]
    public void A_name_becomes_no_markup()
    {
        var document = LivingDocument.Write(new() { Name = "x", Machine = new() { StartAt = "a | <b> `c` *d*", States = [new FailState { Name = "a | <b> `c` *d*", Error = "a|b`" }] }, Permissions = [] });
        Assert.Contains("| a \\| &lt;b> \\`c\\` \\*d\\* |", document, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_become_no_markup_but_their_own()
    {
        const string Manifest = """
            { "name": "x", "notes": {
              "remarks": [ { "paragraph": ["# no *heading* | ", { "code": "a|b`c" }, " and ", { "strong": "<b>" }] }, { "items": [["1. one"], ["- two"]], "numbered": true }, { "code": "a\n```\nb" } ],
              "troubleshooting": [ { "paragraph": ["Ask."] } ] } }
            """;
        var document = LivingDocument.Write(new() { Name = "x", Machine = new() { StartAt = "End", States = [new SucceedState { Name = "End" }] }, Manifest = WorkflowManifest.Parse(Manifest), Permissions = [] });
        Assert.Contains("\n\\# no \\*heading\\* \\| `` a\\|b`c `` and **&lt;b>**\n", document, StringComparison.Ordinal);
        Assert.Contains("\n1. 1\\. one\n1. \\- two\n", document, StringComparison.Ordinal);
        Assert.Contains("\n````\na\n```\nb\n````\n", document, StringComparison.Ordinal);
        Assert.Contains("## Troubleshooting\n\nAsk.\n", document, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "x", "notes": { "remarks": [ { "title": "no" } ] } }""")]
    [InlineData("""{ "name": "x", "notes": { "remarks": [ { "items": ["no"] } ] } }""")]
    public void A_note_of_another_shape_is_refused(string manifest) => Assert.Throws<FormatException>(() => WorkflowManifest.Parse(manifest));

    [Fact]
    public void Random_machines_are_described() => MachineGenerator.Machines(12).Sample(
        machine =>
        {
            string Document() => LivingDocument.Write(new() { Name = "x", Machine = machine, Permissions = RolePolicy.Create(machine).Notes });
            Assert.Equal(Document(), Document());
        },
        iter: 100);

    private static DocumentSource Source() => new()
    {
        Name = "campaign-execution",
        Machine = ReferenceMachine.Machine,
        Manifest = Sources.Campaign.Manifest,
        Permissions = Sources.Campaign.Manifest.Permissions,
        InputSchema = JsonValue.Parse(Sources.CampaignInputSchema),
        OutputSchema = JsonValue.Parse(Sources.CampaignOutputSchema),
    };
}

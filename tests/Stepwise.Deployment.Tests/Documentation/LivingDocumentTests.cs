using CsCheck;
using Snapshooter.Xunit;
using Stepwise.Deployment.Documentation;
using Stepwise.Deployment.Manifest;
using Stepwise.Deployment.Tests.Diagram;
using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Tests.Documentation;

public sealed class LivingDocumentTests
{
    private static readonly string Document = LivingDocument.Write(Source());

    [Fact]
    public void The_campaign_is_described_as_it_was() => Document.MatchSnapshot();

    [Theory]
    [InlineData("| ValidateCampaign | Task: Lambda `validate-campaign` |", "a state with its function")]
    [InlineData("![The states of campaign-execution](campaign-execution.svg)", "the picture")]
    [InlineData("flowchart TD", "the picture as text")]
    [InlineData("any error: 3 more tries, after 2 s, each wait 2 times the last", "a retry")]
    [InlineData("any error: NotifyFailure", "a catch")]
    [InlineData("status = completed: GenerateReport; status = paused: CampaignPaused; status = cancelled: CampaignCancelled; needsMoreContacts: QueryEligibleContacts; otherwise: MonitorProgress", "a choice")]
    [InlineData("`lambda:InvokeFunction` | `${DispatcherFunctionArn}`", "a permission")]
    [InlineData("\"executionSource\": \"executionSource\"", "the input")]
    [InlineData("\"completionPercentage\": 1.5", "the output")]
    [InlineData("`CampaignValidationFailed` | `Campaign configuration validation failed`", "a failure")]
    [InlineData("phone numbers", "what logging means")]
    [InlineData("`ExecutionTime`: over 1 h", "an alarm")]
    [InlineData("`rate(1 minute)`, **disabled** when deployed", "a rule")]
    [InlineData("at(2024-01-15T10:00:00)", "schedules made at run time")]
    [InlineData("| main path | CampaignCompleted | 10 | US$ 0.250 |", "the cost")]
    [InlineData("MonitorProgress → CheckCampaignStatus → IsCampaignComplete | 3 | 9 | about 2,776 turns, about 46 hours of waiting", "the limit")]
    [InlineData("### An execution ended in CampaignFailed", "a failure state")]
    [InlineData("QueryEligibleContacts failed (any error), by way of NotifyFailure; the function's log is `/aws/lambda/…dispatcher`", "what leads to a failure")]
    [InlineData("### An execution went through ReportGenerationFailed", "an error that is not fatal")]
    [InlineData("### An execution does not leave MonitorProgress → CheckCampaignStatus → IsCampaignComplete", "a loop")]
    [InlineData("aws stepfunctions describe-execution", "the command line")]
    [InlineData("terraform apply -target=module.orchestration", "the deployment")]
    public void It_tells(string text, string what) => Assert.True(Document.Contains(text, StringComparison.Ordinal), what);

    [Fact]
    public void The_definition_alone_is_enough()
    {
        var document = LivingDocument.Write(new() { Name = "campaign", Machine = ReferenceMachine.Machine });
        Assert.Contains("## States", document, StringComparison.Ordinal);
        Assert.Contains("Checks that the campaign can run.", document, StringComparison.Ordinal);
        Assert.Contains("`$.validationResult`", document, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_becomes_no_markup()
    {
        var document = LivingDocument.Write(new() { Name = "x", Machine = new() { StartAt = "a | <b> `c` *d*", States = [new FailState { Name = "a | <b> `c` *d*", Error = "a|b`" }] } });
        Assert.Contains("| a \\| &lt;b> \\`c\\` \\*d\\* |", document, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_machines_are_described() => MachineGenerator.Machines(12).Sample(
        machine => Assert.Equal(LivingDocument.Write(new() { Name = "x", Machine = machine }), LivingDocument.Write(new() { Name = "x", Machine = machine })),
        iter: 100);

    private static DocumentSource Source() => new()
    {
        Name = "campaign-execution",
        Machine = ReferenceMachine.Machine,
        Manifest = WorkflowManifest.Parse(ReferenceMachine.Text("Documentation", "manifest.json")),
        InputSchema = JsonValue.Parse(ReferenceMachine.Text("Documentation", "input.schema.json")),
        OutputSchema = JsonValue.Parse(ReferenceMachine.Text("Documentation", "output.schema.json")),
    };
}

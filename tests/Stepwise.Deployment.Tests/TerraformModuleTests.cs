using System.Text.RegularExpressions;
using Snapshooter.Xunit;
using Stepwise.Deployment.Terraform;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Tests;

public sealed partial class TerraformModuleTests
{
    [Fact]
    public void CampaignIsACompleteModule() => Snapshot.Match(WholeModule(Sources.Campaign));

    [Fact]
    public void EveryResourceIsLookedUp() => Snapshot.Match(WholeModule(Sources.EveryResource));

    [Fact]
    public void AMachineThatCallsNothingHasNoPolicy()
    {
        var main = Parse(TerraformModule.Write(Sources.Greeting), "main.tf.json");
        var resources = (JsonObject)main["resource"]!;
        Assert.NotNull(resources["aws_iam_role"]);
        Assert.Null(resources["aws_iam_role_policy"]);
        Assert.Null(((JsonObject)((JsonObject)resources["aws_sfn_state_machine"]!)["this"]!)["depends_on"]);
        Assert.Equal(["state_machine_trust"], ((JsonObject)((JsonObject)main["data"]!)["aws_iam_policy_document"]!).Members.Select(member => member.Name));
    }

    [Theory]
    [MemberData(nameof(Sources.Names), MemberType = typeof(Sources))]
    public void EveryReferenceNamesSomethingInTheModule(string name)
    {
        var files = TerraformModule.Write(Sources.Of(name));
        var main = Parse(files, "main.tf.json");
        var variables = (JsonObject)Parse(files, "variables.tf.json")["variable"]!;
        var text = string.Concat(files.Where(file => file.Path.EndsWith(".tf.json", StringComparison.Ordinal)).Select(file => file.Content));
        var references = Reference().Matches(text).Select(match => match.Value).Distinct().ToList();
        Assert.NotEmpty(references);
        foreach (var parts in references.Select(reference => reference.Split('.')))
        {
            var found = parts[0] switch
            {
                "var" => variables[parts[1]] is not null,
                "local" => ((JsonObject)main["locals"]!)[parts[1]] is not null,
                "data" => Has(main["data"], parts[1], parts[2]),
                _ => Has(main["resource"], parts[0], parts[1]),
            };
            Assert.True(found, string.Join('.', parts));
        }

        foreach (var variable in variables.Members)
        {
            Assert.Contains("var." + variable.Name, text, StringComparison.Ordinal);
        }

        static bool Has(JsonValue? owner, string type, string label) => owner is JsonObject types && types[type] is JsonObject labels && labels[label] is not null;
    }

    [Theory]
    [MemberData(nameof(Sources.Names), MemberType = typeof(Sources))]
    public void WritesTheSameEachTime(string name)
    {
        Assert.Equal(TerraformModule.Write(Sources.Of(name)), TerraformModule.Write(Sources.Of(name)));
        Assert.All(TerraformModule.Write(Sources.Of(name)), file => Assert.DoesNotContain('\r', file.Content));
    }

    [Theory]
    [MemberData(nameof(Sources.Names), MemberType = typeof(Sources))]
    public void DefinitionInTheModuleIsTheSameDocument(string name)
    {
        var source = Sources.Of(name);
        var file = TerraformModule.Write(source).Single(file => file.Path.EndsWith(".asl.json", StringComparison.Ordinal));
        Assert.Equal(JsonValue.Parse(source.Definition), JsonValue.Parse(file.Content));
    }

    [Fact]
    public void BracesOfTheUserAreNoExpressions()
    {
        var files = TerraformModule.Write(Sources.Awkward);
        var main = files.Single(file => file.Path.EndsWith("main.tf.json", StringComparison.Ordinal)).Content;
        Assert.Contains("$${literal} %%{x}", main, StringComparison.Ordinal);
        Assert.DoesNotContain("\"${literal", main, StringComparison.Ordinal);
        Assert.Contains("${\\\"$\\\"}${var.key}", main, StringComparison.Ordinal);
        var definition = files.Single(file => file.Path.EndsWith(".asl.json", StringComparison.Ordinal)).Content;
        Assert.Contains("$\\u007b\\\"k\\\": a} %\\u007bb} \\u0024${Key}", definition, StringComparison.Ordinal);
    }

    [Fact]
    public void LogDestinationEndsAsStepFunctionsWantsIt()
    {
        var machine = (JsonObject)((JsonObject)((JsonObject)Parse(TerraformModule.Write(Sources.Campaign), "main.tf.json")["resource"]!)["aws_sfn_state_machine"]!)["this"]!;
        Assert.Equal("${aws_cloudwatch_log_group.state_machine.arn}:*", ((JsonObject)machine["logging_configuration"]!)["log_destination"]);
        Assert.Equal(JsonArray.Create("aws_iam_role_policy.state_machine"), machine["depends_on"]);
    }

    [Fact]
    public void ThePolicyNamesTheDeployedMachineAndTakesTheChildsNameOutOfItsArn()
    {
        var files = TerraformModule.Write(Sources.Nested);
        var main = files.Single(file => file.Path.EndsWith("main.tf.json", StringComparison.Ordinal)).Content;
        Assert.Contains("\"arn:${data.aws_partition.current.partition}:states:${data.aws_region.current.id}:${data.aws_caller_identity.current.account_id}:execution:${split(\\\":\\\", var.child_state_machine_arn)[6]}:*\"", main, StringComparison.Ordinal);
        Assert.Contains(":execution:${local.name}/*:*\"", main, StringComparison.Ordinal);
        Assert.Contains(":stateMachine:${local.name}\"", main, StringComparison.Ordinal);
        Assert.DoesNotContain(":nested", main, StringComparison.Ordinal);
        var variables = (JsonObject)Parse(files, "variables.tf.json")["variable"]!;
        Assert.Null(variables["child_state_machine_name"]);
        Assert.Equal("The ARN of what Tell may reach.", ((JsonObject)variables["orders_topic_arn"]!)["description"]);
    }

    [Fact]
    public void ARuleNamedForDoesNotBeginAForExpression()
    {
        var files = TerraformModule.Write(Sources.Bare with { Manifest = new() { Name = "campaign-execution", EventRules = [new("for", "rate(1 hour)", null, true, null, null, null)] } });
        Assert.Contains("${{for_2 = aws_cloudwatch_event_rule.for_2.arn}}", Parse(files, "outputs.tf.json").ToJson(), StringComparison.Ordinal);
    }

    private static string WholeModule(WorkflowSource source) =>
        string.Concat(TerraformModule.Write(source).Where(file => !file.Path.EndsWith(".asl.json", StringComparison.Ordinal)).Select(file => $"==== {file.Path}\n{file.Content}"));

    private static JsonObject Parse(IReadOnlyList<DeploymentFile> files, string name) =>
        (JsonObject)JsonValue.Parse(files.Single(file => file.Path == ArtifactNames.Terraform + "/" + name).Content);

    [GeneratedRegex(@"\b(?:data\.aws_\w+\.\w+|aws_\w+\.\w+|var\.\w+|local\.\w+)")]
    private static partial Regex Reference();
}

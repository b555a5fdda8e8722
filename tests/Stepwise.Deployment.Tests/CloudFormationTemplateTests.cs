using System.Text.RegularExpressions;
using Snapshooter.Xunit;
using Stepwise.Deployment.CloudFormation;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Deployment.Tests;

public sealed partial class CloudFormationTemplateTests
{
    [Fact]
    public void CampaignIsACompleteTemplate() => Snapshot.Match(CloudFormationTemplate.Write(Sources.Campaign).Content);

    [Fact]
    public void CampaignIsACompleteServerlessTemplate() => Snapshot.Match(ServerlessTemplate.Write(Sources.Campaign).Content);

    [Fact]
    public void EveryResourceIsAParameter() => Snapshot.Match(CloudFormationTemplate.Write(Sources.EveryResource).Content);

    [Fact]
    public void EveryResourceIsAParameterOfTheServerlessTemplate() => Snapshot.Match(ServerlessTemplate.Write(Sources.EveryResource).Content);

    [Fact]
    public void AMachineThatCallsNothingHasNoPolicy()
    {
        foreach (var file in new[] { CloudFormationTemplate.Write(Sources.Greeting), ServerlessTemplate.Write(Sources.Greeting) })
        {
            var role = (JsonObject)((JsonObject)((JsonObject)JsonValue.Parse(file.Content))["Resources"]!)["StateMachineRole"]!;
            Assert.NotNull(((JsonObject)role["Properties"]!)["AssumeRolePolicyDocument"]);
            Assert.Null(((JsonObject)role["Properties"]!)["Policies"]);
        }
    }

    [Fact]
    public void TheUrlOfAQueueIsMadeFromItsArn()
    {
        var template = (JsonObject)JsonValue.Parse(CloudFormationTemplate.Write(Sources.EveryKind).Content);
        Assert.NotNull(((JsonObject)template["Parameters"]!)["DialTasksQueueArn"]);
        Assert.Null(((JsonObject)template["Parameters"]!)["DialTasksQueueUrl"]);
        var machine = (JsonObject)((JsonObject)((JsonObject)template["Resources"]!)["StateMachine"]!)["Properties"]!;
        Assert.Equal(
            JsonValue.Parse(
                """
                {"Fn::Sub":["https://sqs.${Region}.${AWS::URLSuffix}/${Account}/${Name}",{
                  "Region":{"Fn::Select":[3,{"Fn::Split":[":",{"Ref":"DialTasksQueueArn"}]}]},
                  "Account":{"Fn::Select":[4,{"Fn::Split":[":",{"Ref":"DialTasksQueueArn"}]}]},
                  "Name":{"Fn::Select":[5,{"Fn::Split":[":",{"Ref":"DialTasksQueueArn"}]}]}}]}
                """),
            ((JsonObject)machine["DefinitionSubstitutions"]!)["DialTasksQueueUrl"]);
    }

    [Theory]
    [InlineData("SubnetA", "subnet-0123 ok: $5 %x", true)]
    [InlineData("SubnetA", "it's", false)]
    [InlineData("SubnetA", "a\"b", false)]
    [InlineData("SubnetA", "a\\b", false)]
    [InlineData("SubnetA", "{%x%}", false)]
    [InlineData("OrdersKeyArn", "arn:aws:kms:eu-west-1:123456789012:key/0f1e", true)]
    [InlineData("OrdersKeyArn", "arn:aws:kms:eu-west-1:123456789012:alias/orders", false)]
    [InlineData("OrdersKeyArn", "arn:aws:kms:eu-west-1:123456789012:key/it's", false)]
    [InlineData("OrdersKeyArn", "arn:aws:kms:':'{%x%}:key/0f1e", false)]
    [InlineData("OrdersKeyArn", "arn:a\"b:kms:eu-west-1:123456789012:key/0f1e", false)]
    [InlineData("OrdersKeyArn", "arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/0f1e", true)]
    [InlineData("RunnerRoleArn", "arn:aws:iam::123456789012:role/{%x%}", false)]
    [InlineData("ApprovalActivityArn", "arn:aws:states:eu-west-1:123456789012:stateMachine:approval", false)]
    [InlineData("RunnerRoleArn", "arn:aws:iam::123456789012:role/runner", true)]
    public void AParameterTakesOnlyWhatFits(string parameter, string value, bool isAccepted)
    {
        var parameters = (JsonObject)((JsonObject)JsonValue.Parse(CloudFormationTemplate.Write(Sources.EveryResource).Content))["Parameters"]!;
        var pattern = ((JsonString)((JsonObject)parameters[parameter]!)["AllowedPattern"]!).Value;
        Assert.Equal(isAccepted, Regex.IsMatch(value, pattern));
    }

    [Theory]
    [MemberData(nameof(Sources.Names), MemberType = typeof(Sources))]
    public void EveryReferenceResolvesWithoutACircle(string name)
    {
        foreach (var file in new[] { CloudFormationTemplate.Write(Sources.Of(name)), ServerlessTemplate.Write(Sources.Of(name)) })
        {
            Assert.Equal(file, file.Path == ArtifactNames.CloudFormation ? CloudFormationTemplate.Write(Sources.Of(name)) : ServerlessTemplate.Write(Sources.Of(name)));
            var template = (JsonObject)JsonValue.Parse(file.Content);
            var resources = (JsonObject)template["Resources"]!;
            var parameters = (JsonObject)template["Parameters"]!;
            foreach (var target in References(template))
            {
                Assert.True(target.StartsWith("AWS::", StringComparison.Ordinal) || resources[target] is not null || parameters[target] is not null, target);
            }

            var open = resources.Members.ToDictionary(member => member.Name, member => References(member.Value).Where(target => resources[target] is not null).ToHashSet());
            while (open.Count > 0)
            {
                var ready = open.Where(resource => !resource.Value.Any(open.ContainsKey)).Select(resource => resource.Key).ToList();
                Assert.True(ready.Count > 0, "A circle among " + string.Join(", ", open.Keys));
                ready.ForEach(resource => open.Remove(resource));
            }

            Assert.All(parameters.Members, parameter => Assert.Contains(parameter.Name, References(template)));
        }
    }

    [Theory]
    [MemberData(nameof(Sources.Names), MemberType = typeof(Sources))]
    public void DefinitionInTheTemplateIsTheSameDocument(string name)
    {
        var template = (JsonObject)JsonValue.Parse(CloudFormationTemplate.Write(Sources.Of(name)).Content);
        var properties = (JsonObject)((JsonObject)((JsonObject)template["Resources"]!)["StateMachine"]!)["Properties"]!;
        var join = (JsonArray)((JsonObject)properties["DefinitionString"]!)["Fn::Join"]!;
        var definition = string.Join('\n', ((JsonArray)join[1]).Select(line => ((JsonString)line).Value));
        Assert.Equal(JsonValue.Parse(Sources.Of(name).Definition), JsonValue.Parse(definition));
    }

    [Fact]
    public void BracesOfTheUserAreEscapedInSub() =>
        Assert.Contains("${!literal", CloudFormationTemplate.Write(Sources.Awkward).Content, StringComparison.Ordinal);

    [Fact]
    public void ThePolicyNamesTheDeployedMachineAndTakesTheChildsNameOutOfItsArn()
    {
        var template = JsonValue.Parse(CloudFormationTemplate.Write(Sources.Nested).Content).ToJson();
        Assert.Contains(
            """{"Fn::Sub":["arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${ChildStateMachineName}:*",{"ChildStateMachineName":{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"ChildStateMachineArn"}]}]}}]}""",
            template,
            StringComparison.Ordinal);
        Assert.Contains(""":execution:${Prefix}nested/*:*",{"Prefix":{"Fn::If":["HasProjectName",{"Fn::Sub":"${ProjectName}-"},""]}}]}""", template, StringComparison.Ordinal);
        Assert.DoesNotContain("execution:nested", template, StringComparison.Ordinal);
        Assert.Contains("The ARN of what Tell may reach.", template, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Short.", "", 6)]
    [InlineData("", "a", 1024)]
    [InlineData("", "\u00fc", 512)]
    [InlineData("", "\U0001f600", 512)]
    [InlineData("a", "\U0001f600", 511)]
    public void ALongSummaryIsCutToWhatADescriptionMayHave(string start, string repeated, int length)
    {
        var summary = start + string.Concat(Enumerable.Repeat(repeated, 2000));
        var template = (JsonObject)JsonValue.Parse(CloudFormationTemplate.Write(Sources.Greeting with { Manifest = Sources.Greeting.Manifest with { Summary = summary } }).Content);
        Assert.Equal(summary[..length], ((JsonString)template["Description"]!).Value);
    }

    private static IEnumerable<string> References(JsonValue value)
    {
        switch (value)
        {
            case JsonArray items:
                return items.SelectMany(References);
            case JsonObject { Count: 1 } one when one["Ref"] is JsonString name:
                return [name.Value];
            case JsonObject { Count: 1 } one when one["Fn::GetAtt"] is JsonArray path:
                return [((JsonString)path[0]).Value];
            case JsonObject { Count: 1 } one when one["Fn::Sub"] is JsonString text:
                return Variable().Matches(text.Value).Select(match => match.Groups[1].Value);
            case JsonObject members:
                return members.Members.SelectMany(member => References(member.Value));
            default:
                return [];
        }
    }

    [GeneratedRegex(@"\$\{([^!}][^}]*)\}")]
    private static partial Regex Variable();
}

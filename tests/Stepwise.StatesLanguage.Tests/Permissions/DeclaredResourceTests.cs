using Stepwise.Json;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.StatesLanguage.Tests.Permissions;

/// <summary>Resources that somebody declares where the definition does not say them.</summary>
public sealed class DeclaredResourceTests
{
    [Theory]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:orders")]
    [InlineData("arn:aws-us-gov:dynamodb:us-gov-west-1:123456789012:table/orders")]
    [InlineData("arn:aws:s3:::orders/2024/*")]
    [InlineData("arn:${Partition}:sqs:${Region}:${AccountId}:${Prefix}-orders")]
    [InlineData("arn:aws:bedrock:*::foundation-model/amazon.titan")]
    [InlineData("arn:aws:iam::aws:policy/x")]
    [InlineData("${OrdersTopicArn}")]
    public void An_ARN_and_a_substitution_may_be_declared(string text) => Assert.True(DeclaredResource.TryValidate(text, out _));

    [Theory]
    [InlineData("", "an ARN of six parts")]
    [InlineData("orders", "an ARN of six parts")]
    [InlineData("*", "everything is what the policy has without it")]
    [InlineData("arn:aws:sns:orders", "an ARN of six parts")]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:", "names no resource")]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:my orders", "no spaces")]
    [InlineData("arn:amazon:sns:eu-west-1:123456789012:orders", "'amazon'")]
    [InlineData("arn:aws:SNS:eu-west-1:123456789012:orders", "'SNS'")]
    [InlineData("arn:aws:sns:ireland:123456789012:orders", "'ireland'")]
    [InlineData("arn:aws:sns:eu-west-1:1234:orders", "twelve digits")]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:${my-orders}", "letters and digits")]
    [InlineData("${Orders", "letters and digits")]
    [InlineData("${A}${B}", "an ARN of six parts")]
    public void What_is_neither_is_refused_with_a_reason(string text, string reason)
    {
        Assert.False(DeclaredResource.TryValidate(text, out var error));
        Assert.Contains(reason, error);
    }

    [Theory]
    [InlineData("sns:publish", """{"TopicArn.$":"$.t"}""", "arn:aws:sns:r:1:a", "sns:Publish @ arn:aws:sns:r:1:a")]
    [InlineData("states:startExecution.sync:2", """{"StateMachineArn.$":"$.m"}""", "${ChildStateMachineArn}", "states:DescribeExecution states:StopExecution @ states:execution:${ChildStateMachineName}:*\nstates:StartExecution @ ${ChildStateMachineArn}")]
    [InlineData("states:startExecution.sync:2", """{"StateMachineArn.$":"$.m"}""", "arn:aws:states:r:1:stateMachine:child", "states:DescribeExecution states:StopExecution @ arn:aws:states:r:1:execution:child:*\nstates:StartExecution @ arn:aws:states:r:1:stateMachine:child")]
    [InlineData("ecs:runTask", """{"TaskDefinition":"td:1","Cluster":"c"}""", "${WorkerRoleArn}", "iam:PassRole @ ${WorkerRoleArn} if StringEquals iam:PassedToService ecs-tasks.amazonaws.com\necs:RunTask @ ecs:task-definition/td:1 if ArnEquals ecs:cluster ecs:cluster/c")]
    [InlineData("ecs:runTask", """{"TaskDefinition":"td:1","Cluster":"c"}""", "${Anything}", "iam:PassRole @ ${Anything} if StringEquals iam:PassedToService ecs-tasks.amazonaws.com\necs:RunTask @ ecs:task-definition/td:1 if ArnEquals ecs:cluster ecs:cluster/c")]
    [InlineData("aws-sdk:rekognition:startLabelDetection", "{}", "arn:aws:rekognition:eu-west-1:1:project/x", "rekognition:StartLabelDetection @ arn:aws:rekognition:eu-west-1:1:project/x")]
    [InlineData("aws-sdk:sfn:sendTaskSuccess", """{"TaskToken.$":"$.t"}""", "arn:aws:states:r:1:stateMachine:own", "states:SendTaskSuccess @ arn:aws:states:r:1:stateMachine:own")]
    public void It_stands_for_what_is_not_determined(string integration, string parameters, string declared, string statements)
    {
        var policy = Sample.Policy(integration, parameters, Declaring("A", declared));
        Assert.StartsWith(statements, Sample.Text(policy));
        Assert.DoesNotContain(policy.Notes, note => note.Kind is PermissionNoteKind.Wildcard or PermissionNoteKind.NotUsed);
    }

    [Theory]
    [InlineData("sns:publish", """{"TopicArn.$":"$.t"}""", "arn:aws:sqs:r:1:q", "the state needs a resource of the form arn:aws:sns:REGION:ACCOUNT:NAME")]
    [InlineData("sns:publish", """{"TopicArn":"arn:aws:sns:r:1:a"}""", "arn:aws:sns:r:1:b", "the definition already names everything that the state accesses")]
    [InlineData("batch:submitJob.sync", """{"JobQueue":"q","JobDefinition":"d:1"}""", "arn:aws:batch:r:1:job/x", "the definition already names everything that the state accesses")]
    [InlineData("braket:createQuantumTask", "{}", "arn:aws:braket:r:1:device/x", "what the state needs is not known")]
    public void One_that_stands_for_nothing_is_told_and_not_allowed(string integration, string parameters, string declared, string reason)
    {
        var policy = Sample.Policy(integration, parameters, Declaring("A", declared));
        Assert.Equal(("A", declared, reason), Assert.Single(policy.Notes.Where(note => note.Kind == PermissionNoteKind.NotUsed).Select(note => (note.State, note.Resource, note.Reason))));
        Assert.DoesNotContain(policy.Statements.SelectMany(statement => statement.Resources), resource => resource == declared);
        Assert.Equal(
            (PermissionNoteKind.NotUsed, "B", "no state of this name needs a permission"),
            Sample.Policy(integration, parameters, Declaring("B", declared)).Notes.Where(note => note.Kind == PermissionNoteKind.NotUsed).Select(note => (note.Kind, note.State, note.Reason)).Single());
    }

    [Theory]
    [InlineData("sns:publish", "arn:aws:sns:REGION:ACCOUNT:NAME")]
    [InlineData("glue:startJobRun", "arn:aws:glue:REGION:ACCOUNT:job/NAME")]
    [InlineData("aws-sdk:s3:getObject", "arn:aws:s3:::NAME")]
    [InlineData("eks:createCluster", "arn:aws:iam::ACCOUNT:role/NAME")]
    [InlineData("bedrock:invokeModel", "arn:aws:bedrock:REGION::foundation-model/NAME")]
    public void A_wildcard_says_what_may_be_declared(string integration, string form)
    {
        var policy = RolePolicy.Create(new() { StartAt = "A", States = [new TaskState { Name = "A", Resource = "arn:aws:states:::" + integration, Arguments = "{% $states.input %}" }] });
        Assert.Contains(policy.Notes, note => note.Kind == PermissionNoteKind.Wildcard && note.Narrower == form);
    }

    [Fact]
    public void A_name_is_derived_from_the_ARN_that_somebody_supplies()
    {
        string[] keys = ["ChildStateMachineArn", "OwnStateMachineName", "OwnStateMachineArn", "ApiConnectionArn"];
        Assert.Equal(new("ChildStateMachineName", "ChildStateMachineArn", ':', 6), DerivedSubstitution.Of("ChildStateMachineName", keys));
        Assert.Equal(new("ApiConnectionName", "ApiConnectionArn", '/', 1), DerivedSubstitution.Of("ApiConnectionName", keys));
        Assert.Null(DerivedSubstitution.Of("OwnStateMachineName", keys));
        Assert.Null(DerivedSubstitution.Of("OtherStateMachineName", keys));
        Assert.Null(DerivedSubstitution.Of("ChildStateMachineArn", keys));
    }

    private static PermissionOptions Declaring(string state, params string[] resources)
        => new() { StateMachineName = "own", Resources = new Dictionary<string, IReadOnlyList<string>> { [state] = resources } };
}

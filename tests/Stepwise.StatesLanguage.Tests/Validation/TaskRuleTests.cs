using Stepwise.StatesLanguage.Diagnostics;

namespace Stepwise.StatesLanguage.Tests.Validation;

public sealed class TaskRuleTests
{
    private static string Task(string fields) => Check.OneState("{'Type':'Task'," + fields + ",'End':true}");

    [Theory]
    [InlineData("'Comment':''", "", "required: [Resource]")]
    [InlineData("'Resource':1", "/Resource", "type String")]
    [InlineData("'Resource':'myFunction'", "/Resource", "Value is not a valid resource ARN")]
    [InlineData("'Resource':'$.fn'", "/Resource", "Value is not a valid resource ARN")]
    [InlineData("'Resource':'${fn'", "/Resource", "Value is not a valid resource ARN")]
    [InlineData("'Resource':'arn:aws:states:::dynamodb:query'", "/Resource", "arn:aws:states:::dynamodb:query is not recognized")]
    [InlineData("'Resource':'arn:aws:states:::lambda:invoke.sync','Parameters':{'FunctionName':'f'}", "/Resource", "is not recognized")]
    [InlineData("'Resource':'arn:aws:states:::dynamodb:putItem.waitForTaskToken','Parameters':{'Item':{},'TableName':'t'}", "/Resource", "no other pattern")]
    [InlineData("'Resource':'arn:aws:states:::glue:startJobRun.sync:2','Parameters':{'JobName':'j'}", "/Resource", "only .sync.")]
    [InlineData("'Resource':'arn:aws:states:::aws-sdk:s3:GetObject'", "/Resource", "camelCase")]
    [InlineData("'Resource':'arn:aws:states:::aws-sdk:s3:getObject.sync'", "/Resource", ".waitForTaskToken only")]
    [InlineData("'Resource':'arn:aws:states:::lambda:invoke'", "", "Parameters field is required for resource ARN: arn:aws:states:::lambda:invoke")]
    [InlineData("'Resource':'arn:aws:states:::lambda:invoke','QueryLanguage':'JSONata'", "", "Arguments field is required for resource ARN")]
    [InlineData("'Resource':'arn:aws:states:::lambda:invoke','Parameters':{}", "/Parameters", "The field 'FunctionName' is required but was missing")]
    [InlineData("'Resource':'arn:aws:states:::sqs:sendMessage','Parameters':{'QueueUrl':'q','MessageBody':'b','Foo':1}", "/Parameters", "The field 'Foo' is not supported by Step Functions")]
    [InlineData("'Resource':'arn:aws:states:us-east-1:1:activity:a','Credentials':{'RoleArn':'arn:aws:iam::1:role/r'}", "", "not supported for activities")]
    [InlineData("'Resource':'arn:aws:lambda:us-east-1:1:function:f','Credentials':{}", "/Credentials", "The field 'RoleArn' is required but was missing")]
    [InlineData("'Resource':'arn:aws:lambda:us-east-1:1:function:f','Credentials':{'RoleArn':'r','Foo':1}", "/Credentials", "The field 'Foo' is not supported")]
    [InlineData("'Resource':'arn:aws:lambda:us-east-1:1:function:f','Credentials':null", "/Credentials", "type Object")]
    [InlineData("'Resource':'arn:aws:lambda:us-east-1:1:function:f','QueryLanguage':'JSONata','Arguments':[1]", "/Arguments", "Object or a JSONata expression")]
    public void Tasks_call_what_exists(string fields, string place, string message) => Check.Refuses(Task(fields), "/States/S" + place, message);

    [Theory]
    [InlineData("'Resource':'${ValidateFunctionArn}'")]
    [InlineData("'Resource':'arn:${Partition}:states:::lambda:invoke','Parameters':{'FunctionName.$':'$.f'}")]
    [InlineData("'Resource':'arn:aws-cn:states:::states:startExecution.sync:2','Parameters':{'StateMachineArn':'a','Input.$':'$'}")]
    [InlineData("'Resource':'arn:aws:states:::aws-sdk:s3:getObject'")]
    [InlineData("'Resource':'arn:aws:lambda:us-east-1:1:function:f:$LATEST'")]
    [InlineData("'Resource':'arn:aws:states:us-east-1:1:activity:a'")]
    [InlineData("'Resource':'arn:aws:states:::lambda:invoke','QueryLanguage':'JSONata','Arguments':'{% $states.input %}'")]
    [InlineData("'Resource':'arn:aws:lambda:us-east-1:1:function:f','Credentials':{'RoleArn.$':'$.r'}")]
    public void Good_tasks_are_accepted(string fields) => Check.Accepts(Task(fields));

    [Fact]
    public void A_task_that_keeps_its_token_is_warned_of()
    {
        const string Queue = "'Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken','Parameters':{'QueueUrl':'q','MessageBody':{'a':1}}";
        Check.Warns(Task(Queue), "/States/S/Parameters", "$$.Task.Token", DiagnosticCodes.MissingTaskToken);
        Assert.Empty(Check.Definition(Task(Queue.Replace("'a':1", "'a.$':'$$.Task.Token'", StringComparison.Ordinal))));
        Assert.Empty(Check.Definition(Task("'QueryLanguage':'JSONata','Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken','Arguments':{'QueueUrl':'q','MessageBody':'{% $states.context.Task.Token %}'}")));
    }

    [Fact]
    public void A_broken_qualifier_is_warned_of()
        => Check.Warns(Task("'Resource':'arn:aws:lambda:us-east-1:1:function:f:'"), "/States/S/Resource", "alias");

    [Theory]
    [InlineData("'Resource':'arn:aws:states:::sqs:sendMessage.waitForTaskToken','Parameters':{'QueueUrl':'q','MessageBody.$':'$$.Task.Token'}", "'.waitForTaskToken' service integration")]
    [InlineData("'Resource':'arn:aws:states:::glue:startJobRun.sync','Parameters':{'JobName':'j'}", "'.sync' service integration")]
    [InlineData("'Resource':'arn:aws:states:us-east-1:1:activity:a'", "Activity ARN")]
    public void Express_machines_cannot_wait_for_others(string fields, string what)
    {
        Check.Refuses(Task(fields), "/States/S/Resource", "Express state machine does not support " + what, type: StateMachineType.Express);
        Check.Accepts(Task(fields));
    }

    [Fact]
    public void Express_children_are_warned_of_and_standard_children_of_an_express_machine_are_impossible()
    {
        static string Map(string type) => Check.OneState("{'Type':'Map','ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'" + type + "'},'StartAt':'I','States':{'I':{'Type':'Task','Resource':'arn:aws:states:::glue:startJobRun.sync','Parameters':{'JobName':'j'},'End':true}}},'End':true}");
        Check.Warns(Map("EXPRESS"), "/States/S/ItemProcessor/States/I/Resource", "child executions of this Map are Express");
        Assert.Empty(Check.Definition(Map("STANDARD")));
        Check.Refuses(Map("STANDARD"), "/States/S/ItemProcessor/ProcessorConfig", "'DISTRIBUTED' is not supported inside 'EXPRESS'", type: StateMachineType.Express);
    }
}

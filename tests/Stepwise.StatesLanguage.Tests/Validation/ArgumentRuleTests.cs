using Stepwise.Json;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;
using Xunit.Abstractions;

namespace Stepwise.StatesLanguage.Tests.Validation;

/// <summary>The arguments of services' actions.</summary>
public sealed class ArgumentRuleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("sns:publishh", "aws-sdk:sns:publishh is not recognized", "Did you mean aws-sdk:sns:publish?")]
    [InlineData("sms:publish", "aws-sdk:sms:publish is not recognized", "Did you mean aws-sdk:")]
    [InlineData("events:putEvents", "is not recognized", "write aws-sdk:eventbridge:putEvents")]
    [InlineData("states:startExecution", "is not recognized", "write aws-sdk:sfn:startExecution")]
    [InlineData("sns:qqqqqqq", "is not recognized", "The service sns has no action qqqqqqq.")]
    [InlineData("qqqqqqqqqqqq:get", "is not recognized", "There is no service qqqqqqqqqqqq.")]
    public void An_action_that_no_service_has_is_refused(string action, string message, string advice)
    {
        var definition = Check.OneState("{'Type':'Task','Resource':'arn:aws:states:::aws-sdk:" + action + "','End':true}");
        Check.Refuses(definition, "/States/S/Resource", message);
        Check.Refuses(definition, "/States/S/Resource", advice);
    }

    [Theory]
    [InlineData("sns:publsh", "Did you mean sns:publish?")]
    [InlineData("sns:createTopic", "write aws-sdk:sns:createTopic.")]
    [InlineData("events:putRule", "write aws-sdk:eventbridge:putRule.")]
    [InlineData("sns:creatTopic", "Did you mean aws-sdk:sns:createTopic?")]
    [InlineData("qqqqqqqq:get", "There is no integration qqqqqqqq:get.")]
    public void An_integration_that_does_not_exist_is_refused_with_the_one_that_does(string integration, string advice)
        => Check.Refuses(Check.OneState("{'Type':'Task','Resource':'arn:aws:states:::" + integration + "','End':true}"), "/States/S/Resource", advice);

    [Theory]
    [InlineData("aws-sdk:sns:publish", "{'Message':'m','TopicARN':'t'}", "", "The field 'TopicARN' is not supported by Step Functions. Did you mean 'TopicArn'?")]
    [InlineData("aws-sdk:rekognition:startLabelDetection", "{'Video':{},'NotificationChannel':{'SNSTopicArn':'t','RoleArn':'r'}}", "/NotificationChannel", "Did you mean 'SnsTopicArn'?")]
    [InlineData("aws-sdk:rekognition:startLabelDetection", "{'Video':{},'NotificationChannel':{'RoleArn':'r'}}", "/NotificationChannel", "The field 'SnsTopicArn' is required but was missing")]
    [InlineData("aws-sdk:s3:getObject", "{'Bucket':'b'}", "", "The field 'Key' is required but was missing")]
    [InlineData("aws-sdk:ecs:describeTasks", "{'cluster':'c','Tasks':['t']}", "", "Did you mean 'Cluster'?")]
    [InlineData("aws-sdk:ecs:describeTasks", "{'Tasks':'t'}", "/Tasks", "The value for the field 'Tasks' must be a LIST, not a STRING.")]
    [InlineData("aws-sdk:ecs:describeTasks", "{'Tasks':[{'A':1}],'Include':{'A':'TAGS'}}", "/Include", "must be a LIST, not an OBJECT.")]
    [InlineData("dynamodb:putItem", "{'TableName':'t','Item':{'pk':5}}", "/Item/pk", "The value for the field 'pk' must be an OBJECT, not a NUMBER.")]
    [InlineData("dynamodb:putItem", "{'TableName':'t','Item':{'pk':{'M':{'a':{'Bool':true}}}}}", "/Item/pk/M/a", "Did you mean 'BOOL'?")]
    [InlineData("dynamodb:putItem", "{'TableName':'t','Item':'x'}", "/Item", "must be an OBJECT, not a STRING.")]
    [InlineData("sqs:sendMessage", "{'QueueUrl':'q','MessageBody':'b','DelaySeconds':{}}", "/DelaySeconds", "must be a NUMBER, not an OBJECT.")]
    [InlineData("events:putEvents", "{'Entries':[{'Detail':{'anyName':1},'DetailTyp':'d'}]}", "/Entries[0]", "Did you mean 'DetailType'?")]
    [InlineData("sagemaker:createTransformJob", "{'TransformJobName':'j'}", "", "The field 'ModelName' is required but was missing")]
    [InlineData("http:invoke", "{'Method':'GET'}", "", "The field 'ApiEndpoint' is required but was missing")]
    public void Arguments_that_the_action_does_not_take_are_refused(string action, string arguments, string place, string message)
    {
        Check.Refuses(Task(action, arguments), "/States/S/Parameters" + place, message);
        Check.Refuses(Jsonata(action, arguments), "/States/S/Arguments" + place, message);
    }

    [Theory]
    [InlineData("sqs:sendMessage", "{'QueueUrl':'q','MessageBody':'b','DelaySeconds':'5'}", "/DelaySeconds", "should be a NUMBER, not a STRING.")]
    [InlineData("aws-sdk:s3:listObjectsV2", "{'Bucket':'b','FetchOwner':'false'}", "/FetchOwner", "should be a BOOLEAN, not a STRING.")]
    [InlineData("aws-sdk:s3:putObject", "{'Bucket':'b','Key':'k','StorageClass':'GLACER'}", "/StorageClass", "Did you mean 'GLACIER'?")]
    [InlineData("dynamodb:putItem", "{'TableName':'t','Item':{'pk':'x'}}", "/Item/pk", "should be an OBJECT, not a STRING. Its fields are S, N, B")]
    [InlineData("dynamodb:putItem", "{'TableName':'t','Item':{'pk':{'N':5}}}", "/Item/pk/N", "should be a STRING, not a NUMBER.")]
    [InlineData("apigateway:invoke", "{'ApiEndpoint':'a','Method':'GET','RequestBdy':1}", "", "Did you mean 'RequestBody'?")]
    public void Arguments_of_another_type_are_warned_of(string action, string arguments, string place, string message)
    {
        Check.Warns(Task(action, arguments), "/States/S/Parameters" + place, message, DiagnosticCodes.DoubtfulArgument);
        Check.Warns(Jsonata(action, arguments), "/States/S/Arguments" + place, message, DiagnosticCodes.DoubtfulArgument);
    }

    [Theory]
    [InlineData("aws-sdk:s3:putObject", "{'Bucket':'b','Key':'k','Body':{'any':[1]}}")]
    [InlineData("aws-sdk:s3:getObject", "{'Bucket':'${Bucket}','Key':'k'}")]
    [InlineData("aws-sdk:sfn:startExecution", "{'StateMachineArn':'a','Input':{'any':1}}")]
    [InlineData("aws-sdk:dynamodb:putItem", "{'TableName':'t','Item':{'any':{'S':'s'},'list':{'L':[{'M':{'x':{'BOOL':true}}}]}}}")]
    [InlineData("sns:publish", "{'TopicArn':'t','Message':{'any':1},'MessageAttributes':{'tenant':{'DataType':'String','StringValue':'x'}}}")]
    [InlineData("bedrock:invokeModel", "{'ModelId':'m','Body':{'max_tokens':5},'Output':{'S3Uri':'s3://b/k'}}")]
    [InlineData("lambda:invoke", "{'FunctionName':'f','Payload':{'any':null}}")]
    [InlineData("http:invoke", "{'ApiEndpoint':'a','Method':'GET','InvocationConfig':{'ConnectionArn':'c'},'Headers':{'X':'y'}}")]
    [InlineData("eks:runJob", "{'ClusterName':'c','CertificateAuthority':'x','Endpoint':'e','Job':{'apiVersion':'v1'},'LogOptions':{'RetrieveLogs':true}}")]
    [InlineData("elasticmapreduce:addStep", "{'ClusterId':'c','Step':{'Name':'n','HadoopJarStep':{'Jar':'j','Args':['a']}}}")]
    [InlineData("aws-sdk:ec2:describeInstances", "{'Filters':null}")]
    [InlineData("bedrockagentcore:invokeHarness", "{'HarnessArn':'a','Messages':[{'Role':'user','Content':[{'Text':'t'}]}]}")]
    public void Good_arguments_are_accepted(string action, string arguments)
    {
        Assert.Empty(Check.Definition(Task(action, arguments)));
        Assert.Empty(Check.Definition(Jsonata(action, arguments)));
    }

    [Fact]
    public void What_is_computed_counts_as_present_and_is_not_looked_into()
    {
        Assert.Empty(Check.Definition(Task("aws-sdk:s3:listObjectsV2", "{'Bucket.$':'$.b','MaxKeys.$':'$.n'}")));
        Assert.Empty(Check.Definition(Task("aws-sdk:ecs:describeTasks", "{'Tasks.$':'$.tasks'}")));
        Assert.Empty(Check.Definition(Task("dynamodb:getItem", "{'TableName':'t','Key':{'pk':{'S.$':'$.id'},'sk.$':'$.sk'}}")));
        Assert.Empty(Check.Definition(Jsonata("aws-sdk:ecs:describeTasks", "{'Tasks':'{% $states.input.tasks %}'}")));
        Assert.Empty(Check.Definition(Jsonata("aws-sdk:ecs:describeTasks", "{'Tasks':['{% $states.input.task %}']}")));
        Assert.Empty(Check.Definition(Jsonata("aws-sdk:s3:getObject", "'{% $states.input %}'")));
        Check.Refuses(Task("aws-sdk:s3:getObject", "{'Bucket.$':'$.b','Kye.$':'$.k'}"), "/States/S/Parameters", "The field 'Kye' is not supported by Step Functions. Did you mean 'Key'?");
        Check.Refuses(Jsonata("aws-sdk:s3:getObject", "{'Bucket.$':'b','Key':'k'}"), "/States/S/Arguments", "In JSONata it is called 'Bucket'");
    }

    [Fact]
    public void What_only_the_catalogue_says_is_marked()
    {
        Assert.All(Check.Definition(Task("aws-sdk:sns:publishTomorrow", "{}")), found => Assert.True(found.IsOfCatalogue));
        Assert.All(Check.Definition(Task("aws-sdk:s3:getObject", "{'Bucket':'b','Kye':'k','PartNumber':'1'}")), found => Assert.True(found.IsOfCatalogue));
        Assert.All(Check.Definition(Jsonata("aws-sdk:s3:getObject", "{'Bucket':'b','Key':'{% ( %}'}")), found => Assert.False(found.IsOfCatalogue));
    }

    [Fact]
    public void A_misspelt_member_is_one_error()
        => Assert.Single(Check.Definition(Task("aws-sdk:s3:getObject", "{'Bucket':'b','key':'k'}")));

    [Fact]
    public void A_token_that_the_sdk_fills_in_is_not_required()
        => Check.Accepts(Task("aws-sdk:athena:createNamedQuery", "{'Name':'n','Database':'d','QueryString':'q'}"));

    [SharedFact("conformance/validation/index.json")]
    public void No_task_of_a_real_definition_is_refused_falsely()
    {
        var (tasks, sdk) = (0, 0);
        var errors = new List<string>();
        var warnings = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SharedCases.Conformance!, "validation", "realworld"), "*.json").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            if (!JsonValue.TryParse(text, out var definition, out _))
            {
                continue;
            }

            var resources = Resources(definition).Select(TaskResource.Parse).Where(resource => resource.Kind is TaskResourceKind.Sdk or TaskResourceKind.Optimized).ToList();
            tasks += resources.Count;
            sdk += resources.Count(resource => resource.Kind is TaskResourceKind.Sdk);
            foreach (var diagnostic in DefinitionValidator.Validate(text).Where(IsOfArguments))
            {
                (diagnostic.Severity == DefinitionSeverity.Error ? errors : warnings).Add($"{Path.GetFileName(file)} {diagnostic}");
            }
        }

        output.WriteLine($"{tasks} tasks that call services, {sdk} of them by the AWS SDK: {errors.Count} errors, {warnings.Count} warnings");
        errors.Concat(warnings).ToList().ForEach(output.WriteLine);
        Assert.Empty(errors);
        Assert.True(warnings.Count <= 5, "There are more warnings than before.");
        Assert.True(tasks > 300);
    }

    private static bool IsOfArguments(DefinitionDiagnostic diagnostic)
        => diagnostic.Code == DiagnosticCodes.DoubtfulArgument
            || (diagnostic.Code == DiagnosticCodes.SchemaValidationFailed && diagnostic.Severity == DefinitionSeverity.Error && diagnostic.Path.ToString() is var path && (path.Contains("/Parameters", StringComparison.Ordinal) || path.Contains("/Arguments", StringComparison.Ordinal) || path.EndsWith("/Resource", StringComparison.Ordinal)));

    private static IEnumerable<string> Resources(JsonValue value) => value switch
    {
        JsonObject { } task when task["Type"] is JsonString { Value: "Task" } && task["Resource"] is JsonString resource => [resource.Value],
        JsonObject @object => @object.Members.SelectMany(member => Resources(member.Value)),
        JsonArray array => array.SelectMany(Resources),
        _ => [],
    };

    private static string Task(string action, string arguments) => Check.OneState("{'Type':'Task','Resource':'arn:aws:states:::" + action + "','Parameters':" + arguments + ",'End':true}");

    private static string Jsonata(string action, string arguments) => Check.OneState("{'Type':'Task','QueryLanguage':'JSONata','Resource':'arn:aws:states:::" + action + "','Arguments':" + arguments + ",'End':true}");
}

using Stepwise.Json;
using static Stepwise.StatesLanguage.Permissions.Target;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The resources of AWS SDK integrations: those of the call if it has its own, otherwise those of the service.</summary>
internal static class SdkTargets
{
    private const string TokenOwner = "A task token does not say whose it is.";

    private static readonly Dictionary<string, Target> _calls = new(StringComparer.Ordinal)
    {
        ["bedrockruntime:converse"] = ResourceFinders.Model,
        ["bedrockruntime:converseStream"] = ResourceFinders.Model,
        ["bedrockruntime:invokeModelWithResponseStream"] = ResourceFinders.Model,
        ["dynamodb:batchGetItem"] = new(["dynamodb:table/"], RequestedTables),
        ["dynamodb:batchWriteItem"] = new(["dynamodb:table/"], RequestedTables),
        ["dynamodb:listTables"] = Everything("dynamodb:ListTables does not support resource-level permissions."),
        ["eventbridge:putTargets"] = FirstOf("events:rule/{EventBusName}/{Rule}", "events:rule/{Rule}"),
        ["eventbridge:removeTargets"] = FirstOf("events:rule/{EventBusName}/{Rule}", "events:rule/{Rule}"),
        ["glue:getCrawler"] = Of("glue:crawler/{Name}"),
        ["glue:startCrawler"] = Of("glue:crawler/{Name}"),
        ["glue:stopCrawler"] = Of("glue:crawler/{Name}"),
        ["s3:deleteObjects"] = Of("s3:{Bucket}/*").Because("The keys of the objects are not looked at."),
        ["s3:listBuckets"] = Everything("s3:ListAllMyBuckets does not support resource-level permissions."),
        ["secretsmanager:createSecret"] = new(["secretsmanager:secret:"], arguments => ResourceFinders.FindSecret(arguments, "Name")),
        ["sfn:sendTaskFailure"] = NotSaid(TokenOwner, "states:stateMachine:", "states:activity:"),
        ["sfn:sendTaskHeartbeat"] = NotSaid(TokenOwner, "states:stateMachine:", "states:activity:"),
        ["sfn:sendTaskSuccess"] = NotSaid(TokenOwner, "states:stateMachine:", "states:activity:"),
        ["sfn:startSyncExecution"] = MessagingFinders.ChildMachine,
        ["ssm:sendCommand"] = NotSaid("Its document and its instances are not looked at.", "ec2:instance/", "ssm:document/"),
    };

    private static readonly Dictionary<string, Target> _services = new(StringComparer.Ordinal)
    {
        ["athena"] = FirstOf("athena:workgroup/{WorkGroup}"),
        ["batch"] = FirstOf("batch:job/{JobId}"),
        ["bedrockagent"] = FirstOf("bedrock:knowledge-base/{KnowledgeBaseId}", "bedrock:agent/{AgentId}"),
        ["bedrockagentruntime"] = FirstOf("bedrock:knowledge-base/{KnowledgeBaseId}", "bedrock:agent-alias/{AgentId}/{AgentAliasId}"),
        ["cloudformation"] = FirstOf("cloudformation:stack/{StackName}/*").NarrowestBecause("The ARN of a stack ends with an id of its own."),
        ["cloudwatchlogs"] = FirstOf("logs:log-group:{LogGroupName}:*").NarrowestBecause("The streams of a log group are meant too."),
        ["codepipeline"] = FirstOf("codepipeline:{Name}", "codepipeline:{PipelineName}"),
        ["cognitoidentityprovider"] = FirstOf("cognito-idp:userpool/{UserPoolId}"),
        ["dynamodb"] = FirstOf("dynamodb:table/{TableName}/index/{IndexName}", "dynamodb:table/{TableName}"),
        ["ec2"] = new(["ec2:instance/"], arguments => arguments.Has("InstanceIds") ? ResourceFinders.EachOf("InstanceIds", "ec2:instance/{InstanceIds}").Find(arguments) : FirstOf("ec2:instance/{InstanceId}").Find(arguments)),
        ["ecr"] = FirstOf("ecr:repository/{RepositoryName}"),
        ["ecs"] = ComputeFinders.ContainerService,
        ["eks"] = FirstOf("eks:cluster/{ClusterName}", "eks:cluster/{Name}"),
        ["emr"] = FirstOf("elasticmapreduce:cluster/{ClusterId}", "elasticmapreduce:cluster/{JobFlowId}"),
        ["emrserverless"] = FirstOf("emr-serverless:/applications/{ApplicationId}"),
        ["eventbridge"] = FirstOf("events:rule/{EventBusName}/{Name}", "events:rule/{Name}"),
        ["firehose"] = FirstOf("firehose:deliverystream/{DeliveryStreamName}"),
        ["glue"] = FirstOf("glue:job/{JobName}"),
        ["iotdataplane"] = FirstOf("iot:topic/{Topic}"),
        ["kinesis"] = FirstOf("kinesis:stream/{StreamArn}", "kinesis:stream/{StreamName}"),
        ["kms"] = new(["kms:key/"], arguments => arguments.Has("KeyId") ? ResourceFinders.Key.Find(arguments) : Reach.Everything("KeyId is missing.")),
        ["lambda"] = new(["lambda:function:"], arguments => arguments.Has("FunctionName") ? ComputeFinders.InvokedFunction.Find(arguments) : Reach.Everything("FunctionName is missing.")),
        ["rds"] = FirstOf("rds:cluster:{DbClusterIdentifier}", "rds:db:{DbInstanceIdentifier}"),
        ["rdsdata"] = FirstOf("rds:cluster:{ResourceArn}"),
        ["redshiftdata"] = FirstOf("redshift:cluster:{ClusterIdentifier}"),
        ["s3"] = FirstOf("s3:{Bucket}/{Key}", "s3:{Bucket}"),
        ["sagemaker"] = FirstOf(
            "sagemaker:training-job/{TrainingJobName}",
            "sagemaker:transform-job/{TransformJobName}",
            "sagemaker:processing-job/{ProcessingJobName}",
            "sagemaker:endpoint/{EndpointName}",
            "sagemaker:endpoint-config/{EndpointConfigName}",
            "sagemaker:model/{ModelName}"),
        ["sagemakerruntime"] = FirstOf("sagemaker:endpoint/{EndpointName}"),
        ["scheduler"] = FirstOf("scheduler:schedule/{GroupName}/{Name}", "scheduler:schedule/default/{Name}"),
        ["secretsmanager"] = new(["secretsmanager:secret:"], arguments => arguments.Has("SecretId") ? ResourceFinders.Secret.Find(arguments) : Reach.Everything("SecretId is missing.")),
        ["ses"] = new(["ses:"], arguments => Identity(arguments, "Source")),
        ["sesv2"] = new(["ses:"], arguments => Identity(arguments, "FromEmailAddress")),
        ["sfn"] = FirstOf("states:execution:{ExecutionArn}", "states:stateMachine:{StateMachineArn}", "states:activity:{ActivityArn}", "states:mapRun:{MapRunArn}"),
        ["sns"] = FirstOf("sns:{TopicArn}", "sns:{Name}"),
        ["sqs"] = new(
            ["sqs:"],
            arguments => arguments.Has("QueueUrl") ? MessagingFinders.Queue.Find(arguments) : FirstOf("sqs:{QueueName}").Find(arguments)),
        ["ssm"] = new(
            ["ssm:parameter/"],
            arguments => arguments.Has("Name") || arguments.Has("Names") || arguments.Has("Path") ? ResourceFinders.SsmParameters.Find(arguments) : Reach.Everything("Its parameters name no resource.")),
    };

    public static Target Of(string service, string action)
        => _calls.TryGetValue(service + ":" + action, out var target) || _services.TryGetValue(service, out target) ? target : NotSaid("Which resources the call reaches is not known.");

    private static Target Of(params string[] shortForms) => Target.Of(shortForms);

    private static Reach RequestedTables(TaskArguments arguments)
    {
        var table = Target.Of("dynamodb:table/{TableName}");
        return arguments.Members("RequestItems") is { } tables
            ? tables.Aggregate(
                Reach.Nothing,
                (reach, member) => reach.And(
                    table.Find(new(arguments.NameOf(member) is var name && name.EndsWith(".$", StringComparison.Ordinal)
                        ? JsonObject.Create(("TableName", name.Substring(0, name.Length - 2)))
                        : JsonObject.Create(("TableName", name))))))
            : table.Find(new(arguments.Has("RequestItems") ? JsonObject.Create(("TableName.$", "$")) : JsonObject.Empty));
    }

    /// <summary>The identity that sends a message. The address itself can be verified, or its domain.</summary>
    private static Reach Identity(TaskArguments arguments, string parameter)
    {
        if (arguments.Text(parameter) is not { Length: > 0 } sender)
        {
            return arguments.Has(parameter) ? new([ResourceTemplate.Expand("ses:identity/*")], Reach.Unknown(arguments, parameter)) : Reach.Everything($"{parameter} is missing.");
        }

        var start = sender.IndexOf('<') + 1;
        var end = sender.IndexOf('>');
        var address = sender.Substring(start, (end > start ? end : sender.Length) - start);
        return Reach.Of(
            ResourceTemplate.Expand("ses:identity/" + address),
            ResourceTemplate.Expand(address.IndexOf('@') is var at and >= 0 ? "ses:identity/" + address.Substring(at + 1) : "ses:identity/" + address))
            .And(Target.Of("ses:configuration-set/{ConfigurationSetName?}", "ses:template/{Content.Template.TemplateName?}").Find(arguments));
    }
}

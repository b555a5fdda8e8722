namespace Stepwise.StatesLanguage;

/// <summary>An optimized integration, with its patterns and parameters.</summary>
/// <param name="Name">The service and the action, such as <c>sns:publish</c>.</param>
/// <param name="Patterns">The suffixes that the integration supports: the empty text, <c>.sync</c>, <c>.sync:2</c>, <c>.waitForTaskToken</c>.</param>
/// <param name="Required">The parameters that Step Functions requires.</param>
/// <param name="Supported">All parameters that Step Functions supports; null if the list is not known.</param>
internal sealed record ServiceIntegration(string Name, IReadOnlyList<string> Patterns, IReadOnlyList<string> Required, IReadOnlyList<string>? Supported)
{
    private static readonly string[] _call = [""];
    private static readonly string[] _job = ["", ".sync"];
    private static readonly string[] _onlyJob = [".sync"];
    private static readonly string[] _token = ["", ".waitForTaskToken"];

    /// <summary>The optimized integrations that AWS's developer guide lists, by name.</summary>
    public static IReadOnlyDictionary<string, ServiceIntegration> All { get; } = new ServiceIntegration[]
    {
        Row("lambda:invoke", _token, ["FunctionName"], ["FunctionName", "Payload", "InvocationType", "Qualifier", "ClientContext", "LogType"]),
        Row("sns:publish", _token, ["Message"], ["Message", "MessageAttributes", "MessageDeduplicationId", "MessageGroupId", "MessageStructure", "PhoneNumber", "Subject", "TargetArn", "TopicArn"]),
        Row("sqs:sendMessage", _token, ["MessageBody", "QueueUrl"], ["DelaySeconds", "MessageAttributes", "MessageBody", "MessageDeduplicationId", "MessageGroupId", "MessageSystemAttributes", "QueueUrl"]),
        Row("dynamodb:getItem", _call, ["Key", "TableName"]),
        Row("dynamodb:putItem", _call, ["Item", "TableName"]),
        Row("dynamodb:updateItem", _call, ["Key", "TableName"]),
        Row("dynamodb:deleteItem", _call, ["Key", "TableName"]),
        Row("ecs:runTask", ["", ".sync", ".waitForTaskToken"], ["TaskDefinition"]),
        Row("glue:startJobRun", _job, ["JobName"]),
        Row("batch:submitJob", _job, ["JobDefinition", "JobName", "JobQueue"]),
        Row("events:putEvents", _token, ["Entries"]),
        Row("states:startExecution", ["", ".sync", ".sync:2", ".waitForTaskToken"], ["StateMachineArn"], ["Input", "Name", "StateMachineArn", "TraceHeader"]),
        Row("apigateway:invoke", _token, ["ApiEndpoint", "Method"]),
        Row("http:invoke", _call, ["ApiEndpoint", "Method"]),
        Row("eks:createCluster", _job),
        Row("eks:createNodegroup", _job),
        Row("eks:deleteCluster", _job),
        Row("eks:deleteNodegroup", _job),
        Row("eks:createFargateProfile", _job),
        Row("eks:deleteFargateProfile", _job),
        Row("eks:call", _call),
        Row("eks:runJob", _job),
        Row("elasticmapreduce:addStep", _job, ["ClusterId", "Step"]),
        Row("elasticmapreduce:cancelStep", _call, ["ClusterId", "StepId"]),
        Row("elasticmapreduce:createCluster", _job),
        Row("elasticmapreduce:setClusterTerminationProtection", _call, ["ClusterId"]),
        Row("elasticmapreduce:modifyInstanceFleetByName", _call, ["ClusterId"]),
        Row("elasticmapreduce:modifyInstanceGroupByName", _call, ["ClusterId"]),
        Row("elasticmapreduce:terminateCluster", _job, ["ClusterId"]),
        Row("emr-containers:createVirtualCluster", _call),
        Row("emr-containers:deleteVirtualCluster", _job, ["Id"]),
        Row("emr-containers:startJobRun", _job, ["VirtualClusterId"]),
        Row("emr-serverless:createApplication", _job),
        Row("emr-serverless:startApplication", _job, ["ApplicationId"]),
        Row("emr-serverless:stopApplication", _job, ["ApplicationId"]),
        Row("emr-serverless:deleteApplication", _job, ["ApplicationId"]),
        Row("emr-serverless:startJobRun", _job, ["ApplicationId"]),
        Row("emr-serverless:cancelJobRun", _job, ["ApplicationId", "JobRunId"]),
        Row("athena:startQueryExecution", _job, ["QueryString"]),
        Row("athena:stopQueryExecution", _call, ["QueryExecutionId"]),
        Row("athena:getQueryExecution", _call, ["QueryExecutionId"]),
        Row("athena:getQueryResults", _call, ["QueryExecutionId"]),
        Row("sagemaker:createTrainingJob", _job, ["TrainingJobName"]),
        Row("sagemaker:createTransformJob", _job, ["TransformJobName"]),
        Row("sagemaker:createHyperParameterTuningJob", _job, ["HyperParameterTuningJobName"]),
        Row("sagemaker:createLabelingJob", _job, ["LabelingJobName"]),
        Row("sagemaker:createProcessingJob", _job, ["ProcessingJobName"]),
        Row("sagemaker:createEndpoint", _call, ["EndpointConfigName", "EndpointName"]),
        Row("sagemaker:createEndpointConfig", _call, ["EndpointConfigName"]),
        Row("sagemaker:createModel", _call, ["ModelName"]),
        Row("sagemaker:updateEndpoint", _call, ["EndpointConfigName", "EndpointName"]),
        Row("codebuild:startBuild", _job, ["ProjectName"]),
        Row("codebuild:stopBuild", _call, ["Id"]),
        Row("codebuild:batchDeleteBuilds", _call, ["Ids"]),
        Row("codebuild:batchGetReports", _call, ["ReportArns"]),
        Row("codebuild:startBuildBatch", _job, ["ProjectName"]),
        Row("codebuild:stopBuildBatch", _call, ["Id"]),
        Row("codebuild:retryBuildBatch", _job),
        Row("codebuild:deleteBuildBatch", _call, ["Id"]),
        Row("databrew:startJobRun", _job, ["Name"]),
        Row("bedrock:invokeModel", _call, ["ModelId"]),
        Row("bedrock:createModelCustomizationJob", _job),
        Row("bedrockagentcore:invokeHarness", _call, ["HarnessArn"]),
        Row("mediaconvert:createJob", _job, ["Role", "Settings"]),
    }.ToDictionary(row => row.Name, StringComparer.Ordinal);

    private static ServiceIntegration Row(string name, string[] patterns, string[]? required = null, string[]? supported = null) => new(name, patterns, required ?? [], supported);
}

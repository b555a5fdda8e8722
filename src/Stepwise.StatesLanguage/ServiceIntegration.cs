namespace Stepwise.StatesLanguage;

/// <summary>An optimized integration, with its patterns and parameters.</summary>
/// <param name="Name">The service and the action, such as <c>sns:publish</c>.</param>
/// <param name="Patterns">The suffixes that the integration supports: the empty text, <c>.sync</c>, <c>.sync:2</c>, <c>.waitForTaskToken</c>.</param>
/// <param name="Required">The parameters that Step Functions requires.</param>
/// <param name="Supported">All parameters that Step Functions supports; null if the list is not known.</param>
internal sealed record ServiceIntegration(string Name, IReadOnlyList<string> Patterns, IReadOnlyList<string> Required, IReadOnlyList<string>? Supported)
{
    private static readonly string[] Call = [""];
    private static readonly string[] Job = ["", ".sync"];
    private static readonly string[] OnlyJob = [".sync"];
    private static readonly string[] Token = ["", ".waitForTaskToken"];

    /// <summary>The optimized integrations that AWS's developer guide lists, by name.</summary>
    public static IReadOnlyDictionary<string, ServiceIntegration> All { get; } = new ServiceIntegration[]
    {
        Row("lambda:invoke", Token, ["FunctionName"], ["FunctionName", "Payload", "InvocationType", "Qualifier", "ClientContext", "LogType"]),
        Row("sns:publish", Token, ["Message"], ["Message", "MessageAttributes", "MessageDeduplicationId", "MessageGroupId", "MessageStructure", "PhoneNumber", "Subject", "TargetArn", "TopicArn"]),
        Row("sqs:sendMessage", Token, ["MessageBody", "QueueUrl"], ["DelaySeconds", "MessageAttributes", "MessageBody", "MessageDeduplicationId", "MessageGroupId", "MessageSystemAttributes", "QueueUrl"]),
        Row("dynamodb:getItem", Call, ["Key", "TableName"]),
        Row("dynamodb:putItem", Call, ["Item", "TableName"]),
        Row("dynamodb:updateItem", Call, ["Key", "TableName"]),
        Row("dynamodb:deleteItem", Call, ["Key", "TableName"]),
        Row("ecs:runTask", ["", ".sync", ".waitForTaskToken"], ["TaskDefinition"]),
        Row("glue:startJobRun", Job, ["JobName"]),
        Row("batch:submitJob", Job, ["JobDefinition", "JobName", "JobQueue"]),
        Row("events:putEvents", Token, ["Entries"]),
        Row("states:startExecution", ["", ".sync", ".sync:2", ".waitForTaskToken"], ["StateMachineArn"], ["Input", "Name", "StateMachineArn", "TraceHeader"]),
        Row("apigateway:invoke", Token, ["ApiEndpoint", "Method"]),
        Row("http:invoke", Call, ["ApiEndpoint", "Method"]),
        Row("eks:createCluster", Job),
        Row("eks:createNodegroup", Job),
        Row("eks:deleteCluster", Job),
        Row("eks:deleteNodegroup", Job),
        Row("eks:createFargateProfile", Job),
        Row("eks:deleteFargateProfile", Job),
        Row("eks:call", Call),
        Row("eks:runJob", Job),
        Row("elasticmapreduce:addStep", Job, ["ClusterId", "Step"]),
        Row("elasticmapreduce:cancelStep", Call, ["ClusterId", "StepId"]),
        Row("elasticmapreduce:createCluster", Job),
        Row("elasticmapreduce:setClusterTerminationProtection", Call, ["ClusterId"]),
        Row("elasticmapreduce:modifyInstanceFleetByName", Call, ["ClusterId"]),
        Row("elasticmapreduce:modifyInstanceGroupByName", Call, ["ClusterId"]),
        Row("elasticmapreduce:terminateCluster", Job, ["ClusterId"]),
        Row("emr-containers:createVirtualCluster", Call),
        Row("emr-containers:deleteVirtualCluster", Job, ["Id"]),
        Row("emr-containers:startJobRun", Job, ["VirtualClusterId"]),
        Row("emr-serverless:createApplication", Job),
        Row("emr-serverless:startApplication", Job, ["ApplicationId"]),
        Row("emr-serverless:stopApplication", Job, ["ApplicationId"]),
        Row("emr-serverless:deleteApplication", Job, ["ApplicationId"]),
        Row("emr-serverless:startJobRun", Job, ["ApplicationId"]),
        Row("emr-serverless:cancelJobRun", Job, ["ApplicationId", "JobRunId"]),
        Row("athena:startQueryExecution", Job, ["QueryString"]),
        Row("athena:stopQueryExecution", Call, ["QueryExecutionId"]),
        Row("athena:getQueryExecution", Call, ["QueryExecutionId"]),
        Row("athena:getQueryResults", Call, ["QueryExecutionId"]),
        Row("sagemaker:createTrainingJob", Job, ["TrainingJobName"]),
        Row("sagemaker:createTransformJob", Job, ["TransformJobName"]),
        Row("sagemaker:createHyperParameterTuningJob", Job, ["HyperParameterTuningJobName"]),
        Row("sagemaker:createLabelingJob", Job, ["LabelingJobName"]),
        Row("sagemaker:createProcessingJob", Job, ["ProcessingJobName"]),
        Row("sagemaker:createEndpoint", Call, ["EndpointConfigName", "EndpointName"]),
        Row("sagemaker:createEndpointConfig", Call, ["EndpointConfigName"]),
        Row("sagemaker:createModel", Call, ["ModelName"]),
        Row("sagemaker:updateEndpoint", Call, ["EndpointConfigName", "EndpointName"]),
        Row("codebuild:startBuild", Job, ["ProjectName"]),
        Row("codebuild:stopBuild", Call, ["Id"]),
        Row("codebuild:batchDeleteBuilds", Call, ["Ids"]),
        Row("codebuild:batchGetReports", Call, ["ReportArns"]),
        Row("codebuild:startBuildBatch", Job, ["ProjectName"]),
        Row("codebuild:stopBuildBatch", Call, ["Id"]),
        Row("codebuild:retryBuildBatch", Job),
        Row("codebuild:deleteBuildBatch", Call, ["Id"]),
        Row("databrew:startJobRun", Job, ["Name"]),
        Row("bedrock:invokeModel", Call, ["ModelId"]),
        Row("bedrock:createModelCustomizationJob", Job),
        Row("bedrockagentcore:invokeHarness", Call, ["HarnessArn"]),
        Row("mediaconvert:createJob", Job, ["Role", "Settings"]),
    }.ToDictionary(row => row.Name, StringComparer.Ordinal);

    private static ServiceIntegration Row(string name, string[] patterns, string[]? required = null, string[]? supported = null) => new(name, patterns, required ?? [], supported);
}

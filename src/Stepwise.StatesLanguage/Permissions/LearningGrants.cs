using Stepwise.Json;
using static Stepwise.StatesLanguage.Permissions.IntegrationGrant;
using static Stepwise.StatesLanguage.Permissions.Target;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The permissions for machine learning, models and media.</summary>
internal static class LearningGrants
{
    private const string SageMaker = "sagemaker.amazonaws.com";
    private const string NewModel = "The ids of the job and its model are known only once it is created.";

    public static readonly IntegrationGrant[] Rows =
    [
        .. SageMakerJob("sagemaker:createTrainingJob", "TrainingJob", "training-job/{TrainingJobName}", "StepFunctionsGetEventsForSageMakerTrainingJobsRule"),
        Pass("sagemaker:createTrainingJob", SageMaker, "iam:role/{RoleArn}"),
        .. SageMakerJob("sagemaker:createTransformJob", "TransformJob", "transform-job/{TransformJobName}", "StepFunctionsGetEventsForSageMakerTransformJobsRule"),
        .. SageMakerJob(
            "sagemaker:createHyperParameterTuningJob",
            "HyperParameterTuningJob",
            "hyper-parameter-tuning-job/{HyperParameterTuningJobName}",
            "StepFunctionsGetEventsForSageMakerTuningJobsRule"),
        Pass("sagemaker:createHyperParameterTuningJob", SageMaker, "iam:role/{TrainingJobDefinition.RoleArn}"),
        .. SageMakerJob("sagemaker:createProcessingJob", "ProcessingJob", "processing-job/{ProcessingJobName}", "StepFunctionsGetEventsForSageMakerProcessingJobsRule"),
        Pass("sagemaker:createProcessingJob", SageMaker, "iam:role/{RoleArn}"),
        .. SageMakerJob("sagemaker:createLabelingJob", "LabelingJob", "labeling-job/{LabelingJobName}", null),
        new(
            "sagemaker:createLabelingJob",
            Job,
            "WatchJobs",
            ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
            Rule("StepFunctionsGetEventsForSageMaker*").NarrowestBecause("AWS does not document the name of the rule.")),
        Pass("sagemaker:createLabelingJob", SageMaker, "iam:role/{RoleArn}"),
        .. SageMakerThing("sagemaker:createEndpoint", "CreateEndpoint", ["endpoint/{EndpointName}", "endpoint-config/{EndpointConfigName}"], "endpoint/{EndpointName}"),
        .. SageMakerThing("sagemaker:createEndpointConfig", "CreateEndpointConfig", ["endpoint-config/{EndpointConfigName}"], "endpoint-config/{EndpointConfigName}"),
        .. SageMakerThing("sagemaker:createModel", "CreateModel", ["model/{ModelName}"], "model/{ModelName}"),
        Pass("sagemaker:createModel", SageMaker, "iam:role/{ExecutionRoleArn?}"),
        new("sagemaker:updateEndpoint", Always, "UseSageMaker", ["sagemaker:UpdateEndpoint"], Of("sagemaker:endpoint/{EndpointName}", "sagemaker:endpoint-config/{EndpointConfigName}")),

        new("bedrock:invokeModel", Always, "InvokeModels", ["bedrock:InvokeModel"], ResourceFinders.Model),
        new("bedrock:invokeModel", Always, "ReadObjects", ["s3:GetObject"], ResourceFinders.ObjectAt("Input.S3Uri")),
        new("bedrock:invokeModel", Always, "WriteObjects", ["s3:PutObject"], ResourceFinders.ObjectAt("Output.S3Uri")),
        new("bedrock:invokeModel", Always, "ApplyGuardrails", ["bedrock:ApplyGuardrail"], Of("bedrock:guardrail/{GuardrailIdentifier?}")),
        new(
            "bedrock:createModelCustomizationJob",
            Always,
            "CustomizeModels",
            ["bedrock:CreateModelCustomizationJob"],
            Of("bedrock::foundation-model/{BaseModelIdentifier}", "bedrock:custom-model/*", "bedrock:model-customization-job/*").NarrowestBecause(NewModel)),
        new(
            "bedrock:createModelCustomizationJob",
            Always,
            "TagModels",
            ["bedrock:TagResource"],
            Of("bedrock:custom-model/*", "bedrock:model-customization-job/*").When("CustomModelTags", "JobTags").NarrowestBecause(NewModel)),
        new(
            "bedrock:createModelCustomizationJob",
            Job,
            "FollowCustomizations",
            ["bedrock:GetModelCustomizationJob", "bedrock:StopModelCustomizationJob"],
            Of("bedrock:model-customization-job/*").NarrowestBecause(NewModel)),
        Pass("bedrock:createModelCustomizationJob", "bedrock.amazonaws.com", "iam:role/{RoleArn}"),
        new(
            "bedrockagentcore:invokeHarness",
            Always,
            "InvokeHarnesses",
            ["bedrock-agentcore:InvokeAgentRuntime", "bedrock-agentcore:InvokeHarness"],
            Of("bedrock-agentcore:harness/{HarnessArn}")),

        new("mediaconvert:createJob", Always, "ConvertMedia", ["mediaconvert:CreateJob"], new(["mediaconvert:"], Conversion)),
        new(
            "mediaconvert:createJob",
            Job,
            "FollowConversions",
            ["mediaconvert:CancelJob", "mediaconvert:GetJob"],
            Of("mediaconvert:jobs/*").NarrowestBecause("The job's id is known only once it is submitted; the condition keeps to jobs of Step Functions."),
            [new("StringEquals", "aws:ResourceTag/ManagedByService", "AWSStepFunctions")]),
        Watch("mediaconvert:createJob", "StepFunctionsGetEventsForMediaConvertJobRule"),
        Pass("mediaconvert:createJob", "mediaconvert.amazonaws.com", "iam:role/{Role}"),
    ];

    private static IntegrationGrant[] SageMakerJob(string integration, string job, string resource, string? rule)
    {
        IntegrationGrant[] rows =
        [
            .. SageMakerThing(integration, "Create" + job, [resource], resource),
            new(integration, Job, "UseSageMaker", ["sagemaker:Describe" + job, "sagemaker:Stop" + job], Of("sagemaker:" + resource)),
        ];
        return rule is null ? rows : [.. rows, Watch(integration, rule)];
    }

    private static IntegrationGrant[] SageMakerThing(string integration, string action, string[] resources, string made) =>
    [
        new(integration, Always, "UseSageMaker", ["sagemaker:" + action], Of([.. resources.Select(resource => "sagemaker:" + resource)])),
        new(integration, Always, "UseSageMaker", ["sagemaker:ListTags"], Of("sagemaker:" + made)),
        new(integration, Always, "UseSageMaker", ["sagemaker:AddTags"], Of("sagemaker:" + made).When("Tags")),
    ];

    /// <summary>The queue, the job template, and the presets that the settings name.</summary>
    private static Reach Conversion(TaskArguments arguments)
    {
        var reach = Of("mediaconvert:queues/{Queue|Default}", "mediaconvert:jobTemplates/{JobTemplate?}").Find(arguments);
        var presets = new List<string>();
        var isKnown = arguments.Members("Settings") is { } settings && settings.All(member => Presets(member.Name, member.Value, presets)) && !arguments.Has("JobTemplate");
        return isKnown || !(arguments.Has("Settings") || arguments.Has("JobTemplate"))
            ? reach.And(Reach.Of([.. presets.Select(preset => ResourceTemplate.IsArn("Preset", preset) ? preset : ResourceTemplate.Expand("mediaconvert:presets/" + preset))]))
            : reach.And(Of("mediaconvert:presets/*").Because("Which presets the settings name is not known before the state runs.").Find(arguments));
    }

    /// <summary>Collects the names of presets in settings. Returns false if some of the settings are computed.</summary>
    private static bool Presets(string name, JsonValue value, List<string> found)
    {
        switch (value)
        {
            case JsonString { Value: var text } when name == "Preset" && !TaskArguments.IsExpression(text):
                found.Add(text);
                return true;
            case JsonString:
                return name is not ("Preset" or "Outputs" or "OutputGroups" or "Preset.$" or "Outputs.$" or "OutputGroups.$");
            case JsonArray items:
                return items.All(item => Presets(name, item, found));
            case JsonObject members:
                return members.Members.All(member => Presets(member.Name, member.Value, found));
            default:
                return true;
        }
    }
}

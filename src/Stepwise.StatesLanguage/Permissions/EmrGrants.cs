using static Stepwise.StatesLanguage.Permissions.IntegrationGrant;
using static Stepwise.StatesLanguage.Permissions.Target;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>EMR in its three forms: on instances, in containers, without servers.</summary>
internal static class EmrGrants
{
    private const string Cluster = "elasticmapreduce:cluster/{ClusterId}";
    private const string NewCluster = "The cluster's id is known only once it is created.";
    private const string VirtualCluster = "emr-containers:/virtualclusters/{VirtualClusterId}";
    private const string Application = "emr-serverless:/applications/{ApplicationId}";
    private const string NewApplication = "The application's id is known only once it is created.";
    private const string ApplicationRule = "StepFunctionsGetEventsForEMRServerlessApplicationRule";
    private const string JobRule = "StepFunctionsGetEventsForEMRServerlessJobRule";

    public static readonly IntegrationGrant[] Rows =
    [
        new("elasticmapreduce:createCluster", Always, "CreateClusters", ["elasticmapreduce:RunJobFlow"], Everything("elasticmapreduce:RunJobFlow knows no narrower resource.")),
        new("elasticmapreduce:createCluster", Always, "TagClusters", ["elasticmapreduce:AddTags"], Of("elasticmapreduce:cluster/*").When("Tags").Because(NewCluster)),
        new("elasticmapreduce:createCluster", Job, "FollowClusters", ["elasticmapreduce:DescribeCluster", "elasticmapreduce:TerminateJobFlows"], Of("elasticmapreduce:cluster/*").Because(NewCluster)),
        Watch("elasticmapreduce:createCluster", "StepFunctionsGetEventForEMRRunJobFlowRule"),
        Pass("elasticmapreduce:createCluster", "elasticmapreduce.amazonaws.com*", "iam:role/{ServiceRole?}"),
        Pass("elasticmapreduce:createCluster", "ec2.amazonaws.com*", "iam:role/{JobFlowRole?}"),
        Pass("elasticmapreduce:createCluster", "application-autoscaling.amazonaws.com*", "iam:role/{AutoScalingRole?}"),
        new("elasticmapreduce:terminateCluster", Always, "TerminateClusters", ["elasticmapreduce:TerminateJobFlows"], Of(Cluster)),
        new("elasticmapreduce:terminateCluster", Job, "FollowClusters", ["elasticmapreduce:DescribeCluster"], Of(Cluster)),
        Watch("elasticmapreduce:terminateCluster", "StepFunctionsGetEventForEMRTerminateJobFlowsRule"),
        new("elasticmapreduce:addStep", Always, "AddSteps", ["elasticmapreduce:AddJobFlowSteps"], Of(Cluster)),
        new("elasticmapreduce:addStep", Job, "FollowSteps", ["elasticmapreduce:CancelSteps", "elasticmapreduce:DescribeStep"], Of(Cluster)),
        Watch("elasticmapreduce:addStep", "StepFunctionsGetEventForEMRAddJobFlowStepsRule"),
        new("elasticmapreduce:cancelStep", Always, "CancelSteps", ["elasticmapreduce:CancelSteps"], Of(Cluster)),
        new("elasticmapreduce:setClusterTerminationProtection", Always, "ProtectClusters", ["elasticmapreduce:SetTerminationProtection"], Of(Cluster)),
        new("elasticmapreduce:modifyInstanceFleetByName", Always, "ModifyClusters", ["elasticmapreduce:ListInstanceFleets", "elasticmapreduce:ModifyInstanceFleet"], Of(Cluster)),
        new("elasticmapreduce:modifyInstanceGroupByName", Always, "ModifyClusters", ["elasticmapreduce:ListInstanceGroups", "elasticmapreduce:ModifyInstanceGroups"], Of(Cluster)),

        new("emr-containers:createVirtualCluster", Always, "CreateVirtualClusters", ["emr-containers:CreateVirtualCluster"], Everything("emr-containers:CreateVirtualCluster knows no narrower resource.")),
        new(
            "emr-containers:createVirtualCluster",
            Always,
            "CreateServiceRoles",
            ["iam:CreateServiceLinkedRole"],
            new([], _ => Reach.Of(ResourceTemplate.Expand("iam:role/aws-service-role/emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers"))),
            [new("StringLike", "iam:AWSServiceName", "emr-containers.amazonaws.com")]),
        new("emr-containers:deleteVirtualCluster", Always, "DeleteVirtualClusters", ["emr-containers:DeleteVirtualCluster"], Of("emr-containers:/virtualclusters/{Id}")),
        new("emr-containers:deleteVirtualCluster", Job, "FollowVirtualClusters", ["emr-containers:DescribeVirtualCluster"], Of("emr-containers:/virtualclusters/{Id}")),
        new(
            "emr-containers:startJobRun",
            Always,
            "StartContainerJobs",
            ["emr-containers:StartJobRun"],
            Of(VirtualCluster),
            [new("StringEquals", "emr-containers:ExecutionRoleArn", "{ExecutionRoleArn?}")]),
        new("emr-containers:startJobRun", Job, "FollowContainerJobs", ["emr-containers:CancelJobRun", "emr-containers:DescribeJobRun"], Of(VirtualCluster + "/jobruns/*")),

        new("emr-serverless:createApplication", Always, "CreateApplications", ["emr-serverless:CreateApplication"], Of("emr-serverless:/*").Because(NewApplication)),
        new(
            "emr-serverless:createApplication",
            Always,
            "CreateServiceRoles",
            ["iam:CreateServiceLinkedRole"],
            new([], _ => Reach.Of(ResourceTemplate.Expand("iam:role/aws-service-role/ops.emr-serverless.amazonaws.com/AWSServiceRoleForAmazonEMRServerless*"))),
            [new("StringLike", "iam:AWSServiceName", "ops.emr-serverless.amazonaws.com")]),
        new("emr-serverless:createApplication", Job, "FollowApplications", ["emr-serverless:DeleteApplication", "emr-serverless:GetApplication"], Of("emr-serverless:/applications/*").Because(NewApplication)),
        Watch("emr-serverless:createApplication", ApplicationRule),
        new("emr-serverless:startApplication", Always, "StartApplications", ["emr-serverless:StartApplication"], Of(Application)),
        new("emr-serverless:startApplication", Job, "FollowApplications", ["emr-serverless:GetApplication", "emr-serverless:StopApplication"], Of(Application)),
        Watch("emr-serverless:startApplication", ApplicationRule),
        new("emr-serverless:stopApplication", Always, "StopApplications", ["emr-serverless:StopApplication"], Of(Application)),
        new("emr-serverless:stopApplication", Job, "FollowApplications", ["emr-serverless:GetApplication"], Of(Application)),
        Watch("emr-serverless:stopApplication", ApplicationRule),
        new("emr-serverless:deleteApplication", Always, "DeleteApplications", ["emr-serverless:DeleteApplication"], Of(Application)),
        new("emr-serverless:deleteApplication", Job, "FollowApplications", ["emr-serverless:GetApplication"], Of(Application)),
        Watch("emr-serverless:deleteApplication", ApplicationRule),
        new("emr-serverless:startJobRun", Always, "StartServerlessJobs", ["emr-serverless:StartJobRun"], Of(Application)),
        new("emr-serverless:startJobRun", Job, "FollowServerlessJobs", ["emr-serverless:CancelJobRun", "emr-serverless:GetJobRun"], Of(Application + "/jobruns/*")),
        Watch("emr-serverless:startJobRun", JobRule),
        Pass("emr-serverless:startJobRun", "emr-serverless.amazonaws.com", "iam:role/{ExecutionRoleArn}"),
        new("emr-serverless:cancelJobRun", Always, "CancelServerlessJobs", ["emr-serverless:CancelJobRun"], Of(Application + "/jobruns/{JobRunId}")),
        new("emr-serverless:cancelJobRun", Job, "FollowServerlessJobs", ["emr-serverless:GetJobRun"], Of(Application + "/jobruns/{JobRunId}")),
        Watch("emr-serverless:cancelJobRun", JobRule),
    ];
}

using static Stepwise.StatesLanguage.Permissions.IntegrationGrant;
using static Stepwise.StatesLanguage.Permissions.Target;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The permissions for EMR on EC2, EMR on EKS and EMR Serverless.</summary>
internal static class EmrGrants
{
    private const string Cluster = "elasticmapreduce:cluster/{ClusterId}";
    private const string NewCluster = "The cluster's id is known only once it is created.";
    private const string NewRun = "The id of a job run is known only once it is started.";
    private const string VirtualCluster = "emr-containers:/virtualclusters/{VirtualClusterId}";
    private const string Application = "emr-serverless:/applications/{ApplicationId}";
    private const string NewApplication = "The application's id is known only once it is created.";
    private const string ApplicationRule = "StepFunctionsGetEventsForEMRServerlessApplicationRule";
    private const string JobRule = "StepFunctionsGetEventsForEMRServerlessJobRule";

    public static readonly IntegrationGrant[] Rows =
    [
        new("elasticmapreduce:createCluster", Always, "CreateClusters", ["elasticmapreduce:RunJobFlow"], Everything("elasticmapreduce:RunJobFlow does not support resource-level permissions.")),
        new("elasticmapreduce:createCluster", Always, "UseClusters", ["elasticmapreduce:AddTags"], Of("elasticmapreduce:cluster/*").When("Tags").NarrowestBecause(NewCluster)),
        new("elasticmapreduce:createCluster", Job, "UseClusters", ["elasticmapreduce:DescribeCluster", "elasticmapreduce:TerminateJobFlows"], Of("elasticmapreduce:cluster/*").NarrowestBecause(NewCluster)),
        Watch("elasticmapreduce:createCluster", "StepFunctionsGetEventForEMRRunJobFlowRule"),
        Pass("elasticmapreduce:createCluster", "elasticmapreduce.amazonaws.com*", "iam:role/{ServiceRole?}"),
        Pass("elasticmapreduce:createCluster", "ec2.amazonaws.com*", new Target(["iam:role/"], InstanceRole)),
        Pass("elasticmapreduce:createCluster", "application-autoscaling.amazonaws.com*", "iam:role/{AutoScalingRole?}"),
        new("elasticmapreduce:terminateCluster", Always, "UseClusters", ["elasticmapreduce:TerminateJobFlows"], Of(Cluster)),
        new("elasticmapreduce:terminateCluster", Job, "UseClusters", ["elasticmapreduce:DescribeCluster"], Of(Cluster)),
        Watch("elasticmapreduce:terminateCluster", "StepFunctionsGetEventForEMRTerminateJobFlowsRule"),
        new("elasticmapreduce:addStep", Always, "UseClusters", ["elasticmapreduce:AddJobFlowSteps"], Of(Cluster)),
        new("elasticmapreduce:addStep", Job, "UseClusters", ["elasticmapreduce:CancelSteps", "elasticmapreduce:DescribeStep"], Of(Cluster)),
        Watch("elasticmapreduce:addStep", "StepFunctionsGetEventForEMRAddJobFlowStepsRule"),
        new("elasticmapreduce:cancelStep", Always, "UseClusters", ["elasticmapreduce:CancelSteps"], Of(Cluster)),
        new("elasticmapreduce:setClusterTerminationProtection", Always, "UseClusters", ["elasticmapreduce:SetTerminationProtection"], Of(Cluster)),
        new("elasticmapreduce:modifyInstanceFleetByName", Always, "UseClusters", ["elasticmapreduce:ListInstanceFleets", "elasticmapreduce:ModifyInstanceFleet"], Of(Cluster)),
        new("elasticmapreduce:modifyInstanceGroupByName", Always, "UseClusters", ["elasticmapreduce:ListInstanceGroups", "elasticmapreduce:ModifyInstanceGroups"], Of(Cluster)),

        new("emr-containers:createVirtualCluster", Always, "CreateVirtualClusters", ["emr-containers:CreateVirtualCluster"], Everything("emr-containers:CreateVirtualCluster does not support resource-level permissions.")),
        new(
            "emr-containers:createVirtualCluster",
            Always,
            "CreateServiceRoles",
            ["iam:CreateServiceLinkedRole"],
            new([], _ => Reach.Of(ResourceTemplate.Expand("iam:role/aws-service-role/emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers"))),
            [new("StringLike", "iam:AWSServiceName", "emr-containers.amazonaws.com")]),
        new("emr-containers:deleteVirtualCluster", Always, "UseVirtualClusters", ["emr-containers:DeleteVirtualCluster"], Of("emr-containers:/virtualclusters/{Id}")),
        new("emr-containers:deleteVirtualCluster", Job, "UseVirtualClusters", ["emr-containers:DescribeVirtualCluster"], Of("emr-containers:/virtualclusters/{Id}")),
        new(
            "emr-containers:startJobRun",
            Always,
            "StartContainerJobs",
            ["emr-containers:StartJobRun"],
            Of(VirtualCluster),
            [new("StringEquals", "emr-containers:ExecutionRoleArn", "{ExecutionRoleArn?}")]),
        new("emr-containers:startJobRun", Job, "FollowContainerJobs", ["emr-containers:CancelJobRun", "emr-containers:DescribeJobRun"], Of(VirtualCluster + "/jobruns/*").NarrowestBecause(NewRun)),

        new("emr-serverless:createApplication", Always, "CreateApplications", ["emr-serverless:CreateApplication"], Of("emr-serverless:/*").NarrowestBecause(NewApplication)),
        new(
            "emr-serverless:createApplication",
            Always,
            "CreateServiceRoles",
            ["iam:CreateServiceLinkedRole"],
            new([], _ => Reach.Narrowest("AWS ends the name of its role as it likes.", ResourceTemplate.Expand("iam:role/aws-service-role/ops.emr-serverless.amazonaws.com/AWSServiceRoleForAmazonEMRServerless*"))),
            [new("StringLike", "iam:AWSServiceName", "ops.emr-serverless.amazonaws.com")]),
        new("emr-serverless:createApplication", Job, "UseApplications", ["emr-serverless:DeleteApplication", "emr-serverless:GetApplication"], Of("emr-serverless:/applications/*").NarrowestBecause(NewApplication)),
        Watch("emr-serverless:createApplication", ApplicationRule),
        new("emr-serverless:startApplication", Always, "UseApplications", ["emr-serverless:StartApplication"], Of(Application)),
        new("emr-serverless:startApplication", Job, "UseApplications", ["emr-serverless:GetApplication", "emr-serverless:StopApplication"], Of(Application)),
        Watch("emr-serverless:startApplication", ApplicationRule),
        new("emr-serverless:stopApplication", Always, "UseApplications", ["emr-serverless:StopApplication"], Of(Application)),
        new("emr-serverless:stopApplication", Job, "UseApplications", ["emr-serverless:GetApplication"], Of(Application)),
        Watch("emr-serverless:stopApplication", ApplicationRule),
        new("emr-serverless:deleteApplication", Always, "UseApplications", ["emr-serverless:DeleteApplication"], Of(Application)),
        new("emr-serverless:deleteApplication", Job, "UseApplications", ["emr-serverless:GetApplication"], Of(Application)),
        Watch("emr-serverless:deleteApplication", ApplicationRule),
        new("emr-serverless:startJobRun", Always, "StartServerlessJobs", ["emr-serverless:StartJobRun"], Of(Application)),
        new("emr-serverless:startJobRun", Job, "FollowServerlessJobs", ["emr-serverless:CancelJobRun", "emr-serverless:GetJobRun"], Of(Application + "/jobruns/*").NarrowestBecause(NewRun)),
        Watch("emr-serverless:startJobRun", JobRule),
        Pass("emr-serverless:startJobRun", "emr-serverless.amazonaws.com", "iam:role/{ExecutionRoleArn}"),
        new("emr-serverless:cancelJobRun", Always, "FollowServerlessJobs", ["emr-serverless:CancelJobRun"], Of(Application + "/jobruns/{JobRunId}")),
        new("emr-serverless:cancelJobRun", Job, "FollowServerlessJobs", ["emr-serverless:GetJobRun"], Of(Application + "/jobruns/{JobRunId}")),
        Watch("emr-serverless:cancelJobRun", JobRule),
    ];

    /// <summary>The role of an instance profile. The profile usually has the name of its role. Its ARN does not contain the ARN of the role.</summary>
    private static Reach InstanceRole(TaskArguments arguments)
        => arguments.Text("JobFlowRole") is { } profile && ResourceTemplate.IsArn("JobFlowRole", profile) && !profile.Contains(":role/")
            ? Of("iam:role/*").Because($"The role of {profile} is not known.").Find(arguments)
            : Of("iam:role/{JobFlowRole?}").Find(arguments);
}

using static Stepwise.StatesLanguage.Permissions.IntegrationGrant;
using static Stepwise.StatesLanguage.Permissions.Target;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Functions, containers, clusters and builds.</summary>
internal static class ComputeGrants
{
    private const string Roles = "The task definition names the roles.";

    public static readonly IntegrationGrant[] Rows =
    [
        new("lambda:invoke", Always, "InvokeFunctions", ["lambda:InvokeFunction"], ResourceFinders.InvokedFunction),

        new("ecs:runTask", Always, "RunContainers", ["ecs:RunTask"], ResourceFinders.TaskDefinition, [new("ArnEquals", "ecs:cluster", ResourceTemplate.Expand("ecs:cluster/{Cluster?}"))]),
        new("ecs:runTask", Always, "TagContainers", ["ecs:TagResource"], Of("ecs:task/{Cluster|default}/*").When("Tags", "PropagateTags"), [new("StringEquals", "ecs:CreateAction", "RunTask")]),
        new("ecs:runTask", Job, "FollowContainers", ["ecs:DescribeTasks", "ecs:StopTask"], Of("ecs:task/{Cluster|default}/*")),
        Watch("ecs:runTask", "StepFunctionsGetEventsForECSTaskRule"),
        Pass("ecs:runTask", "ecs-tasks.amazonaws.com", new Target(["iam:role/"], ContainerRoles)),

        new("batch:submitJob", Always, "SubmitBatchJobs", ["batch:SubmitJob"], ResourceFinders.JobDefinition),
        new("batch:submitJob", Always, "TagBatchJobs", ["batch:TagResource"], Of("batch:job/*").When("Tags")),
        new("batch:submitJob", Job, "FollowBatchJobs", ["batch:DescribeJobs"], Everything("batch:DescribeJobs knows no narrower resource.")),
        new("batch:submitJob", Job, "StopBatchJobs", ["batch:TerminateJob"], Of("batch:job/*").Because("The job's id is known only once it is submitted.")),
        Watch("batch:submitJob", "StepFunctionsGetEventsForBatchJobsRule"),

        new("eks:createCluster", Always, "CreateEksClusters", ["eks:CreateCluster"], Everything("eks:CreateCluster knows no narrower resource.")),
        new("eks:createCluster", Job, "FollowEksClusters", ["eks:DeleteCluster", "eks:DescribeCluster"], Of("eks:cluster/{Name}")),
        Pass("eks:createCluster", "eks.amazonaws.com", "iam:role/{RoleArn}"),
        new("eks:deleteCluster", Always, "DeleteEksClusters", ["eks:DeleteCluster"], Of("eks:cluster/{Name}")),
        new("eks:deleteCluster", Job, "FollowEksClusters", ["eks:DescribeCluster"], Of("eks:cluster/{Name}")),
        new("eks:createNodegroup", Always, "CreateEksNodegroups", ["eks:CreateNodegroup"], Of("eks:cluster/{ClusterName}")),
        new("eks:createNodegroup", Always, "DescribeSubnets", ["ec2:DescribeSubnets"], Everything("ec2:DescribeSubnets knows no narrower resource.")),
        new("eks:createNodegroup", Always, "ReadNodeRoles", ["iam:GetRole", "iam:ListAttachedRolePolicies"], Of("iam:role/{NodeRole}")),
        new("eks:createNodegroup", Job, "FollowEksNodegroups", ["eks:DeleteNodegroup", "eks:DescribeNodegroup"], Of("eks:nodegroup/{ClusterName}/{NodegroupName}/*")),
        Pass("eks:createNodegroup", "eks.amazonaws.com", "iam:role/{NodeRole}"),
        new("eks:deleteNodegroup", Always, "DeleteEksNodegroups", ["eks:DeleteNodegroup"], Of("eks:nodegroup/{ClusterName}/{NodegroupName}/*")),
        new("eks:deleteNodegroup", Job, "FollowEksNodegroups", ["eks:DescribeNodegroup"], Of("eks:nodegroup/{ClusterName}/{NodegroupName}/*")),
        new("eks:createFargateProfile", Always, "CreateFargateProfiles", ["eks:CreateFargateProfile"], Of("eks:cluster/{ClusterName}")),
        new("eks:createFargateProfile", Job, "FollowFargateProfiles", ["eks:DeleteFargateProfile", "eks:DescribeFargateProfile"], Of("eks:fargateprofile/{ClusterName}/{FargateProfileName}/*")),
        Pass("eks:createFargateProfile", null, "iam:role/{PodExecutionRoleArn}"),
        new("eks:deleteFargateProfile", Always, "DeleteFargateProfiles", ["eks:DeleteFargateProfile"], Of("eks:fargateprofile/{ClusterName}/{FargateProfileName}/*")),
        new("eks:deleteFargateProfile", Job, "FollowFargateProfiles", ["eks:DescribeFargateProfile"], Of("eks:fargateprofile/{ClusterName}/{FargateProfileName}/*")),
        new("eks:call", Always, "CallKubernetes", [], Of()),
        new("eks:runJob", Always, "CallKubernetes", [], Of()),

        new("codebuild:startBuild", Always, "StartBuilds", ["codebuild:StartBuild"], Of("codebuild:project/{ProjectName}")),
        new("codebuild:startBuild", Job, "FollowBuilds", ["codebuild:BatchGetBuilds", "codebuild:StopBuild"], Of("codebuild:project/{ProjectName}")),
        Watch("codebuild:startBuild", "StepFunctionsGetEventForCodeBuildStartBuildRule"),
        new("codebuild:stopBuild", Always, "StopBuilds", ["codebuild:StopBuild"], ResourceFinders.Builds("Id")),
        new("codebuild:batchDeleteBuilds", Always, "DeleteBuilds", ["codebuild:BatchDeleteBuilds"], ResourceFinders.Builds("Ids")),
        new("codebuild:batchGetReports", Always, "ReadReports", ["codebuild:BatchGetReports"], ResourceFinders.Reports("ReportArns")),
        new("codebuild:startBuildBatch", Always, "StartBuilds", ["codebuild:StartBuildBatch"], Of("codebuild:project/{ProjectName}")),
        new("codebuild:startBuildBatch", Job, "FollowBuilds", ["codebuild:BatchGetBuildBatches", "codebuild:StopBuildBatch"], Of("codebuild:project/{ProjectName}")),
        Watch("codebuild:startBuildBatch", "StepFunctionsGetEventForCodeBuildStartBuildBatchRule"),
        new("codebuild:stopBuildBatch", Always, "StopBuilds", ["codebuild:StopBuildBatch"], ResourceFinders.Builds("Id")),
        new("codebuild:retryBuildBatch", Always, "StartBuilds", ["codebuild:RetryBuildBatch"], ResourceFinders.Builds("Id")),
        new("codebuild:retryBuildBatch", Job, "FollowBuilds", ["codebuild:BatchGetBuildBatches", "codebuild:StopBuildBatch"], ResourceFinders.Builds("Id")),
        new("codebuild:deleteBuildBatch", Always, "DeleteBuilds", ["codebuild:DeleteBuildBatch"], ResourceFinders.Builds("Id")),
    ];

    /// <summary>The roles of the task definition are not in the state; only when both are overridden are they known.</summary>
    private static Reach ContainerRoles(TaskArguments arguments)
        => arguments.Text("Overrides.TaskRoleArn") is { } task && arguments.Text("Overrides.ExecutionRoleArn") is { } execution
            ? Reach.Of(task, execution)
            : Of("iam:role/*").Because(Roles).Find(arguments);
}

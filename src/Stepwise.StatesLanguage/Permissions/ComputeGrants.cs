using static Stepwise.StatesLanguage.Permissions.IntegrationGrant;
using static Stepwise.StatesLanguage.Permissions.Target;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The permissions for functions, containers, clusters and builds.</summary>
internal static class ComputeGrants
{
    private const string EksId = "The ARN ends with an id of its own.";
    private const string NewJob = "The job's id is known only once it is submitted.";

    public static readonly IntegrationGrant[] Rows =
    [
        new("lambda:invoke", Always, "InvokeFunctions", ["lambda:InvokeFunction"], ComputeFinders.InvokedFunction),

        new("ecs:runTask", Always, "RunContainers", ["ecs:RunTask"], ComputeFinders.TaskDefinition, [new("ArnEquals", "ecs:cluster", ResourceTemplate.Expand("ecs:cluster/{Cluster?}"))]),
        new("ecs:runTask", Always, "TagContainers", ["ecs:TagResource"], ComputeFinders.Containers.When("Tags", "PropagateTags"), [new("StringEquals", "ecs:CreateAction", "RunTask")]),
        new("ecs:runTask", Job, "FollowContainers", ["ecs:DescribeTasks", "ecs:StopTask"], ComputeFinders.Containers),
        Watch("ecs:runTask", "StepFunctionsGetEventsForECSTaskRule"),
        Pass("ecs:runTask", "ecs-tasks.amazonaws.com", new Target(["iam:role/"], ContainerRoles)),

        new("batch:submitJob", Always, "SubmitBatchJobs", ["batch:SubmitJob"], ComputeFinders.JobDefinition),
        new("batch:submitJob", Always, "TagOrStopBatchJobs", ["batch:TagResource"], Of("batch:job/*").When("Tags").NarrowestBecause(NewJob)),
        new("batch:submitJob", Job, "FollowBatchJobs", ["batch:DescribeJobs"], Everything("batch:DescribeJobs does not support resource-level permissions.")),
        new("batch:submitJob", Job, "TagOrStopBatchJobs", ["batch:TerminateJob"], Of("batch:job/*").NarrowestBecause(NewJob)),
        Watch("batch:submitJob", "StepFunctionsGetEventsForBatchJobsRule"),

        new("eks:createCluster", Always, "CreateEksClusters", ["eks:CreateCluster"], Everything("eks:CreateCluster does not support resource-level permissions.")),
        new("eks:createCluster", Job, "ManageEksClusters", ["eks:DeleteCluster", "eks:DescribeCluster"], Of("eks:cluster/{Name}")),
        Pass("eks:createCluster", "eks.amazonaws.com", "iam:role/{RoleArn}"),
        new("eks:deleteCluster", Always, "ManageEksClusters", ["eks:DeleteCluster"], Of("eks:cluster/{Name}")),
        new("eks:deleteCluster", Job, "ManageEksClusters", ["eks:DescribeCluster"], Of("eks:cluster/{Name}")),
        new("eks:createNodegroup", Always, "CreateEksNodegroups", ["eks:CreateNodegroup"], Of("eks:cluster/{ClusterName}")),
        new("eks:createNodegroup", Always, "DescribeSubnets", ["ec2:DescribeSubnets"], Everything("ec2:DescribeSubnets does not support resource-level permissions.")),
        new("eks:createNodegroup", Always, "ReadNodeRoles", ["iam:GetRole", "iam:ListAttachedRolePolicies"], Of("iam:role/{NodeRole}")),
        new("eks:createNodegroup", Job, "ManageEksNodegroups", ["eks:DeleteNodegroup", "eks:DescribeNodegroup"], Of("eks:nodegroup/{ClusterName}/{NodegroupName}/*").NarrowestBecause(EksId)),
        Pass("eks:createNodegroup", "eks.amazonaws.com", "iam:role/{NodeRole}"),
        new("eks:deleteNodegroup", Always, "ManageEksNodegroups", ["eks:DeleteNodegroup"], Of("eks:nodegroup/{ClusterName}/{NodegroupName}/*").NarrowestBecause(EksId)),
        new("eks:deleteNodegroup", Job, "ManageEksNodegroups", ["eks:DescribeNodegroup"], Of("eks:nodegroup/{ClusterName}/{NodegroupName}/*").NarrowestBecause(EksId)),
        new("eks:createFargateProfile", Always, "CreateFargateProfiles", ["eks:CreateFargateProfile"], Of("eks:cluster/{ClusterName}")),
        new("eks:createFargateProfile", Job, "ManageFargateProfiles", ["eks:DeleteFargateProfile", "eks:DescribeFargateProfile"], Of("eks:fargateprofile/{ClusterName}/{FargateProfileName}/*").NarrowestBecause(EksId)),
        Pass("eks:createFargateProfile", null, "iam:role/{PodExecutionRoleArn}"),
        new("eks:deleteFargateProfile", Always, "ManageFargateProfiles", ["eks:DeleteFargateProfile"], Of("eks:fargateprofile/{ClusterName}/{FargateProfileName}/*").NarrowestBecause(EksId)),
        new("eks:deleteFargateProfile", Job, "ManageFargateProfiles", ["eks:DescribeFargateProfile"], Of("eks:fargateprofile/{ClusterName}/{FargateProfileName}/*").NarrowestBecause(EksId)),
        new("eks:call", Always, "CallKubernetes", [], Of()),
        new("eks:runJob", Always, "CallKubernetes", [], Of()),

        new("codebuild:startBuild", Always, "RunBuilds", ["codebuild:StartBuild"], Of("codebuild:project/{ProjectName}")),
        new("codebuild:startBuild", Job, "RunBuilds", ["codebuild:BatchGetBuilds", "codebuild:StopBuild"], Of("codebuild:project/{ProjectName}")),
        Watch("codebuild:startBuild", "StepFunctionsGetEventForCodeBuildStartBuildRule"),
        new("codebuild:stopBuild", Always, "RunBuilds", ["codebuild:StopBuild"], ComputeFinders.Builds("Id")),
        new("codebuild:batchDeleteBuilds", Always, "RunBuilds", ["codebuild:BatchDeleteBuilds"], ComputeFinders.Builds("Ids")),
        new("codebuild:batchGetReports", Always, "ReadReports", ["codebuild:BatchGetReports"], ComputeFinders.Reports("ReportArns")),
        new("codebuild:startBuildBatch", Always, "RunBuilds", ["codebuild:StartBuildBatch"], Of("codebuild:project/{ProjectName}")),
        new("codebuild:startBuildBatch", Job, "RunBuilds", ["codebuild:BatchGetBuildBatches", "codebuild:StopBuildBatch"], Of("codebuild:project/{ProjectName}")),
        Watch("codebuild:startBuildBatch", "StepFunctionsGetEventForCodeBuildStartBuildBatchRule"),
        new("codebuild:stopBuildBatch", Always, "RunBuilds", ["codebuild:StopBuildBatch"], ComputeFinders.Builds("Id")),
        new("codebuild:retryBuildBatch", Always, "RunBuilds", ["codebuild:RetryBuildBatch"], ComputeFinders.Builds("Id")),
        new("codebuild:retryBuildBatch", Job, "RunBuilds", ["codebuild:BatchGetBuildBatches", "codebuild:StopBuildBatch"], ComputeFinders.Builds("Id")),
        new("codebuild:deleteBuildBatch", Always, "RunBuilds", ["codebuild:DeleteBuildBatch"], ComputeFinders.Builds("Id")),
    ];

    /// <summary>The roles of a task definition. They are known only if the state overrides both, because the definition of the machine does not contain the task definition.</summary>
    private static Reach ContainerRoles(TaskArguments arguments)
        => arguments.Text("Overrides.TaskRoleArn") is { } task && arguments.Text("Overrides.ExecutionRoleArn") is { } execution
            ? Reach.Of(task, execution)
            : Of("iam:role/*").Because("The task definition names the roles.").Find(arguments);
}

using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.StatesLanguage.Tests.Permissions;

/// <summary>Where CDK 2.276.0 was measured to give more or less than a task needs.</summary>
public sealed class CdkTests
{
    /// <summary>The 14 task classes that give something on <c>*</c>, what they give, and those actions of which nothing narrower exists.</summary>
    [Theory]
    [InlineData("EcsRunTask", "ecs:runTask.sync", "ecs:DescribeTasks ecs:StopTask", "")]
    [InlineData("EmrCreateCluster", "elasticmapreduce:createCluster.sync", "elasticmapreduce:AddTags elasticmapreduce:DescribeCluster elasticmapreduce:RunJobFlow elasticmapreduce:TerminateJobFlows", "elasticmapreduce:RunJobFlow")]
    [InlineData("EmrContainersCreateVirtualCluster", "emr-containers:createVirtualCluster", "emr-containers:CreateVirtualCluster", "emr-containers:CreateVirtualCluster")]
    [InlineData("AthenaStartQueryExecution", "athena:startQueryExecution.sync", "lakeformation:GetDataAccess s3:CreateBucket s3:GetBucketLocation s3:GetObject s3:ListBucket", "lakeformation:GetDataAccess")]
    [InlineData("AthenaStopQueryExecution", "athena:stopQueryExecution", "athena:StopQueryExecution", "")]
    [InlineData("AthenaGetQueryExecution", "athena:getQueryExecution", "athena:GetQueryExecution", "")]
    [InlineData("AthenaGetQueryResults", "athena:getQueryResults", "athena:GetQueryResults s3:GetObject", "")]
    [InlineData("SageMakerCreateTrainingJob", "sagemaker:createTrainingJob", "sagemaker:ListTags", "")]
    [InlineData("SageMakerCreateTransformJob", "sagemaker:createTransformJob", "sagemaker:ListTags", "")]
    [InlineData("SageMakerCreateEndpoint", "sagemaker:createEndpoint", "sagemaker:ListTags", "")]
    [InlineData("SageMakerCreateEndpointConfig", "sagemaker:createEndpointConfig", "sagemaker:ListTags", "")]
    [InlineData("SageMakerCreateModel", "sagemaker:createModel", "sagemaker:ListTags", "")]
    [InlineData("MediaConvertCreateJob", "mediaconvert:createJob.sync", "mediaconvert:CancelJob mediaconvert:CreateJob mediaconvert:GetJob", "")]
    [InlineData("HttpInvoke", "http:invoke", "states:InvokeHTTPEndpoint", "")]
    public void Ours_is_narrower(string cdkClass, string integration, string onEverything, string inherent)
    {
        var policy = Sample.Policy(integration);
        foreach (var action in onEverything.Split(' '))
        {
            var resources = policy.Statements.Where(statement => statement.Actions.Contains(action)).SelectMany(statement => statement.Resources);
            Assert.True(inherent.Split(' ').Contains(action) == resources.Contains("*"), $"{cdkClass}: {action}");
        }

        Assert.All(
            policy.Notes.Where(note => note.Resource == "*"),
            note => Assert.Equal((PermissionNoteKind.Narrowest, "A"), (note.Kind, note.State)));
    }

    [Theory]
    [InlineData("BatchSubmitJob", "batch:submitJob.sync", "batch:DescribeJobs batch:TerminateJob")]
    [InlineData("AthenaStartQueryExecution", "athena:startQueryExecution.sync", "athena:StopQueryExecution")]
    [InlineData("BedrockCreateModelCustomizationJob", "bedrock:createModelCustomizationJob.sync", "bedrock:GetModelCustomizationJob bedrock:StopModelCustomizationJob")]
    public void Ours_has_the_actions_that_CDK_forgets(string cdkClass, string integration, string forgotten)
    {
        var actions = Sample.Policy(integration).Statements.SelectMany(statement => statement.Actions).ToHashSet();
        Assert.True(forgotten.Split(' ').All(actions.Contains), cdkClass);
        Assert.False(Sample.Policy(integration.Replace(".sync", "")).Statements.SelectMany(statement => statement.Actions).Any(forgotten.Split(' ').Contains), cdkClass);
    }

    [Theory]
    [InlineData("batch:submitJob", "events:PutRule")]
    [InlineData("codebuild:startBuild", "codebuild:StopBuild codebuild:BatchGetBuilds codebuild:BatchGetReports")]
    [InlineData("ecs:runTask.waitForTaskToken", "ecs:StopTask ecs:DescribeTasks")]
    [InlineData("sagemaker:createTrainingJob", "sagemaker:DescribeTrainingJob sagemaker:StopTrainingJob sagemaker:AddTags")]
    [InlineData("elasticmapreduce:createCluster", "elasticmapreduce:AddTags iam:CreateServiceLinkedRole")]
    [InlineData("bedrock:createModelCustomizationJob", "bedrock:TagResource")]
    public void What_CDK_gives_too_much_is_not_given(string integration, string actions)
        => Assert.DoesNotContain(Sample.Policy(integration).Statements.SelectMany(statement => statement.Actions), actions.Split(' ').Contains);

    [Fact]
    public void A_computed_name_is_not_taken_for_a_literal_one()
        => Assert.Equal("glue:StartJobRun @ glue:job/*", Sample.Text(Sample.Policy("glue:startJobRun", """{"JobName.$":"$.job"}""")));

    [Theory]
    [InlineData("elasticmapreduce:addStep", "elasticmapreduce:cluster/j-1")]
    [InlineData("elasticmapreduce:cancelStep", "elasticmapreduce:cluster/j-1")]
    [InlineData("elasticmapreduce:setClusterTerminationProtection", "elasticmapreduce:cluster/j-1")]
    [InlineData("elasticmapreduce:modifyInstanceFleetByName", "elasticmapreduce:cluster/j-1")]
    [InlineData("elasticmapreduce:modifyInstanceGroupByName", "elasticmapreduce:cluster/j-1")]
    [InlineData("elasticmapreduce:terminateCluster", "elasticmapreduce:cluster/j-1")]
    [InlineData("sagemaker:createTransformJob", "sagemaker:transform-job/xj")]
    [InlineData("batch:submitJob", "batch:job-definition/jd:1 batch:job-queue/jq")]
    [InlineData("databrew:startJobRun", "databrew:job/n")]
    public void A_literal_name_is_used(string integration, string resources) => Assert.EndsWith(" @ " + resources, Sample.Text(Sample.Policy(integration)));

    [Fact]
    public void An_HTTP_API_without_stage_is_its_default_stage_and_a_call_without_authorization_needs_nothing()
    {
        Assert.Equal(
            "execute-api:Invoke @ execute-api:abc/$default/GET/pets",
            Sample.Text(Sample.Policy("apigateway:invoke", """{"ApiEndpoint":"abc.execute-api.r.amazonaws.com","Method":"GET","Path":"pets","AuthType":"IAM_ROLE"}""")));
        Assert.Empty(Sample.Policy("apigateway:invoke", """{"ApiEndpoint":"abc.execute-api.r.amazonaws.com","Method":"GET"}""").Statements);
    }
}

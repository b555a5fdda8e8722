using System.Globalization;
using System.Text;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.StatesLanguage.Tests.Permissions;

/// <summary>Where CDK 2.276.0 was measured to give more or less than a task needs.</summary>
public sealed class CdkTests
{
    /// <summary>The 14 task classes that give something on <c>*</c>, what they give, and those actions of which nothing narrower exists.</summary>
    public static TheoryData<string, string, string, string> Wide => new()
    {
        { "EcsRunTask", "ecs:runTask.sync", "ecs:DescribeTasks ecs:StopTask", "" },
        { "EmrCreateCluster", "elasticmapreduce:createCluster.sync", "elasticmapreduce:AddTags elasticmapreduce:DescribeCluster elasticmapreduce:RunJobFlow elasticmapreduce:TerminateJobFlows", "elasticmapreduce:RunJobFlow" },
        { "EmrContainersCreateVirtualCluster", "emr-containers:createVirtualCluster", "emr-containers:CreateVirtualCluster", "emr-containers:CreateVirtualCluster" },
        { "AthenaStartQueryExecution", "athena:startQueryExecution.sync", "lakeformation:GetDataAccess s3:CreateBucket s3:GetBucketLocation s3:GetObject s3:ListBucket", "lakeformation:GetDataAccess" },
        { "AthenaStopQueryExecution", "athena:stopQueryExecution", "athena:StopQueryExecution", "" },
        { "AthenaGetQueryExecution", "athena:getQueryExecution", "athena:GetQueryExecution", "" },
        { "AthenaGetQueryResults", "athena:getQueryResults", "athena:GetQueryResults s3:GetObject", "" },
        { "SageMakerCreateTrainingJob", "sagemaker:createTrainingJob", "sagemaker:ListTags", "" },
        { "SageMakerCreateTransformJob", "sagemaker:createTransformJob", "sagemaker:ListTags", "" },
        { "SageMakerCreateEndpoint", "sagemaker:createEndpoint", "sagemaker:ListTags", "" },
        { "SageMakerCreateEndpointConfig", "sagemaker:createEndpointConfig", "sagemaker:ListTags", "" },
        { "SageMakerCreateModel", "sagemaker:createModel", "sagemaker:ListTags", "" },
        { "MediaConvertCreateJob", "mediaconvert:createJob.sync", "mediaconvert:CancelJob mediaconvert:CreateJob mediaconvert:GetJob", "" },
        { "HttpInvoke", "http:invoke", "states:InvokeHTTPEndpoint", "" },
    };

    /// <summary>The 3 task classes that forget actions of <c>.sync</c>.</summary>
    public static TheoryData<string, string, string> Forgetful => new()
    {
        { "BatchSubmitJob", "batch:submitJob.sync", "batch:DescribeJobs batch:TerminateJob" },
        { "AthenaStartQueryExecution", "athena:startQueryExecution.sync", "athena:StopQueryExecution" },
        { "BedrockCreateModelCustomizationJob", "bedrock:createModelCustomizationJob.sync", "bedrock:GetModelCustomizationJob bedrock:StopModelCustomizationJob" },
    };

    [Theory]
    [MemberData(nameof(Wide))]
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
    [MemberData(nameof(Forgetful))]
    public void Ours_has_the_actions_that_CDK_forgets(string cdkClass, string integration, string forgotten)
    {
        var actions = Sample.Policy(integration).Statements.SelectMany(statement => statement.Actions).ToHashSet();
        Assert.True(forgotten.Split(' ').All(actions.Contains), cdkClass);
        Assert.False(Sample.Policy(integration.Replace(".sync", "")).Statements.SelectMany(statement => statement.Actions).Any(forgotten.Split(' ').Contains), cdkClass);
    }

    /// <summary>With the environment variable STEPWISE_WRITE_DOCS=1 the tables are written instead of compared.</summary>
    [Fact]
    public void The_documentation_shows_both()
    {
        const string Start = "<!-- what CDK does: written by CdkTests -->\n";
        const string End = "<!-- end -->";
        var path = Path.Combine(Root(), "docs", "permissions.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = page.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("STEPWISE_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, page[..from] + Tables() + page[to..]);
        }
        else
        {
            Assert.Equal(Tables(), page[from..to]);
        }
    }

    private static string Tables()
    {
        var text = new StringBuilder("| CDK's task class | integration | CDK gives on `*` | the role here gets it on |\n|---|---|---|---|\n");
        foreach (var row in Wide)
        {
            var (cdkClass, integration, actions) = ((string)row[0], (string)row[1], (string)row[2]);
            var notes = Sample.Policy(integration).Notes;
            foreach (var action in actions.Split(' '))
            {
                var ours = notes.Where(note => note.Action == action).Select(note => "`" + note.Resource + "`" + (note.Resource == "*" ? ": " + note.Reason[(note.Reason.IndexOf(". ", StringComparison.Ordinal) + 2)..] : "")).Distinct().ToList();
                text.Append(CultureInfo.InvariantCulture, $"| {cdkClass} | `{integration}` | `{action}` | {(ours.Count == 0 ? "nothing: it is not needed" : string.Join(", ", ours))} |\n");
            }
        }

        text.Append("\n| CDK's task class | integration | CDK forgets, and the role here has |\n|---|---|---|\n");
        foreach (var row in Forgetful)
        {
            var (cdkClass, integration, actions) = ((string)row[0], (string)row[1], (string)row[2]);
            text.Append(CultureInfo.InvariantCulture, $"| {cdkClass} | `{integration}` | {string.Join(", ", actions.Split(' ').Select(action => "`" + action + "`"))} |\n");
        }

        return text.ToString();
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Campaign.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run within the repository.");
        }

        return folder;
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

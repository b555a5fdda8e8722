namespace Stepwise.StatesLanguage.Tests.Permissions;

/// <summary>The whole policy of each integration and pattern, for a task whose parameters are all literal.</summary>
public sealed class IntegrationTests
{
    private const string Expected =
        """
        # lambda:invoke
        lambda:InvokeFunction @ lambda:function:f lambda:function:f:*
        # lambda:invoke.waitForTaskToken
        lambda:InvokeFunction @ lambda:function:f lambda:function:f:*
        # sns:publish
        sns:Publish @ arn:aws:sns:r:1:t
        # sns:publish.waitForTaskToken
        sns:Publish @ arn:aws:sns:r:1:t
        # sqs:sendMessage
        sqs:SendMessage @ arn:aws:sqs:r:1:q
        # sqs:sendMessage.waitForTaskToken
        sqs:SendMessage @ arn:aws:sqs:r:1:q
        # dynamodb:getItem
        dynamodb:GetItem @ dynamodb:table/t
        # dynamodb:putItem
        dynamodb:PutItem @ dynamodb:table/t
        # dynamodb:updateItem
        dynamodb:UpdateItem @ dynamodb:table/t
        # dynamodb:deleteItem
        dynamodb:DeleteItem @ dynamodb:table/t
        # ecs:runTask
        iam:PassRole @ iam:role/* if StringEquals iam:PassedToService ecs-tasks.amazonaws.com
        ecs:RunTask @ ecs:task-definition/td:1 if ArnEquals ecs:cluster ecs:cluster/c
        # ecs:runTask.sync
        ecs:DescribeTasks ecs:StopTask @ ecs:task/c/*
        iam:PassRole @ iam:role/* if StringEquals iam:PassedToService ecs-tasks.amazonaws.com
        ecs:RunTask @ ecs:task-definition/td:1 if ArnEquals ecs:cluster ecs:cluster/c
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForECSTaskRule
        # ecs:runTask.waitForTaskToken
        iam:PassRole @ iam:role/* if StringEquals iam:PassedToService ecs-tasks.amazonaws.com
        ecs:RunTask @ ecs:task-definition/td:1 if ArnEquals ecs:cluster ecs:cluster/c
        # glue:startJobRun
        glue:StartJobRun @ glue:job/j
        # glue:startJobRun.sync
        glue:BatchStopJobRun glue:GetJobRun glue:GetJobRuns glue:StartJobRun @ glue:job/j
        # batch:submitJob
        batch:SubmitJob @ batch:job-definition/jd:1 batch:job-queue/jq
        # batch:submitJob.sync
        batch:DescribeJobs @ *
        batch:SubmitJob @ batch:job-definition/jd:1 batch:job-queue/jq
        batch:TerminateJob @ batch:job/*
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForBatchJobsRule
        # events:putEvents
        events:PutEvents @ events:event-bus/b events:event-bus/default
        # events:putEvents.waitForTaskToken
        events:PutEvents @ events:event-bus/b events:event-bus/default
        # states:startExecution
        states:StartExecution @ arn:aws:states:r:1:stateMachine:child
        # states:startExecution.sync
        states:DescribeExecution states:StopExecution @ arn:aws:states:r:1:execution:child:*
        states:StartExecution @ arn:aws:states:r:1:stateMachine:child
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule
        # states:startExecution.sync:2
        states:DescribeExecution states:StopExecution @ arn:aws:states:r:1:execution:child:*
        states:StartExecution @ arn:aws:states:r:1:stateMachine:child
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule
        # states:startExecution.waitForTaskToken
        states:StartExecution @ arn:aws:states:r:1:stateMachine:child
        # apigateway:invoke
        execute-api:Invoke @ execute-api:abc/prod/GET/pets
        # apigateway:invoke.waitForTaskToken
        execute-api:Invoke @ execute-api:abc/prod/GET/pets
        # eks:createCluster
        eks:CreateCluster @ *
        iam:PassRole @ arn:aws:iam::1:role/x if StringEquals iam:PassedToService eks.amazonaws.com
        # eks:createCluster.sync
        eks:CreateCluster @ *
        eks:DeleteCluster eks:DescribeCluster @ eks:cluster/n
        iam:PassRole @ arn:aws:iam::1:role/x if StringEquals iam:PassedToService eks.amazonaws.com
        # eks:createNodegroup
        eks:CreateNodegroup @ eks:cluster/cl
        ec2:DescribeSubnets @ *
        iam:PassRole @ arn:aws:iam::1:role/node if StringEquals iam:PassedToService eks.amazonaws.com
        iam:GetRole iam:ListAttachedRolePolicies @ arn:aws:iam::1:role/node
        # eks:createNodegroup.sync
        eks:CreateNodegroup @ eks:cluster/cl
        ec2:DescribeSubnets @ *
        eks:DeleteNodegroup eks:DescribeNodegroup @ eks:nodegroup/cl/ng/*
        iam:PassRole @ arn:aws:iam::1:role/node if StringEquals iam:PassedToService eks.amazonaws.com
        iam:GetRole iam:ListAttachedRolePolicies @ arn:aws:iam::1:role/node
        # eks:deleteCluster
        eks:DeleteCluster @ eks:cluster/n
        # eks:deleteCluster.sync
        eks:DeleteCluster eks:DescribeCluster @ eks:cluster/n
        # eks:deleteNodegroup
        eks:DeleteNodegroup @ eks:nodegroup/cl/ng/*
        # eks:deleteNodegroup.sync
        eks:DeleteNodegroup eks:DescribeNodegroup @ eks:nodegroup/cl/ng/*
        # eks:createFargateProfile
        eks:CreateFargateProfile @ eks:cluster/cl
        iam:PassRole @ arn:aws:iam::1:role/pod
        # eks:createFargateProfile.sync
        eks:CreateFargateProfile @ eks:cluster/cl
        eks:DeleteFargateProfile eks:DescribeFargateProfile @ eks:fargateprofile/cl/fp/*
        iam:PassRole @ arn:aws:iam::1:role/pod
        # eks:deleteFargateProfile
        eks:DeleteFargateProfile @ eks:fargateprofile/cl/fp/*
        # eks:deleteFargateProfile.sync
        eks:DeleteFargateProfile eks:DescribeFargateProfile @ eks:fargateprofile/cl/fp/*
        # eks:call
        # eks:runJob
        # eks:runJob.sync
        # elasticmapreduce:addStep
        elasticmapreduce:AddJobFlowSteps @ elasticmapreduce:cluster/j-1
        # elasticmapreduce:addStep.sync
        elasticmapreduce:AddJobFlowSteps elasticmapreduce:CancelSteps elasticmapreduce:DescribeStep @ elasticmapreduce:cluster/j-1
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventForEMRAddJobFlowStepsRule
        # elasticmapreduce:cancelStep
        elasticmapreduce:CancelSteps @ elasticmapreduce:cluster/j-1
        # elasticmapreduce:createCluster
        elasticmapreduce:RunJobFlow @ *
        iam:PassRole @ iam:role/flow if StringLike iam:PassedToService ec2.amazonaws.com*
        iam:PassRole @ iam:role/svc if StringLike iam:PassedToService elasticmapreduce.amazonaws.com*
        # elasticmapreduce:createCluster.sync
        elasticmapreduce:RunJobFlow @ *
        iam:PassRole @ iam:role/flow if StringLike iam:PassedToService ec2.amazonaws.com*
        iam:PassRole @ iam:role/svc if StringLike iam:PassedToService elasticmapreduce.amazonaws.com*
        elasticmapreduce:DescribeCluster elasticmapreduce:TerminateJobFlows @ elasticmapreduce:cluster/*
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventForEMRRunJobFlowRule
        # elasticmapreduce:setClusterTerminationProtection
        elasticmapreduce:SetTerminationProtection @ elasticmapreduce:cluster/j-1
        # elasticmapreduce:modifyInstanceFleetByName
        elasticmapreduce:ListInstanceFleets elasticmapreduce:ModifyInstanceFleet @ elasticmapreduce:cluster/j-1
        # elasticmapreduce:modifyInstanceGroupByName
        elasticmapreduce:ListInstanceGroups elasticmapreduce:ModifyInstanceGroups @ elasticmapreduce:cluster/j-1
        # elasticmapreduce:terminateCluster
        elasticmapreduce:TerminateJobFlows @ elasticmapreduce:cluster/j-1
        # elasticmapreduce:terminateCluster.sync
        elasticmapreduce:DescribeCluster elasticmapreduce:TerminateJobFlows @ elasticmapreduce:cluster/j-1
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventForEMRTerminateJobFlowsRule
        # emr-containers:createVirtualCluster
        iam:CreateServiceLinkedRole @ iam:role/aws-service-role/emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers if StringLike iam:AWSServiceName emr-containers.amazonaws.com
        emr-containers:CreateVirtualCluster @ *
        # emr-containers:deleteVirtualCluster
        emr-containers:DeleteVirtualCluster @ emr-containers:/virtualclusters/p:7
        # emr-containers:deleteVirtualCluster.sync
        emr-containers:DeleteVirtualCluster emr-containers:DescribeVirtualCluster @ emr-containers:/virtualclusters/p:7
        # emr-containers:startJobRun
        emr-containers:StartJobRun @ emr-containers:/virtualclusters/vc if StringEquals emr-containers:ExecutionRoleArn arn:aws:iam::1:role/exec
        # emr-containers:startJobRun.sync
        emr-containers:CancelJobRun emr-containers:DescribeJobRun @ emr-containers:/virtualclusters/vc/jobruns/*
        emr-containers:StartJobRun @ emr-containers:/virtualclusters/vc if StringEquals emr-containers:ExecutionRoleArn arn:aws:iam::1:role/exec
        # emr-serverless:createApplication
        emr-serverless:CreateApplication @ emr-serverless:/*
        iam:CreateServiceLinkedRole @ iam:role/aws-service-role/ops.emr-serverless.amazonaws.com/AWSServiceRoleForAmazonEMRServerless* if StringLike iam:AWSServiceName ops.emr-serverless.amazonaws.com
        # emr-serverless:createApplication.sync
        emr-serverless:CreateApplication @ emr-serverless:/*
        iam:CreateServiceLinkedRole @ iam:role/aws-service-role/ops.emr-serverless.amazonaws.com/AWSServiceRoleForAmazonEMRServerless* if StringLike iam:AWSServiceName ops.emr-serverless.amazonaws.com
        emr-serverless:DeleteApplication emr-serverless:GetApplication @ emr-serverless:/applications/*
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForEMRServerlessApplicationRule
        # emr-serverless:startApplication
        emr-serverless:StartApplication @ emr-serverless:/applications/app
        # emr-serverless:startApplication.sync
        emr-serverless:GetApplication emr-serverless:StartApplication emr-serverless:StopApplication @ emr-serverless:/applications/app
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForEMRServerlessApplicationRule
        # emr-serverless:stopApplication
        emr-serverless:StopApplication @ emr-serverless:/applications/app
        # emr-serverless:stopApplication.sync
        emr-serverless:GetApplication emr-serverless:StopApplication @ emr-serverless:/applications/app
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForEMRServerlessApplicationRule
        # emr-serverless:deleteApplication
        emr-serverless:DeleteApplication @ emr-serverless:/applications/app
        # emr-serverless:deleteApplication.sync
        emr-serverless:DeleteApplication emr-serverless:GetApplication @ emr-serverless:/applications/app
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForEMRServerlessApplicationRule
        # emr-serverless:startJobRun
        iam:PassRole @ arn:aws:iam::1:role/exec if StringEquals iam:PassedToService emr-serverless.amazonaws.com
        emr-serverless:StartJobRun @ emr-serverless:/applications/app
        # emr-serverless:startJobRun.sync
        emr-serverless:CancelJobRun emr-serverless:GetJobRun @ emr-serverless:/applications/app/jobruns/*
        iam:PassRole @ arn:aws:iam::1:role/exec if StringEquals iam:PassedToService emr-serverless.amazonaws.com
        emr-serverless:StartJobRun @ emr-serverless:/applications/app
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForEMRServerlessJobRule
        # emr-serverless:cancelJobRun
        emr-serverless:CancelJobRun @ emr-serverless:/applications/app/jobruns/run
        # emr-serverless:cancelJobRun.sync
        emr-serverless:CancelJobRun emr-serverless:GetJobRun @ emr-serverless:/applications/app/jobruns/run
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForEMRServerlessJobRule
        # athena:startQueryExecution
        s3:ListBucketMultipartUploads @ s3:out
        athena:GetDataCatalog @ athena:datacatalog/AwsDataCatalog
        s3:GetBucketLocation s3:GetObject s3:ListBucket @ s3:*
        athena:StartQueryExecution @ athena:workgroup/wg
        glue:BatchCreatePartition glue:BatchDeletePartition glue:BatchDeleteTable glue:BatchGetPartition glue:CreateDatabase glue:CreatePartition glue:CreateTable glue:DeleteDatabase glue:DeletePartition glue:DeleteTable glue:GetDatabase glue:GetDatabases glue:GetPartition glue:GetPartitions glue:GetTable glue:GetTables glue:UpdateDatabase glue:UpdatePartition glue:UpdateTable @ glue:catalog glue:database/db glue:table/db/* glue:userDefinedFunction/db/*
        lakeformation:GetDataAccess @ *
        s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject @ s3:out/k/*
        # athena:startQueryExecution.sync
        s3:ListBucketMultipartUploads @ s3:out
        athena:GetDataCatalog @ athena:datacatalog/AwsDataCatalog
        s3:GetBucketLocation s3:GetObject s3:ListBucket @ s3:*
        athena:GetQueryExecution athena:StartQueryExecution athena:StopQueryExecution @ athena:workgroup/wg
        glue:BatchCreatePartition glue:BatchDeletePartition glue:BatchDeleteTable glue:BatchGetPartition glue:CreateDatabase glue:CreatePartition glue:CreateTable glue:DeleteDatabase glue:DeletePartition glue:DeleteTable glue:GetDatabase glue:GetDatabases glue:GetPartition glue:GetPartitions glue:GetTable glue:GetTables glue:UpdateDatabase glue:UpdatePartition glue:UpdateTable @ glue:catalog glue:database/db glue:table/db/* glue:userDefinedFunction/db/*
        lakeformation:GetDataAccess @ *
        s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject @ s3:out/k/*
        # athena:stopQueryExecution
        athena:StopQueryExecution @ athena:workgroup/*
        # athena:getQueryExecution
        athena:GetQueryExecution @ athena:workgroup/*
        # athena:getQueryResults
        s3:GetObject @ s3:*
        athena:GetQueryResults @ athena:workgroup/*
        # sagemaker:createTrainingJob
        iam:PassRole @ arn:aws:iam::1:role/x if StringEquals iam:PassedToService sagemaker.amazonaws.com
        sagemaker:CreateTrainingJob sagemaker:ListTags @ sagemaker:training-job/tj
        # sagemaker:createTrainingJob.sync
        iam:PassRole @ arn:aws:iam::1:role/x if StringEquals iam:PassedToService sagemaker.amazonaws.com
        sagemaker:CreateTrainingJob sagemaker:DescribeTrainingJob sagemaker:ListTags sagemaker:StopTrainingJob @ sagemaker:training-job/tj
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForSageMakerTrainingJobsRule
        # sagemaker:createTransformJob
        sagemaker:CreateTransformJob sagemaker:ListTags @ sagemaker:transform-job/xj
        # sagemaker:createTransformJob.sync
        sagemaker:CreateTransformJob sagemaker:DescribeTransformJob sagemaker:ListTags sagemaker:StopTransformJob @ sagemaker:transform-job/xj
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForSageMakerTransformJobsRule
        # sagemaker:createLabelingJob.sync
        iam:PassRole @ arn:aws:iam::1:role/x if StringEquals iam:PassedToService sagemaker.amazonaws.com
        sagemaker:CreateLabelingJob sagemaker:DescribeLabelingJob sagemaker:ListTags sagemaker:StopLabelingJob @ sagemaker:labeling-job/lj
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForSageMaker*
        # sagemaker:createProcessingJob.sync
        iam:PassRole @ arn:aws:iam::1:role/x if StringEquals iam:PassedToService sagemaker.amazonaws.com
        sagemaker:CreateProcessingJob sagemaker:DescribeProcessingJob sagemaker:ListTags sagemaker:StopProcessingJob @ sagemaker:processing-job/pj
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForSageMakerProcessingJobsRule
        # sagemaker:createEndpoint
        sagemaker:CreateEndpoint @ sagemaker:endpoint-config/ec sagemaker:endpoint/e
        sagemaker:ListTags @ sagemaker:endpoint/e
        # sagemaker:createEndpointConfig
        sagemaker:CreateEndpointConfig sagemaker:ListTags @ sagemaker:endpoint-config/ec
        # sagemaker:createModel
        iam:PassRole @ arn:aws:iam::1:role/exec if StringEquals iam:PassedToService sagemaker.amazonaws.com
        sagemaker:CreateModel sagemaker:ListTags @ sagemaker:model/m
        # sagemaker:updateEndpoint
        sagemaker:UpdateEndpoint @ sagemaker:endpoint-config/ec sagemaker:endpoint/e
        # codebuild:startBuild
        codebuild:StartBuild @ codebuild:project/p
        # codebuild:startBuild.sync
        codebuild:BatchGetBuilds codebuild:StartBuild codebuild:StopBuild @ codebuild:project/p
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventForCodeBuildStartBuildRule
        # codebuild:stopBuild
        codebuild:StopBuild @ codebuild:project/p
        # codebuild:batchDeleteBuilds
        codebuild:BatchDeleteBuilds @ codebuild:project/p codebuild:project/p2
        # codebuild:batchGetReports
        codebuild:BatchGetReports @ arn:aws:codebuild:r:1:report-group/g
        # codebuild:startBuildBatch
        codebuild:StartBuildBatch @ codebuild:project/p
        # codebuild:startBuildBatch.sync
        codebuild:BatchGetBuildBatches codebuild:StartBuildBatch codebuild:StopBuildBatch @ codebuild:project/p
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventForCodeBuildStartBuildBatchRule
        # codebuild:stopBuildBatch
        codebuild:StopBuildBatch @ codebuild:project/p
        # codebuild:retryBuildBatch
        codebuild:RetryBuildBatch @ codebuild:project/p
        # codebuild:retryBuildBatch.sync
        codebuild:BatchGetBuildBatches codebuild:RetryBuildBatch codebuild:StopBuildBatch @ codebuild:project/p
        # codebuild:deleteBuildBatch
        codebuild:DeleteBuildBatch @ codebuild:project/p
        # databrew:startJobRun
        databrew:StartJobRun @ databrew:job/n
        # databrew:startJobRun.sync
        databrew:ListJobRuns databrew:StartJobRun databrew:StopJobRun @ databrew:job/n
        # bedrock:invokeModel
        bedrock:InvokeModel @ bedrock::foundation-model/amazon.titan
        # bedrock:createModelCustomizationJob
        bedrock:CreateModelCustomizationJob @ bedrock:custom-model/* bedrock:model-customization-job/* bedrock::foundation-model/amazon.titan
        iam:PassRole @ arn:aws:iam::1:role/x if StringEquals iam:PassedToService bedrock.amazonaws.com
        # bedrock:createModelCustomizationJob.sync
        bedrock:CreateModelCustomizationJob @ bedrock:custom-model/* bedrock:model-customization-job/* bedrock::foundation-model/amazon.titan
        bedrock:GetModelCustomizationJob bedrock:StopModelCustomizationJob @ bedrock:model-customization-job/*
        iam:PassRole @ arn:aws:iam::1:role/x if StringEquals iam:PassedToService bedrock.amazonaws.com
        # bedrockagentcore:invokeHarness
        bedrock-agentcore:InvokeAgentRuntime bedrock-agentcore:InvokeHarness @ arn:aws:bedrock-agentcore:r:1:harness/h
        # mediaconvert:createJob
        mediaconvert:CreateJob @ mediaconvert:presets/pr mediaconvert:queues/Default
        iam:PassRole @ arn:aws:iam::1:role/mc if StringEquals iam:PassedToService mediaconvert.amazonaws.com
        # mediaconvert:createJob.sync
        mediaconvert:CreateJob @ mediaconvert:presets/pr mediaconvert:queues/Default
        mediaconvert:CancelJob mediaconvert:GetJob @ mediaconvert:jobs/* if StringEquals aws:ResourceTag/ManagedByService AWSStepFunctions
        iam:PassRole @ arn:aws:iam::1:role/mc if StringEquals iam:PassedToService mediaconvert.amazonaws.com
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForMediaConvertJobRule
        # http:invoke
        states:InvokeHTTPEndpoint @ states:stateMachine:own if StringEquals states:HTTPMethod GET if StringLike states:HTTPEndpoint abc.execute-api.r.amazonaws.com
        secretsmanager:DescribeSecret secretsmanager:GetSecretValue @ arn:aws:secretsmanager:r:1:secret:events!connection/con/*
        events:RetrieveConnectionCredentials @ arn:aws:events:r:1:connection/con/2
        # sagemaker:createHyperParameterTuningJob.sync
        iam:PassRole @ arn:aws:iam::1:role/x if StringEquals iam:PassedToService sagemaker.amazonaws.com
        sagemaker:CreateHyperParameterTuningJob sagemaker:DescribeHyperParameterTuningJob sagemaker:ListTags sagemaker:StopHyperParameterTuningJob @ sagemaker:hyper-parameter-tuning-job/hj
        events:DescribeRule events:PutRule events:PutTargets @ events:rule/StepFunctionsGetEventsForSageMakerTuningJobsRule
        # sagemaker:createHyperParameterTuningJob
        iam:PassRole @ arn:aws:iam::1:role/x if StringEquals iam:PassedToService sagemaker.amazonaws.com
        sagemaker:CreateHyperParameterTuningJob sagemaker:ListTags @ sagemaker:hyper-parameter-tuning-job/hj
        # sagemaker:createLabelingJob
        iam:PassRole @ arn:aws:iam::1:role/x if StringEquals iam:PassedToService sagemaker.amazonaws.com
        sagemaker:CreateLabelingJob sagemaker:ListTags @ sagemaker:labeling-job/lj
        # sagemaker:createProcessingJob
        iam:PassRole @ arn:aws:iam::1:role/x if StringEquals iam:PassedToService sagemaker.amazonaws.com
        sagemaker:CreateProcessingJob sagemaker:ListTags @ sagemaker:processing-job/pj
        """;

    public static TheoryData<string, string> Policies
    {
        get
        {
            var policies = new TheoryData<string, string>();
            foreach (var block in Expected.ReplaceLineEndings("\n").Split("# ", StringSplitOptions.RemoveEmptyEntries))
            {
                var lines = block.TrimEnd('\n').Split('\n', 2);
                policies.Add(lines[0], lines.Length == 2 ? lines[1] : "");
            }

            return policies;
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_policy_is_exact(string integration, string statements) => Assert.Equal(statements, Sample.Text(Sample.Policy(integration)));

    [Fact]
    public void All_102_of_the_reference_and_four_more_are_here() => Assert.Equal(106, Policies.Count);
}

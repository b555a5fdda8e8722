namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The prefixes of IAM actions, by the names of services in AWS SDK integrations.</summary>
internal static class SdkServices
{
    /// <summary>The services whose prefix is their name.</summary>
    private const string SameName =
        """
        account acm amplify appconfig appflow appsync athena auditmanager autoscaling backup batch bedrock cloud9 cloudformation cloudfront cloudtrail cloudwatch codeartifact codebuild codecommit
        codedeploy codepipeline comprehend comprehendmedical config connect controltower databrew dataexchange datasync dax detective devicefarm directconnect dlm drs dynamodb ebs ec2 ecr ecs eks
        elasticache elasticbeanstalk elasticloadbalancing entityresolution evidently finspace firehose fis fms forecast frauddetector fsx gamelift glacier globalaccelerator glue grafana guardduty health
        healthlake iam identitystore imagebuilder inspector inspector2 iot iotanalytics iotsitewise ivs kafka kendra kinesis kinesisanalytics kinesisvideo kms lakeformation lambda lightsail macie2
        mediaconvert medialive mediapackage mgn mq networkmanager omics opsworks organizations outposts personalize pipes polly pricing proton qldb quicksight ram rds redshift rekognition resiliencehub
        rolesanywhere route53 route53domains route53resolver rum s3 sagemaker savingsplans scheduler schemas secretsmanager securityhub securitylake servicecatalog servicediscovery servicequotas ses
        shield signer snowball sns sqs ssm storagegateway sts support swf synthetics textract transcribe transfer translate verifiedpermissions waf wafv2 wellarchitected workdocs workmail workspaces
        xray
        """;

    private static readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal)
    {
        ["accessanalyzer"] = "access-analyzer",
        ["acmpca"] = "acm-pca",
        ["applicationautoscaling"] = "application-autoscaling",
        ["applicationinsights"] = "applicationinsights",
        ["bedrockagent"] = "bedrock",
        ["bedrockagentcore"] = "bedrock-agentcore",
        ["bedrockagentruntime"] = "bedrock",
        ["bedrockruntime"] = "bedrock",
        ["cloudcontrol"] = "cloudformation",
        ["cloudhsmv2"] = "cloudhsm",
        ["cloudwatchevents"] = "events",
        ["cloudwatchlogs"] = "logs",
        ["codestarconnections"] = "codestar-connections",
        ["codestarnotifications"] = "codestar-notifications",
        ["cognitoidentity"] = "cognito-identity",
        ["cognitoidentityprovider"] = "cognito-idp",
        ["computeoptimizer"] = "compute-optimizer",
        ["costexplorer"] = "ce",
        ["costandusagereport"] = "cur",
        ["customerprofiles"] = "profile",
        ["databasemigration"] = "dms",
        ["directory"] = "ds",
        ["docdb"] = "rds",
        ["docdbelastic"] = "docdb-elastic",
        ["dynamodbstreams"] = "dynamodb",
        ["ecrpublic"] = "ecr-public",
        ["efs"] = "elasticfilesystem",
        ["elasticloadbalancingv2"] = "elasticloadbalancing",
        ["elasticsearch"] = "es",
        ["emr"] = "elasticmapreduce",
        ["emrcontainers"] = "emr-containers",
        ["emrserverless"] = "emr-serverless",
        ["eventbridge"] = "events",
        ["greengrassv2"] = "greengrass",
        ["iotdataplane"] = "iot",
        ["kinesisanalyticsv2"] = "kinesisanalytics",
        ["lexmodelsv2"] = "lex",
        ["lexruntimev2"] = "lex",
        ["licensemanager"] = "license-manager",
        ["location"] = "geo",
        ["mediapackagevod"] = "mediapackage-vod",
        ["mwaa"] = "airflow",
        ["neptune"] = "rds",
        ["networkfirewall"] = "network-firewall",
        ["opensearch"] = "es",
        ["opensearchserverless"] = "aoss",
        ["pinpoint"] = "mobiletargeting",
        ["rdsdata"] = "rds-data",
        ["redshiftdata"] = "redshift-data",
        ["redshiftserverless"] = "redshift-serverless",
        ["resourcegroups"] = "resource-groups",
        ["resourcegroupstaggingapi"] = "tag",
        ["s3control"] = "s3",
        ["sagemakerruntime"] = "sagemaker",
        ["serverlessapplicationrepository"] = "serverlessrepo",
        ["sesv2"] = "ses",
        ["sfn"] = "states",
        ["ssmincidents"] = "ssm-incidents",
        ["ssoadmin"] = "sso",
        ["timestreamquery"] = "timestream",
        ["timestreamwrite"] = "timestream",
        ["vpclattice"] = "vpc-lattice",
    };

    static SdkServices()
    {
        foreach (var name in SameName.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            _prefixes.Add(name, name);
        }
    }

    /// <summary>Returns the prefix of a service's actions; null if the service is not known.</summary>
    public static string? Prefix(string service) => _prefixes.TryGetValue(service, out var prefix) ? prefix : null;
}

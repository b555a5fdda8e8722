using static Stepwise.StatesLanguage.Permissions.IntegrationGrant;
using static Stepwise.StatesLanguage.Permissions.Target;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The permissions for tables, objects, data jobs and queries.</summary>
internal static class DataGrants
{
    private const string WorkGroup = "The query's id does not name its work group.";
    private const string QueriedData = "Where the queried data lies does not follow from the query.";

    private static readonly string[] _readingStatements = ["SELECT", "WITH", "SHOW", "DESCRIBE", "EXPLAIN"];

    public static readonly IntegrationGrant[] Rows =
    [
        new("dynamodb:getItem", Always, "UseItems", ["dynamodb:GetItem"], Of("dynamodb:table/{TableName}")),
        new("dynamodb:putItem", Always, "UseItems", ["dynamodb:PutItem"], Of("dynamodb:table/{TableName}")),
        new("dynamodb:updateItem", Always, "UseItems", ["dynamodb:UpdateItem"], Of("dynamodb:table/{TableName}")),
        new("dynamodb:deleteItem", Always, "UseItems", ["dynamodb:DeleteItem"], Of("dynamodb:table/{TableName}")),

        new("s3:getObject", Always, "ReadObjects", ["s3:GetObject"], Of("s3:{Bucket}/{Key}")),
        new("s3:getObject", Always, "ReadObjectVersions", ["s3:GetObjectVersion"], Of("s3:{Bucket}/{Key}").When("VersionId")),
        new("s3:listObjectsV2", Always, "ListObjects", ["s3:ListBucket"], Of("s3:{Bucket}"), [new("StringLike", "s3:prefix", "{Prefix?}")]),

        new("glue:startJobRun", Always, "RunGlueJobs", ["glue:StartJobRun"], Of("glue:job/{JobName}")),
        new("glue:startJobRun", Job, "RunGlueJobs", ["glue:BatchStopJobRun", "glue:GetJobRun", "glue:GetJobRuns"], Of("glue:job/{JobName}")),
        new("databrew:startJobRun", Always, "RunDataBrewJobs", ["databrew:StartJobRun"], Of("databrew:job/{Name}")),
        new("databrew:startJobRun", Job, "RunDataBrewJobs", ["databrew:ListJobRuns", "databrew:StopJobRun"], Of("databrew:job/{Name}")),

        new("athena:startQueryExecution", Always, "RunQueries", ["athena:StartQueryExecution"], Of("athena:workgroup/{WorkGroup|primary}")),
        new("athena:startQueryExecution", Always, "ReadDataCatalogs", ["athena:GetDataCatalog"], Of("athena:datacatalog/{QueryExecutionContext.Catalog|AwsDataCatalog}")),
        new("athena:startQueryExecution", Job, "RunQueries", ["athena:GetQueryExecution", "athena:StopQueryExecution"], Of("athena:workgroup/{WorkGroup|primary}")),
        new("athena:startQueryExecution", Always, "ReadQueriedData", ["s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"], Of("s3:*").Because(QueriedData)),
        new("athena:startQueryExecution", Always, "ListQueryUploads", ["s3:ListBucketMultipartUploads"], ResultLocation(ResourceFinders.BucketAt("ResultConfiguration.OutputLocation"))),
        new(
            "athena:startQueryExecution",
            Always,
            "WriteQueryResults",
            ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject"],
            ResultLocation(ResourceFinders.ObjectAt("ResultConfiguration.OutputLocation", "/*").NarrowestBecause("A query names the files of its results itself."))),
        new(
            "athena:startQueryExecution",
            Always,
            "UseDataCatalog",
            ["glue:BatchGetPartition", "glue:GetDatabase", "glue:GetDatabases", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"],
            QueriedTables()),
        new(
            "athena:startQueryExecution",
            Always,
            "UseDataCatalog",
            [
                "glue:BatchCreatePartition", "glue:BatchDeletePartition", "glue:BatchDeleteTable", "glue:CreateDatabase", "glue:CreatePartition", "glue:CreateTable",
                "glue:DeleteDatabase", "glue:DeletePartition", "glue:DeleteTable", "glue:UpdateDatabase", "glue:UpdatePartition", "glue:UpdateTable",
            ],
            UnlessReading(QueriedTables())),
        new("athena:startQueryExecution", Always, "UseLakeFormation", ["lakeformation:GetDataAccess"], Everything("lakeformation:GetDataAccess does not support resource-level permissions.")),
        new("athena:stopQueryExecution", Always, "RunQueries", ["athena:StopQueryExecution"], Of("athena:workgroup/*").Because(WorkGroup)),
        new("athena:getQueryExecution", Always, "RunQueries", ["athena:GetQueryExecution"], Of("athena:workgroup/*").Because(WorkGroup)),
        new("athena:getQueryResults", Always, "RunQueries", ["athena:GetQueryResults"], Of("athena:workgroup/*").Because(WorkGroup)),
        new("athena:getQueryResults", Always, "ReadObjects", ["s3:GetObject"], Of("s3:*").Because("The query's id does not say where its results lie.")),
    ];

    private static Target QueriedTables()
        => Of(
            "glue:catalog",
            "glue:database/{QueryExecutionContext.Database}",
            "glue:table/{QueryExecutionContext.Database}/*",
            "glue:userDefinedFunction/{QueryExecutionContext.Database}/*").NarrowestBecause("A query may name every table of its database.");

    /// <summary>The location of a query's results. A query without a location uses that of its work group.</summary>
    private static Target ResultLocation(Target given)
        => given with
        {
            Find = arguments => given.Find(arguments) is { Resources.Count: > 0 } reach ? reach : Of("s3:*").Because("The work group says where results are written.").Find(arguments),
        };

    private static Target UnlessReading(Target target)
        => target with
        {
            Find = arguments => arguments.Text("QueryString")?.TrimStart() is { } query && _readingStatements.Any(word => query.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase))
                ? Reach.Nothing
                : target.Find(arguments),
        };
}

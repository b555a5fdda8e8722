using Stepwise.Json;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.StatesLanguage.Tests.Permissions;

/// <summary>The table against the developer guide's statements, which are not part of the repository.</summary>
public sealed class ReferenceTests
{
    private const string File = "reference/integrations-iam.json";

    /// <summary>Actions that the guide's templates give and ours do not, with the reason.</summary>
    private static readonly (string Integration, string[] Actions, string Reason)[] _left =
    [
        ("dynamodb:", ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"], "the template has all four actions for each"),
        ("eks:createCluster", ["eks:DescribeCluster", "eks:DeleteCluster"], "only .sync waits for and removes the cluster"),
        ("eks:createNodegroup", ["eks:DescribeNodegroup", "eks:DeleteNodegroup"], "only .sync waits for and removes the group"),
        ("eks:deleteCluster", ["eks:DescribeCluster"], "only .sync waits"),
        ("eks:deleteNodegroup", ["eks:DescribeNodegroup"], "only .sync waits"),
        ("elasticmapreduce:addStep", ["elasticmapreduce:DescribeStep", "elasticmapreduce:CancelSteps", .. Rule], "only .sync waits for and cancels the step"),
        ("elasticmapreduce:createCluster", ["elasticmapreduce:DescribeCluster", "elasticmapreduce:TerminateJobFlows", .. Rule], "only .sync waits for and ends the cluster"),
        ("elasticmapreduce:terminateCluster", ["elasticmapreduce:DescribeCluster", .. Rule], "only .sync waits"),
        ("sagemaker:createTransformJob", ["iam:PassRole"], "a transform job takes no role"),
        ("athena:startQueryExecution", ["s3:CreateBucket"], "a query does not make the bucket of its results"),
    ];

    private static string[] Rule => ["events:PutTargets", "events:PutRule", "events:DescribeRule"];

    [SharedFact(File)]
    public void Every_integration_and_pattern_has_a_row()
    {
        Assert.Equal(102, Entries().Count);
        foreach (var (name, _) in Entries())
        {
            Assert.DoesNotContain(Sample.Policy(name).Notes, note => note.Kind == PermissionNoteKind.NotKnown);
        }
    }

    [SharedFact(File)]
    public void Nothing_of_the_guide_is_missing_but_what_is_left_out_with_a_reason()
    {
        var compared = 0;
        foreach (var (name, statements) in Entries())
        {
            var isJob = name.Contains(".sync", StringComparison.Ordinal);
            var left = _left
                .Where(row => row.Integration == name || (row.Integration.EndsWith(':') && name.StartsWith(row.Integration, StringComparison.Ordinal)) || (row.Reason[..4] != "only" && name == row.Integration + ".sync"))
                .SelectMany(row => row.Actions);
            var ours = Sample.Policy(name).Statements.SelectMany(statement => statement.Actions).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var missing = statements.SelectMany(statement => Texts(statement["actions"])).Where(action => !ours.Contains(action)).Except(left).ToArray();
            Assert.True(missing.Length == 0, $"{name} lacks {string.Join(", ", missing)}");
            Assert.True(isJob || !ours.Overlaps(Rule), name);
            compared += statements.Count > 0 ? 1 : 0;
        }

        Assert.True(compared > 80, $"{compared}");
    }

    /// <summary>Whatever is wider than one resource says why, with the names of things and without.</summary>
    [SharedFact(File)]
    public void Every_wildcard_is_explained()
    {
        foreach (var (name, _) in Entries())
        {
            foreach (var policy in new[] { Sample.Policy(name), Sample.Policy(name, JsonObject.Empty), Sample.Policy(name, JsonObject.Empty, PermissionOptions.Default) })
            {
                Assert.DoesNotContain(policy.Notes, note => note.Kind == PermissionNoteKind.Granted && note.Resource.Contains('*'));
            }
        }
    }

    [SharedFact(File)]
    public void The_rules_that_Step_Functions_manages_are_the_documented_ones()
    {
        foreach (var (name, statements) in Entries().Where(entry => entry.Name.Contains(".sync", StringComparison.Ordinal)))
        {
            var documented = statements.Where(statement => Texts(statement["actions"]).Contains("events:PutRule")).SelectMany(statement => Texts(statement["resources"])).Select(resource => resource.Replace("${Account}", "${AccountId}"));
            var ours = Sample.Policy(name).Statements.Where(statement => statement.Actions.Contains("events:PutRule")).SelectMany(statement => statement.Resources);
            if (statements.Count > 0)
            {
                Assert.Equal(documented, ours);
            }
        }
    }

    private static List<(string Name, List<JsonObject> Statements)> Entries()
    {
        var reference = (JsonObject)JsonValue.Parse(System.IO.File.ReadAllText(Path.Combine(SharedCases.Reference!, "integrations-iam.json")));
        return
        [
            .. ((JsonArray)reference["integrations"]!).Cast<JsonObject>().Select(entry => (
                ((JsonString)entry["resource"]!).Value["arn:aws:states:::".Length..],
                ((entry["devGuide"] as JsonObject)?["static"] as JsonArray)?.Cast<JsonObject>().ToList() ?? [])),
        ];
    }

    private static IEnumerable<string> Texts(JsonValue? values) => ((JsonArray)values!).Cast<JsonString>().Select(value => value.Value);
}

using Stepwise.Json;
using Stepwise.StatesLanguage.Catalogue;
using Xunit.Abstractions;

namespace Stepwise.StatesLanguage.Tests.Catalogue;

/// <summary>The catalogue that is part of the assembly.</summary>
public sealed class ServiceCatalogueTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_service_can_be_read()
    {
        var catalogue = ServiceCatalogue.Aws;
        Assert.StartsWith("botocore ", catalogue.Source, StringComparison.Ordinal);
        Assert.Equal(catalogue.Names.Order(StringComparer.Ordinal), catalogue.Names);
        Assert.True(catalogue.Names.Count > 400);
        foreach (var name in catalogue.Names)
        {
            Assert.True(catalogue.TryFind(name, out var service));
            Assert.Equal(name, service.Name);
            Assert.NotEmpty(service.Actions);
            Assert.All(name, letter => Assert.True(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)));
            foreach (var action in service.Actions)
            {
                Assert.Equal(ApiShapeKind.Structure, action.Request.Kind);
                Assert.Equal(ApiShapeKind.Structure, action.Response.Kind);
                Assert.All(action.Request.Members, member => Assert.True(Enum.IsDefined(member.Shape.Kind)));
                Assert.All(action.Request.Members.Concat(action.Response.Members), member => Assert.False(char.IsAsciiLetterLower(member.Name[0]), member.Name));
            }
        }
    }

    [Theory]
    [InlineData("sns", "publish", "TopicArn", ApiShapeKind.Text)]
    [InlineData("rds", "createDBSnapshot", "DbInstanceIdentifier", ApiShapeKind.Text)]
    [InlineData("ecs", "describeTasks", "Cluster", ApiShapeKind.Text)]
    [InlineData("s3", "putObject", "Body", ApiShapeKind.Blob)]
    [InlineData("s3", "putObject", "SsekmsKeyId", ApiShapeKind.Text)]
    [InlineData("rekognition", "startLabelDetection", "NotificationChannel.SnsTopicArn", ApiShapeKind.Text)]
    [InlineData("dynamodb", "putItem", "Item.*.BOOL", ApiShapeKind.Boolean)]
    [InlineData("dynamodb", "putItem", "Item.*.M.*.NULL", ApiShapeKind.Boolean)]
    [InlineData("dynamodb", "putItem", "Item.*.M.*.Nul", null)]
    [InlineData("bedrockruntime", "converse", "AdditionalModelRequestFields", ApiShapeKind.Document)]
    [InlineData("scheduler", "createSchedule", "StartDate", ApiShapeKind.Timestamp)]
    [InlineData("sqs", "sendMessage", "DelaySeconds", ApiShapeKind.Number)]
    [InlineData("cloudwatchevents", "putEvents", "Entries.*.Detail", ApiShapeKind.Text)]
    public void Requests_have_the_names_of_step_functions(string service, string action, string place, object? kind)
    {
        Assert.True(ServiceCatalogue.Aws.TryFind(service, action, out var found));
        Assert.Equal((ApiShapeKind?)kind, At(found.Request, place)?.Kind);
    }

    [Theory]
    [InlineData("dynamodb", "getItem", "Item.*.BOOL", ApiShapeKind.Boolean)]
    [InlineData("dynamodb", "getItem", "Item.*.Bool", null)]
    [InlineData("dynamodb", "getItem", "Item.*.M.*.Bool", ApiShapeKind.Boolean)]
    [InlineData("dynamodb", "getItem", "Item.*.L.*.Nul", ApiShapeKind.Boolean)]
    [InlineData("dynamodb", "getItem", "Item.*.L.*.M.*.BOOL", ApiShapeKind.Boolean)]
    [InlineData("rds", "describeDBInstances", "DbInstances.*.DbInstanceStatus", ApiShapeKind.Text)]
    [InlineData("s3", "getObject", "ETag", ApiShapeKind.Text)]
    public void Responses_have_the_names_of_step_functions(string service, string action, string place, object? kind)
    {
        Assert.True(ServiceCatalogue.Aws.TryFind(service, action, out var found));
        Assert.Equal((ApiShapeKind?)kind, At(found.Response, place)?.Kind);
    }

    [Theory]
    [InlineData("rds", "createDBSnapshot", "Rds.DbInstanceNotFoundException")]
    [InlineData("s3", "getObject", "S3.NoSuchKeyException")]
    [InlineData("dynamodb", "putItem", "DynamoDb.ConditionalCheckFailedException")]
    [InlineData("sfn", "sendTaskSuccess", "Sfn.InvalidTokenException")]
    [InlineData("glue", "startCrawler", "Glue.CrawlerRunningException")]
    [InlineData("cloudformation", "createStackSet", "CloudFormation.NameAlreadyExistsException")]
    public void Errors_have_the_names_that_a_catch_matches(string service, string action, string error)
    {
        Assert.True(ServiceCatalogue.Aws.TryFind(service, action, out var found));
        Assert.Contains(error, found.Errors);
    }

    [Fact]
    public void A_role_shows_in_the_name_of_its_type()
    {
        Assert.True(ServiceCatalogue.Aws.TryFind("lambda", "createFunction", out var action));
        Assert.True(action.Request.TryFind("Role", out var role));
        Assert.True(role.IsRequired);
        Assert.Equal("RoleArn", role.Shape.TypeName);
    }

    [Theory]
    [InlineData("sns", "publishh", "publish")]
    [InlineData("dynamodb", "getitem", "getItem")]
    [InlineData("dynamodb", "somethingElse", null)]
    public void A_similar_action_is_suggested(string service, string action, string? expected)
    {
        Assert.True(ServiceCatalogue.Aws.TryFind(service, out var found));
        Assert.Equal(expected, found.Closest(action));
    }

    [Fact]
    public void Many_threads_read_one_service()
    {
        using var stream = typeof(ServiceCatalogue).Assembly.GetManifestResourceStream(ServiceCatalogue.ResourceName)!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        var catalogue = ServiceCatalogue.Read(() => new MemoryStream(file));
        var found = new ApiShape[64];
        Parallel.For(0, found.Length, i => found[i] = catalogue.TryFind("dynamodb", "putItem", out var action) ? At(action.Request, "Item.*.M.*.L.*")! : ApiShape.Any);
        Assert.All(found, shape => Assert.Same(found[0], shape));
    }

    [Fact]
    public void Every_optimized_integration_has_an_action()
    {
        foreach (var integration in ServiceIntegration.All.Values)
        {
            var names = integration.Name.Split(':');
            Assert.True(IntegrationCatalogue.Aws.TryFind(names[0], names[1], out var action), integration.Name);
            Assert.All(integration.Required, name => Assert.True(action.Request.TryFind(name, out _), integration.Name + " has no " + name));
            Assert.All(integration.Supported ?? [], name => Assert.True(action.Request.TryFind(name, out _), integration.Name + " has no " + name));
        }

        Assert.All(IntegrationCatalogue.Aws.Described, name => Assert.True(ServiceIntegration.All.ContainsKey(name), name));
        Assert.True(IntegrationCatalogue.Aws.TryFind("bedrock", "invokeModel", out var invoke));
        Assert.NotNull(At(invoke.Request, "Input.S3Uri"));
        Assert.NotNull(At(invoke.Request, "ModelId"));
        Assert.True(IntegrationCatalogue.Aws.TryFind("elasticmapreduce", "addStep", out var step));
        Assert.NotNull(At(step.Request, "Step.HadoopJarStep.Jar"));
        Assert.False(IntegrationCatalogue.Aws.TryFind("sns", "publishh", out _));
    }

    /// <summary>All pairs of a service and an action that the shared cases call, also in definitions inside other files.</summary>
    [SharedFact("conformance/validation/index.json")]
    public void The_services_and_actions_of_the_shared_cases_are_found()
    {
        var pairs = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(SharedCases.Conformance!, "*.json", SearchOption.AllDirectories))
        {
            if (JsonValue.TryParse(File.ReadAllText(file), out var content, out _))
            {
                AddPairs(content, pairs);
            }
        }

        var unknown = pairs.Where(pair => !ServiceCatalogue.Aws.TryFind(pair.Split(':')[0], pair.Split(':')[1], out _)).ToList();
        output.WriteLine($"{pairs.Count - unknown.Count} of {pairs.Count} pairs are found; not: {string.Join(", ", unknown)}");
        Assert.True(pairs.Count - unknown.Count >= 125, $"{pairs.Count - unknown.Count} pairs are found.");
        Assert.True(unknown.Count <= 16, string.Join(", ", unknown));
    }

    private static void AddPairs(JsonValue value, SortedSet<string> pairs)
    {
        switch (value)
        {
            case JsonString { Value: var text } when text.Contains(":states:::aws-sdk:", StringComparison.Ordinal) && !text.Contains('{', StringComparison.Ordinal):
                if (TaskResource.Parse(text) is { Kind: TaskResourceKind.Sdk } resource && char.IsLower(resource.Action[0]) && resource.PatternText is "" or ".waitForTaskToken")
                {
                    pairs.Add(resource.Service + ":" + resource.Action);
                }

                break;
            case JsonString { Value: var nested } when nested.Contains("\"Resource\"", StringComparison.Ordinal) && JsonValue.TryParse(nested, out var inner, out _):
                AddPairs(inner, pairs);
                break;
            case JsonArray array:
                foreach (var item in array)
                {
                    AddPairs(item, pairs);
                }

                break;
            case JsonObject @object:
                foreach (var member in @object.Members)
                {
                    AddPairs(member.Value, pairs);
                }

                break;
        }
    }

    private static ApiShape? At(ApiShape shape, string place)
    {
        foreach (var step in place.Split('.'))
        {
            if (step == "*")
            {
                shape = shape.Element;
            }
            else if (shape.TryFind(step, out var member))
            {
                shape = member.Shape;
            }
            else
            {
                return null;
            }
        }

        return shape;
    }
}

using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stepwise.Deployment.CloudFormation;
using Stepwise.Deployment.Terraform;
using Stepwise.Json;
using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Vocabulary;
using JsonObject = Stepwise.Json.JsonObject;
using JsonValue = Stepwise.Json.JsonValue;

namespace Stepwise.Deployment.Tests;

/// <summary>The tools themselves judge what is written.</summary>
public sealed partial class ToolTests : IDisposable
{
    /// <summary>A folder with the AWS provider, laid out as <c>terraform init -plugin-dir</c> wants it: the tests load nothing from the network.</summary>
    private const string PluginFolder = "STEPWISE_TERRAFORM_PLUGINS";

    private const string Topic = "arn:aws:sns:eu-central-1:123456789012:campaign-notifications";

    private const string Start = """{"campaignId":"c1","executionSource":"manual"}""";

    private const string Valid = """{"valid":true,"campaignName":"Spring","errors":[]}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stepwise-deployment-");

    public void Dispose() => _folder.Delete(recursive: true);

    [ToolTheory("terraform", PluginFolder)]
    [MemberData(nameof(Sources.Names), MemberType = typeof(Sources))]
    public void TerraformFindsTheModuleValid(string name)
    {
        Write(TerraformModule.Write(Sources.Of(name)));
        var module = Path.Combine(_folder.FullName, ArtifactNames.Terraform);
        Run(module, "terraform", "init", "-backend=false", "-input=false", "-no-color", "-plugin-dir=" + Environment.GetEnvironmentVariable(PluginFolder));
        Run(module, "terraform", "validate", "-no-color");
    }

    [ToolTheory("terraform")]
    [MemberData(nameof(Sources.Names), MemberType = typeof(Sources))]
    public void TerraformGivesTheDefinitionAsItWasMeant(string name)
    {
        var source = Sources.Of(name);
        var keys = DefinitionText.Keys(source.Definition);
        Write(TerraformModule.Write(source).Where(file => file.Path.EndsWith(".asl.json", StringComparison.Ordinal)));
        var values = string.Join(", ", keys.Select(key => $"{key} = \"<{key}>\""));

        var definition = Evaluate(JsonObject.Create(("output", JsonObject.Create(("result", JsonObject.Create(
            ("value", $"${{templatefile(\"${{path.module}}/{ArtifactNames.Terraform}/{source.Name}.asl.json\", {{{values}}})}}")))))));

        var meant = keys.Aggregate(source.Definition, (text, key) => text.Replace("${" + key + "}", "<" + key + ">", StringComparison.Ordinal));
        Assert.Equal(JsonValue.Parse(meant), JsonValue.Parse(((JsonString)definition).Value));
    }

    [ToolTheory("terraform")]
    [InlineData("aws_cloudwatch_event_rule.rule.event_pattern", """{"source":["${literal} %{x}"]}""")]
    [InlineData("aws_cloudwatch_event_target.rule.input_transformer.input_template", """{"a":<a>,"b":"${literal}","k":"<Key>"}""")]
    [InlineData("aws_cloudwatch_event_target.rule.input_transformer.input_paths.a", "$.detail['${b}']")]
    [InlineData("aws_scheduler_schedule.s.target.input", """{"text":"${literal} \"quoted\" <Key>"}""")]
    public void TerraformGivesTextsAsTheyWereMeant(string path, string meant)
    {
        var main = JsonValue.Parse(TerraformModule.Write(Sources.Awkward).Single(file => file.Path == ArtifactNames.Terraform + "/main.tf.json").Content);
        var text = path.Split('.').Aggregate(((JsonObject)main)["resource"], (owner, step) => ((JsonObject)owner!)[step]);

        var result = Evaluate(JsonObject.Create(
            ("variable", JsonObject.Create(("key", JsonObject.Create(("default", "<Key>"))))),
            ("output", JsonObject.Create(("result", JsonObject.Create(("value", text!)))))));

        Assert.Equal(meant, ((JsonString)result).Value);
    }

    [ToolTheory("terraform")]
    [InlineData("table", null, true, "looked-up")]
    [InlineData("table", null, false, "p-orders")]
    [InlineData("table", "own", false, "own")]
    [InlineData("table", "arn:aws-cn:dynamodb:cn-north-1:123456789012:table/made.here", true, "made.here")]
    [InlineData("table", "arn:aws-cn:dynamodb:cn-north-1:999999999999:table/elsewhere", true, null)]
    [InlineData("bucket", "arn:aws-cn:s3:::made-here", true, "made-here")]
    [InlineData("secret", "arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:key-Ab12Cd", false, "arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:key-Ab12Cd")]
    [InlineData("secret", "key", true, "looked-up")]
    [InlineData("secret", "key", false, null)]
    [InlineData("role", "runner", false, "arn:aws-cn:iam::123456789012:role/runner")]
    [InlineData("queue", "parcels", false, "https://sqs.cn-north-1.amazonaws.com.cn/123456789012/parcels")]
    public void TerraformFindsTheValueOfAResource(string kind, string? given, bool looksUp, string? value)
    {
        var local = kind switch { "table" => "orders_table_name", "bucket" => "reports_bucket_name", "secret" => "api_key_secret_arn", "role" => "runner_role_arn", _ => "parcels_queue_url" };
        var variable = local[..local.LastIndexOf('_')];
        var locals = ((JsonObject)JsonValue.Parse(TerraformModule.Write(Sources.EveryResource).Single(file => file.Path == ArtifactNames.Terraform + "/main.tf.json").Content))["locals"]!;
        var text = JsonObject.Create([.. ((JsonObject)locals).Members.Where(member => member.Name.StartsWith(variable, StringComparison.Ordinal)).Select(member => (member.Name, member.Value))]).ToJson()
            .Replace("data.aws_partition.current.partition", "local.partition", StringComparison.Ordinal)
            .Replace("data.aws_partition.current.dns_suffix", "local.suffix", StringComparison.Ordinal)
            .Replace("data.aws_region.current.id", "local.region", StringComparison.Ordinal)
            .Replace("data.aws_caller_identity.current.account_id", "local.account", StringComparison.Ordinal);
        var own = (JsonObject)JsonValue.Parse(LookUp().Replace(text, "\\\"looked-up\\\""));
        var module = JsonObject.Create(
            ("variable", JsonObject.Create(
                (variable, JsonObject.Create(("default", given is null ? JsonNull.Instance : given))),
                ("look_up_resources", JsonObject.Create(("default", looksUp))))),
            ("locals", JsonObject.Create([.. own.Members.Select(member => (member.Name, member.Value)), ("prefix", "p-"), ("partition", "aws-cn"), ("suffix", "amazonaws.com.cn"), ("region", "cn-north-1"), ("account", "123456789012")])),
            ("output", JsonObject.Create(("result", JsonObject.Create(("value", "${local." + local + "}"))))));

        if (value is null)
        {
            Assert.Contains("pattern did not match", Assert.ThrowsAny<Exception>(() => Evaluate(module)).Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(value, ((JsonString)Evaluate(module)).Value);
        }
    }

    [ToolTheory("terraform")]
    [InlineData("aws_sfn_state_machine", "name", "made", "made")]
    [InlineData("aws_sfn_state_machine", "name", "arn:aws:states:eu-west-1:123456789012:stateMachine:made", "made")]
    [InlineData("aws_sfn_state_machine", "name", "arn:aws:states:eu-west-1:123456789012:stateMachine:made:live", "made")]
    [InlineData("aws_cloudwatch_event_connection", "name", "arn:aws:events:eu-west-1:123456789012:connection/made/0f1e2d3c", "made")]
    [InlineData("aws_cloudwatch_event_bus", "name", "arn:aws:events:eu-west-1:123456789012:event-bus/aws.partner/made", "aws.partner/made")]
    [InlineData("aws_ecs_task_definition", "task_definition", "arn:aws:ecs:eu-west-1:123456789012:task-definition/made:3", "made:3")]
    [InlineData("aws_kms_key", "key_id", "made", "alias/made")]
    [InlineData("aws_iam_role", "name", "arn:aws:iam::123456789012:role/path/made", "made")]
    public void TerraformLooksAResourceUpByTheNameInItsArn(string source, string argument, string given, string expected)
    {
        var data = (JsonObject)((JsonObject)((JsonObject)JsonValue.Parse(TerraformModule.Write(Sources.EveryResource).Single(file => file.Path == ArtifactNames.Terraform + "/main.tf.json").Content))["data"]!)[source]!;
        var (variable, arguments) = (data.Members[0].Name, (JsonObject)data.Members[0].Value);
        var result = Evaluate(JsonObject.Create(
            ("locals", JsonObject.Create((variable, given))),
            ("output", JsonObject.Create(("result", JsonObject.Create(("value", arguments[argument]!)))))));
        Assert.Equal(expected, ((JsonString)result).Value);
    }

    [ToolTheory("terraform")]
    [InlineData("subnet-0123 ok: $5 %x", true)]
    [InlineData("", true)]
    [InlineData("it's", false)]
    [InlineData("a\"b", false)]
    [InlineData("a\\b", false)]
    [InlineData("{%x%}", false)]
    [InlineData("a\nb", false)]
    public void TerraformRefusesAValueThatEndsTheTextAroundIt(string value, bool isAccepted)
    {
        var variables = (JsonObject)((JsonObject)JsonValue.Parse(TerraformModule.Write(Sources.EveryResource).Single(file => file.Path == ArtifactNames.Terraform + "/variables.tf.json").Content))["variable"]!;
        var declared = (JsonObject)variables["subnet_a"]!;
        var module = JsonObject.Create(
            ("variable", JsonObject.Create(("subnet_a", JsonObject.Create([.. declared.Members.Select(member => (member.Name, member.Value)), ("default", value)])))),
            ("output", JsonObject.Create(("result", JsonObject.Create(("value", "${var.subnet_a}"))))));
        if (isAccepted)
        {
            Assert.Equal(value, ((JsonString)Evaluate(module)).Value);
        }
        else
        {
            Assert.Contains("must not contain quotes", string.Join(" ", Assert.ThrowsAny<Exception>(() => Evaluate(module)).Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
    }

    // No case takes the state Quote. Moto 5.2.1 reads a function's text as it stands in the JSON and undoes only \", \n, \r and \t; then Python's str.format takes the brace of \\{literal\\} for the
    // beginning of a field (KeyError), and \\' ends the text. AWS documents \', \{, \} and \\ after JSON's own escapes: what is written stays, and TextsThatArePutTogetherKeepTheirEscapes holds it.
    [ToolTheory("moto_server aws")]
    [InlineData("""{"name":"Ada","visits":0}""", "Hello Ada, $ % \"it\" 世界", "${literal} %{literal} it's \\ 世界")]
    [InlineData("""{"name":"{Ada} \"B\"","visits":2}""", "Welcome back {Ada} \"B\"", "")]
    public void TheDefinitionRunsElsewhere(string input, string text, string motto)
    {
        using var moto = new MotoServer();

        var (status, output) = moto.Execute(Create(moto, Sources.Greeting.Definition), input);

        Assert.Equal("SUCCEEDED", status);
        Assert.Equal(JsonObject.Create(("text", text), ("motto", motto)), ((JsonObject)JsonValue.Parse(output))["message"]);
    }

    [Fact]
    public void TextsThatArePutTogetherKeepTheirEscapes()
    {
        var states = (JsonObject)((JsonObject)JsonValue.Parse(Sources.Greeting.Definition))["States"]!;
        var parameters = (JsonObject)((JsonObject)states["Quote"]!)["Parameters"]!;
        Assert.Equal("""States.Format('Hello {}, $\{literal\} %\{literal\} it\'s \\ 世界', $.name)""", parameters["text.$"]);
    }

    [ToolTheory("moto_server aws")]
    [InlineData("""{"valid":false,"campaignName":"Spring","errors":["no contacts"]}""", "", "FAILED", "CampaignValidationFailed")]
    [InlineData(Valid, """{"contactCount":0}""", "SUCCEEDED", """{"campaignId":"c1","executionSource":"manual","validationResult":{"valid":true,"campaignName":"Spring","errors":[]},"dispatchResult":{"contactCount":0}}""")]
    public void TheCampaignEndsEarly(string validation, string dispatch, string status, string result)
    {
        using var moto = new MotoServer();
        moto.Answer(validation, dispatch);

        var end = moto.Execute(Create(moto, Substituted(Sources.Campaign.Definition)), Start);

        Assert.Equal(status, end.Status);
        Assert.Equal(result, end.Result.StartsWith('{') ? JsonValue.Parse(end.Result).ToJson() : end.Result);
    }

    // The copy waits 1 second instead of 60, and ends with the data that the last state's output is made of: moto has no engine for JSONata. Nor does it read an escaped apostrophe (\u0027), which is why the copy is written without.
    [ToolTheory("moto_server aws")]
    [InlineData("completed", true)]
    [InlineData("paused", false)]
    public void TheCampaignRunsToItsEnd(string status, bool isNotified)
    {
        const string Active = """{"status":"active","needsMoreContacts":false,"totalContacts":2,"completedContacts":1,"completionPercentage":50,"metrics":{"answered":1,"converted":0,"optedOut":0}}""";
        const string More = """{"status":"active","needsMoreContacts":true,"totalContacts":2,"completedContacts":1,"completionPercentage":50,"metrics":{"answered":1,"converted":0,"optedOut":0}}""";
        const string Report = """{"reportUrl":"https://reports.example.com/c1.pdf"}""";
        var last = $$$"""{"status":"{{{status}}}","needsMoreContacts":true,"totalContacts":2,"completedContacts":2,"completionPercentage":100,"metrics":{"answered":2,"converted":1,"optedOut":0}}""";
        var definition = JsonNode.Parse(Substituted(Sources.Campaign.Definition))!;
        definition["States"]!["MonitorProgress"]!["Seconds"] = 1;
        definition["States"]!["CampaignCompleted"] = new System.Text.Json.Nodes.JsonObject { ["Type"] = "Succeed" };
        using var moto = new MotoServer();
        moto.Aws("sns", "create-topic", "--name", "campaign-notifications");
        var queue = moto.Aws("sqs", "create-queue", "--queue-name", "notices", "--query", "QueueUrl");
        moto.Aws("sns", "subscribe", "--topic-arn", Topic, "--protocol", "sqs", "--notification-endpoint", "arn:aws:sqs:eu-central-1:123456789012:notices", "--attributes", "RawMessageDelivery=true");
        moto.Answer(Valid, """{"contactCount":1}""", Active, More, """{"contactCount":2}""", last, Report);

        var end = moto.Execute(Create(moto, definition.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })), Start);

        Assert.Equal("SUCCEEDED", end.Status);
        var data = (JsonObject)JsonValue.Parse(end.Result);
        Assert.Equal("c1", data["campaignId"]);
        Assert.Equal(JsonValue.Parse(Valid), data["validationResult"]);
        Assert.Equal(JsonObject.Create(("contactCount", 2)), data["dispatchResult"]);
        Assert.Equal(JsonValue.Parse(last), data["statusResult"]);
        Assert.Equal(isNotified ? JsonObject.Create(("Payload", JsonValue.Parse(Report))) : null, data["reportResult"]);
        Assert.Equal(
            isNotified ? "Spring: 2 of 2 contacts. Report: https://reports.example.com/c1.pdf" : "None",
            moto.Aws("sqs", "receive-message", "--queue-url", queue, "--query", "Messages[0].Body"));
    }

    // Moto 5.2.1 knows no alarms, versions and schedule groups in a stack and leaves out DefinitionSubstitutions: the stack is one that needs none of these.
    [ToolTheory("moto_server aws")]
    [InlineData("greeting")]
    public void AStackHasTheMachineAsItWasMeant(string name)
    {
        Write([CloudFormationTemplate.Write(Sources.Of(name) with { Manifest = new WorkflowManifest { Name = name } })]);
        using var moto = new MotoServer(executes: false);
        moto.Aws("cloudformation", "create-stack", "--stack-name", name, "--capabilities", "CAPABILITY_NAMED_IAM", "--template-body", "file://" + Path.Combine(_folder.FullName, ArtifactNames.CloudFormation));

        Assert.Equal("CREATE_COMPLETE", moto.Aws("cloudformation", "describe-stacks", "--stack-name", name, "--query", "Stacks[0].StackStatus"));
        var machine = moto.Aws("cloudformation", "describe-stacks", "--stack-name", name, "--query", "Stacks[0].Outputs[?OutputKey=='StateMachineArn'].OutputValue");
        Assert.Equal(JsonValue.Parse(Sources.Of(name).Definition), JsonValue.Parse(moto.Aws("stepfunctions", "describe-state-machine", "--state-machine-arn", machine, "--query", "definition")));
    }

    [ToolTheory("cfn-lint")]
    [MemberData(nameof(Sources.Names), MemberType = typeof(Sources))]
    public void CloudFormationLinterFindsNoErrors(string name)
    {
        var source = Sources.Of(name);
        Write([CloudFormationTemplate.Write(source), ServerlessTemplate.Write(source), new(source.Name + ".asl.json", source.Definition)]);
        Run(_folder.FullName, "cfn-lint", "--non-zero-exit-code", "error", ArtifactNames.CloudFormation, ArtifactNames.Serverless);
    }

    /// <summary>Makes a state machine of a definition; its ARN.</summary>
    private string Create(MotoServer moto, string definition)
    {
        Write([new("machine.asl.json", definition)]);
        var file = "file://" + Path.Combine(_folder.FullName, "machine.asl.json");
        return moto.Aws("stepfunctions", "create-state-machine", "--name", "machine", "--role-arn", "arn:aws:iam::123456789012:role/machine", "--definition", file, "--query", "stateMachineArn");
    }

    /// <summary>A definition with the ARNs of the topic and of functions that need not exist.</summary>
    private static string Substituted(string definition) => DefinitionText.Keys(definition).Aggregate(definition, (text, key) => text.Replace(
        "${" + key + "}", key.EndsWith("TopicArn", StringComparison.Ordinal) ? Topic : "arn:aws:lambda:eu-central-1:123456789012:function:" + key, StringComparison.Ordinal));

    private void Write(IEnumerable<DeploymentFile> files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(_folder.FullName, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Content);
        }
    }

    /// <summary>The output <c>result</c> of a module that needs no provider.</summary>
    private JsonValue Evaluate(JsonObject module)
    {
        Write([new("main.tf.json", module.ToJson())]);
        Run(_folder.FullName, "terraform", "init", "-input=false", "-no-color");
        Run(_folder.FullName, "terraform", "apply", "-auto-approve", "-input=false", "-no-color");
        return JsonValue.Parse(Run(_folder.FullName, "terraform", "output", "-json", "result"));
    }

    [GeneratedRegex(@"one\(data\.[^)]*\)")]
    private static partial Regex LookUp();

    private static string Run(string folder, string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{tool} {string.Join(' ', arguments)}\n{output}{errors.Result}");
        return output;
    }
}

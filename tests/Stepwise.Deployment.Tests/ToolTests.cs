using System.Diagnostics;
using Stepwise.Deployment.CloudFormation;
using Stepwise.Deployment.Terraform;
using Stepwise.Json;

namespace Stepwise.Deployment.Tests;

/// <summary>The tools themselves judge what is written.</summary>
public sealed class ToolTests : IDisposable
{
    /// <summary>A folder with the AWS provider, laid out as <c>terraform init -plugin-dir</c> wants it: the tests load nothing from the network.</summary>
    private const string PluginFolder = "STEPWISE_TERRAFORM_PLUGINS";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stepwise-deployment-");

    public void Dispose() => _folder.Delete(recursive: true);

    [ToolTheory("terraform", PluginFolder)]
    [MemberData(nameof(Sources.Names), MemberType = typeof(Sources))]
    public void TerraformFindsTheModuleValid(string name)
    {
        Write(TerraformModule.Write(Sources.Of(name)));
        var module = Path.Combine(_folder.FullName, TerraformModule.Folder);
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

        var definition = Evaluate(JsonObject.Of(("output", JsonObject.Of(("result", JsonObject.Of(
            ("value", $"${{templatefile(\"${{path.module}}/{TerraformModule.Folder}/{source.Name}.asl.json\", {{{values}}})}}")))))));

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
        var main = JsonValue.Parse(TerraformModule.Write(Sources.Awkward).Single(file => file.Path == TerraformModule.Folder + "/main.tf.json").Content);
        var text = path.Split('.').Aggregate(((JsonObject)main)["resource"], (owner, step) => ((JsonObject)owner!)[step]);

        var result = Evaluate(JsonObject.Of(
            ("variable", JsonObject.Of(("key", JsonObject.Of(("default", "<Key>"))))),
            ("output", JsonObject.Of(("result", JsonObject.Of(("value", text!)))))));

        Assert.Equal(meant, ((JsonString)result).Value);
    }

    // Moto's reader of intrinsic functions takes no escaped brace in a text, which AWS documents; braces in data it takes.
    [ToolTheory("moto_server")]
    [InlineData("""{"name":"Ada","visits":0}""", "Hello Ada")]
    [InlineData("""{"name":"{Ada} \"B\"","visits":2}""", "Welcome back {Ada} \"B\"")]
    public void TheDefinitionRunsElsewhere(string input, string text)
    {
        using var moto = new MotoServer();
        var definition = Path.Combine(_folder.FullName, "greeting.asl.json");
        File.WriteAllText(definition, Sources.Greeting.Definition);
        var machine = moto.Aws(
            "stepfunctions", "create-state-machine", "--name", "greeting", "--role-arn", "arn:aws:iam::123456789012:role/greeting", "--definition", "file://" + definition, "--query", "stateMachineArn");

        var (status, output) = moto.Execute(machine, input);

        Assert.Equal("SUCCEEDED", status);
        Assert.Equal(text, ((JsonObject)((JsonObject)JsonValue.Parse(output))["message"]!)["text"]);
    }

    [ToolTheory("cfn-lint")]
    [MemberData(nameof(Sources.Names), MemberType = typeof(Sources))]
    public void CloudFormationLinterFindsNoErrors(string name)
    {
        var source = Sources.Of(name);
        Write([CloudFormationTemplate.Write(source), ServerlessTemplate.Write(source), new(source.Name + ".asl.json", source.Definition)]);
        Run(_folder.FullName, "cfn-lint", "--non-zero-exit-code", "error", CloudFormationTemplate.FileName, ServerlessTemplate.FileName);
    }

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

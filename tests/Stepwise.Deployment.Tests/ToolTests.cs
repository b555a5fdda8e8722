using System.Diagnostics;
using Stepwise.Deployment.CloudFormation;
using Stepwise.Deployment.Terraform;

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

    private static void Run(string folder, string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{tool} {string.Join(' ', arguments)}\n{output}{errors.Result}");
    }
}

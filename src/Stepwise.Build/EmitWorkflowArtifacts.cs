using System.Text;
using Microsoft.Build.Framework;
using Stepwise.Deployment.Terraform;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Build;

/// <summary>
/// Writes the artifacts that the generator stored in a compiled assembly as files, and deletes files whose artifact is no longer in it.
/// If a workflow has no artifacts, it reports the reason: the errors that the generator found, or that the generator did not run.
/// </summary>
public sealed class EmitWorkflowArtifacts : Microsoft.Build.Utilities.Task
{
    /// <summary>The compiled assembly.</summary>
    [Required]
    public string AssemblyFile { get; set; } = "";

    /// <summary>The folder that gets the files. It belongs to this task, which deletes every other file in it.</summary>
    [Required]
    public string ArtifactsDirectory { get; set; } = "";

    /// <summary>The file that lists the written files, one path per line. It is written last, and even if no other file changed.</summary>
    [Required]
    public string ManifestFile { get; set; } = "";

    /// <summary>The file that records what was rendered, so that the next build renders only the workflows that changed. Default: no file, and every workflow is rendered.</summary>
    public string? RenderedFile { get; set; }

    /// <summary>The kinds to write, <c>definition;policy;trust;schemas;manifest;terraform;cloudformation;document</c> or some of them.</summary>
    [Required]
    public string Kinds { get; set; } = "";

    /// <summary>A second folder, usually under version control, that gets the same files. Other files in it stay. Default: no second folder.</summary>
    public string? OutputDirectory { get; set; }

    /// <summary>Whether to compare with <see cref="OutputDirectory"/> instead of writing to it. Default: false.</summary>
    public bool Verify { get; set; }

    /// <summary>Whether a file was deleted from <see cref="ArtifactsDirectory"/>.</summary>
    [Output]
    public bool DeletedFiles { get; set; }

    /// <inheritdoc />
    public override bool Execute()
    {
        try
        {
            Emit();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Report(
                BuildDiagnosticIds.CannotReadOrWrite,
                $"The workflows in '{AssemblyFile}' could not be written: {exception.Message} Make the file readable and writable, or rebuild the project. To build without the files, set StepwiseEmitArtifacts=false.");
        }

        return !Log.HasLoggedErrors;
    }

    private void Emit()
    {
        var kinds = ArtifactKinds.Parse(Kinds, out var unknown);
        ReportInvalidProperties(unknown);

        var assembly = WorkflowAssembly.Read(AssemblyFile);
        ReportStatuses(assembly.Artifacts);
        ReportMissing(assembly);
        var artifacts = Files(assembly.Artifacts);
        if (Log.HasLoggedErrors)
        {
            return;
        }

        if (Derive(artifacts, kinds) is not { } rendered)
        {
            return;
        }

        artifacts.RemoveAll(artifact => (ArtifactKinds.Of(artifact.Path) & kinds) == 0);
        var paths = artifacts.ConvertAll(artifact => artifact.Path);
        DeletedFiles = ArtifactFolder.DeleteAllBut(ArtifactsDirectory, paths);
        foreach (var artifact in artifacts)
        {
            ArtifactFolder.Write(ArtifactPath.Combine(ArtifactsDirectory, artifact.Path), artifact.Content);
        }

        if (!string.IsNullOrEmpty(OutputDirectory))
        {
            if (Verify)
            {
                Compare(OutputDirectory!, artifacts, kinds);
            }
            else
            {
                Update(OutputDirectory!, artifacts);
            }
        }

        if (!string.IsNullOrEmpty(RenderedFile))
        {
            rendered.Write(RenderedFile!);
        }

        if (!Log.HasLoggedErrors)
        {
            ArtifactFolder.WriteAlways(ManifestFile, paths.Aggregate(new StringBuilder(), (text, path) => text.Append(path).Append('\n')).ToString());
        }
    }

    /// <summary>Adds the derived files. This comes before the choice of kinds, because derived files need artifacts of all kinds. Returns null after an error.</summary>
    private RenderedWorkflows? Derive(List<WorkflowArtifact> artifacts, ArtifactKind kinds)
    {
        try
        {
            var rendered = new RenderedWorkflows(ArtifactsDirectory, $"{typeof(EmitWorkflowArtifacts).Module.ModuleVersionId} {(int)kinds}");
            if (!string.IsNullOrEmpty(RenderedFile))
            {
                rendered.Read(RenderedFile!);
            }

            artifacts.AddRange(DerivedArtifacts.Of(artifacts, kinds, rendered));
            artifacts.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
            return rendered;
        }
        catch (FormatException exception)
        {
            Report(
                BuildDiagnosticIds.CannotReadOrWrite,
                $"The deployment files could not be created {exception.Message} The generator and the build task may have different versions: delete bin and obj, and rebuild.");
            return null;
        }
    }

    private void ReportInvalidProperties(IReadOnlyList<string> unknown)
    {
        foreach (var word in unknown)
        {
            Report(BuildDiagnosticIds.InvalidProperty, $"StepwiseArtifacts names '{word}', which is not a kind of artifact. Write a list of {ArtifactKinds.Words}, separated by semicolons.");
        }

        if (Verify && string.IsNullOrEmpty(OutputDirectory))
        {
            Report(BuildDiagnosticIds.InvalidProperty, "StepwiseVerify is true, but there is nothing to compare with. Set StepwiseOutputDirectory to the folder that holds the checked-in files.");
        }
    }

    private void ReportStatuses(IReadOnlyList<WorkflowArtifact> artifacts)
    {
        foreach (var artifact in artifacts)
        {
            if (!ArtifactKinds.IsStatus(artifact.Path, out var workflow))
            {
                continue;
            }

            if (WorkflowStatus.Parse(artifact.Content)?.Errors is not { Count: > 0 } errors)
            {
                Report(
                    BuildDiagnosticIds.CannotReadOrWrite,
                    $"Workflow '{workflow}' was not compiled, and the reason could not be read: '{artifact.Content}'. The generator and the build task have different versions: delete bin and obj, and rebuild.");
                continue;
            }

            foreach (var error in errors)
            {
                Log.LogError(
                    null, error.Id, null, HelpLink(error.Id), error.File, error.Line, error.Column, 0, 0, "{0}",
                    error.Message ?? $"Workflow '{workflow}' was not compiled.");
            }
        }
    }

    private void ReportMissing(WorkflowAssembly assembly)
    {
        var names = new HashSet<string>(assembly.Artifacts.Select(artifact => artifact.Path.Split('/')[0]), StringComparer.Ordinal);
        foreach (var workflow in assembly.Workflows)
        {
            if (workflow.WorkflowName is { } name ? names.Contains(name) : names.Count > 0)
            {
                continue;
            }

            Report(
                BuildDiagnosticIds.GeneratorDidNotRun,
                $"Type '{workflow.FullName}' is the workflow '{workflow.WorkflowName ?? workflow.FullName}', but '{Path.GetFileName(AssemblyFile)}' contains nothing for it: the generator of Stepwise did not run. "
                + "Reference the package Stepwise directly in this project. Do not exclude 'analyzers' with ExcludeAssets, and include it if you set IncludeAssets. "
                + "Look for CS9057, CS8784 or CS8785 in this build: they say that the compiler could not load or run the generator, which needs Roslyn 4.14 (.NET SDK 9.0.300) or newer.");
        }
    }

    /// <summary>Returns the artifacts that become files, in order, and reports those that cannot.</summary>
    private List<WorkflowArtifact> Files(IReadOnlyList<WorkflowArtifact> all)
    {
        var files = new List<WorkflowArtifact>();
        foreach (var artifact in all.Where(artifact => !ArtifactKinds.IsStatus(artifact.Path, out _)))
        {
            if (ArtifactPath.Objection(artifact.Path) is { } objection)
            {
                Report(
                    BuildDiagnosticIds.InvalidPath,
                    $"The artifact path '{artifact.Path}' in '{Path.GetFileName(AssemblyFile)}' cannot be a file below the workflows folder: {objection}. "
                    + "Rename the workflow to 1 to 80 of A-Z a-z 0-9 - _, and do not write [assembly: WorkflowArtifact] by hand.");
            }
            else
            {
                files.Add(artifact);
            }
        }

        // Folders are compared too, and case is ignored, because Windows and macOS ignore it.
        foreach (var group in files.GroupBy(artifact => artifact.Path, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            ReportTwice(group.Select(artifact => artifact.Path));
        }

        foreach (var file in files)
        {
            if (files.Find(other => other.Path.StartsWith(file.Path + "/", StringComparison.OrdinalIgnoreCase)) is { } inner)
            {
                ReportTwice([file.Path, inner.Path]);
            }
        }

        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;

        void ReportTwice(IEnumerable<string> paths) => Report(
            BuildDiagnosticIds.PathTwice,
            $"Several artifacts in '{Path.GetFileName(AssemblyFile)}' have the same path: {string.Join(", ", paths.Select(path => $"'{path}'"))}. "
            + "Give each workflow of the assembly its own name in [StateMachine(\"...\")]; names that differ only in case are not enough.");
    }

    private void Update(string folder, List<WorkflowArtifact> artifacts)
    {
        var current = new HashSet<string>(artifacts.Select(artifact => artifact.Path), StringComparer.Ordinal);
        foreach (var path in PreviousPaths().Where(path => !current.Contains(path)))
        {
            ArtifactFolder.Delete(folder, path);
        }

        foreach (var artifact in artifacts)
        {
            ArtifactFolder.WriteCheckedIn(ArtifactPath.Combine(folder, artifact.Path), artifact.Content);
        }
    }

    private IEnumerable<string> PreviousPaths() =>
        File.Exists(ManifestFile) ? File.ReadAllLines(ManifestFile).Where(path => ArtifactPath.Objection(path) == null) : [];

    private void Compare(string folder, List<WorkflowArtifact> artifacts, ArtifactKind kinds)
    {
        const string Remedy = "Build once with StepwiseVerify=false and commit the result.";
        foreach (var artifact in artifacts)
        {
            var file = ArtifactPath.Combine(folder, artifact.Path);
            if (!File.Exists(file))
            {
                Report(BuildDiagnosticIds.CheckedInCopyDiffers, $"'{file}' is missing: the build creates '{artifact.Path}', and StepwiseVerify expects it in StepwiseOutputDirectory. {Remedy}");
            }
            else if (ArtifactFolder.FirstDifference(file, artifact.Content) is { } line)
            {
                var built = ArtifactPath.Combine(ArtifactsDirectory, artifact.Path);
                Log.LogError(
                    null, BuildDiagnosticIds.CheckedInCopyDiffers, null, HelpLink(BuildDiagnosticIds.CheckedInCopyDiffers), file, line, 0, 0, 0, "{0}",
                    $"'{file}' differs from what the workflow compiles to; the first difference from '{built}' is in line {line}. {Remedy}");
            }
        }

        foreach (var path in Orphans(folder, artifacts, kinds))
        {
            var file = ArtifactPath.Combine(folder, path);
            Report(BuildDiagnosticIds.CheckedInCopyDiffers, $"'{file}' no longer belongs to a workflow of this project. Delete it, or keep hand-written definitions outside StepwiseOutputDirectory.");
        }
    }

    /// <summary>Returns files with names that only this task writes, such as <c>name/name.asl.json</c>, that do not belong to a workflow.</summary>
    private static IEnumerable<string> Orphans(string folder, List<WorkflowArtifact> artifacts, ArtifactKind kinds)
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        var current = new HashSet<string>(artifacts.Select(artifact => artifact.Path), StringComparer.Ordinal);
        foreach (var name in Directory.GetDirectories(folder).Select(Path.GetFileName).OrderBy(name => name, StringComparer.Ordinal))
        {
            foreach (var file in OwnFiles(name))
            {
                var path = $"{name}/{file}";
                if ((ArtifactKinds.Of(path) & kinds) != 0 && !current.Contains(path) && File.Exists(ArtifactPath.Combine(folder, path)))
                {
                    yield return path;
                }
            }
        }
    }

    /// <summary>The files of a workflow with names that only this task uses. A README or an override beside them does not count.</summary>
    private static IEnumerable<string> OwnFiles(string name) =>
    [
        ArtifactNames.Definition(name), ArtifactNames.Policy(name), ArtifactNames.Trust(name),
        ArtifactNames.Document(name), ArtifactNames.Diagram(name),
        ArtifactNames.CloudFormation, ArtifactNames.Serverless,
        .. TerraformModule.FileNames(name).Select(file => ArtifactNames.Terraform + "/" + file),
    ];

    private void Report(string id, string text) => Log.LogError(null, id, null, HelpLink(id), null, 0, 0, 0, 0, "{0}", text);

    private static string? HelpLink(string? id) => id == null ? null : $"https://github.com/stepwise-dotnet/stepwise/blob/main/docs/diagnostics/{id}.md";
}

using Microsoft.Build.Framework;

namespace Stepwise.Build;

/// <summary>Deletes a folder and its subfolders. A folder that has a file in it or below it stays.</summary>
public sealed class DeleteEmptyFolders : Microsoft.Build.Utilities.Task
{
    /// <summary>The folder. It may be missing.</summary>
    [Required]
    public string Directory { get; set; } = "";

    /// <inheritdoc />
    public override bool Execute()
    {
        try
        {
            if (System.IO.Directory.Exists(Directory))
            {
                ArtifactFolder.DeleteEmptyFolders(Directory);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // If a folder is in use, it stays. An empty folder does no harm.
            Log.LogMessage(MessageImportance.Low, "{0}", exception.Message);
        }

        return true;
    }
}

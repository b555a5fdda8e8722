using Microsoft.Build.Framework;

namespace Stepwise.Build;

/// <summary>Deletes a folder if there is no file in it nor below it, and the folders in it for which this is so.</summary>
public sealed class DeleteEmptyFolders : Microsoft.Build.Utilities.Task
{
    /// <summary>The folder; it need not exist.</summary>
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
            // An empty folder that is in use harms nobody.
            Log.LogMessage(MessageImportance.Low, "{0}", exception.Message);
        }

        return true;
    }
}

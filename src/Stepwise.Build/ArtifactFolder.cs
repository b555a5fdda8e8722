using System.Text;

namespace Stepwise.Build;

/// <summary>Reads, writes and deletes artifacts below one folder. It does not touch a file that already has the right content.</summary>
internal static class ArtifactFolder
{
    private const int WriteAttempts = 10;

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the file if its bytes differ.</summary>
    public static void Write(string file, string content)
    {
        var bytes = _utf8.GetBytes(content);
        if (!HasBytes(file, bytes))
        {
            WriteBytes(file, bytes);
        }
    }

    /// <summary>Writes the file if it differs in more than line breaks, which version control may have converted.</summary>
    public static void WriteCheckedIn(string file, string content)
    {
        if (FirstDifference(file, content) != null)
        {
            WriteBytes(file, _utf8.GetBytes(content));
        }
    }

    /// <summary>The text of the file; null if there is no file.</summary>
    public static string? Read(string file) => File.Exists(file) ? _utf8.GetString(File.ReadAllBytes(file)) : null;

    /// <summary>Writes the file even if its content is the same, so that its timestamp is the time of the build.</summary>
    public static void WriteAlways(string file, string content) => WriteBytes(file, _utf8.GetBytes(content));

    /// <summary>Returns the number of the first line in which the file differs from the text. If the file does not exist, returns 1. If only line breaks differ, or nothing does, returns null.</summary>
    public static int? FirstDifference(string file, string content)
    {
        if (!File.Exists(file))
        {
            return 1;
        }

        var actual = File.ReadAllText(file, _utf8).Replace("\r\n", "\n");
        var expected = content.Replace("\r\n", "\n");
        if (string.Equals(actual, expected, StringComparison.Ordinal))
        {
            return null;
        }

        var line = 1;
        for (var index = 0; index < actual.Length && index < expected.Length && actual[index] == expected[index]; index++)
        {
            line += actual[index] == '\n' ? 1 : 0;
        }

        return line;
    }

    /// <summary>Deletes every file below the folder except those of the paths, and the folders that become empty. Returns whether it deleted a file.</summary>
    public static bool DeleteAllBut(string folder, ICollection<string> paths)
    {
        if (!Directory.Exists(folder))
        {
            return false;
        }

        var keep = new HashSet<string>(paths.Select(path => Path.GetFullPath(ArtifactPath.Combine(folder, path))), StringComparer.Ordinal);
        var deleted = false;
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (!keep.Contains(Path.GetFullPath(file)))
            {
                File.Delete(file);
                deleted = true;
            }
        }

        DeleteEmptyFolders(folder);
        return deleted;
    }

    /// <summary>Deletes one artifact below a folder that may also contain other files, and the folders that become empty.</summary>
    public static void Delete(string folder, string path)
    {
        var file = ArtifactPath.Combine(folder, path);
        if (!File.Exists(file))
        {
            return;
        }

        File.Delete(file);
        for (var remaining = path; remaining.LastIndexOf('/') is > 0 and var slash;)
        {
            remaining = remaining.Substring(0, slash);
            var parent = ArtifactPath.Combine(folder, remaining);
            if (Directory.EnumerateFileSystemEntries(parent).Any())
            {
                return;
            }

            Directory.Delete(parent);
        }
    }

    /// <summary>Deletes the folder and its subfolders. A folder that has a file in it or below it stays.</summary>
    public static void DeleteEmptyFolders(string folder)
    {
        foreach (var inner in Directory.GetDirectories(folder))
        {
            DeleteEmptyFolders(inner);
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    private static bool HasBytes(string file, byte[] bytes)
    {
        var info = new FileInfo(file);
        return info.Exists && info.Length == bytes.Length && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes);
    }

    /// <summary>Writes, and retries on failure: two target frameworks of one project may write the same checked-in file at the same time.</summary>
    private static void WriteBytes(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                File.WriteAllBytes(file, bytes);
                return;
            }
            catch (IOException) when (attempt < WriteAttempts)
            {
                Thread.Sleep(20);
            }
        }
    }
}

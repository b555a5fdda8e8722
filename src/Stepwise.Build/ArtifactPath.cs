namespace Stepwise.Build;

/// <summary>The rules for an artifact's path: it must name the same file on every system, and the file must be below the folder that it is written to.</summary>
internal static class ArtifactPath
{
    private static readonly char[] _forbidden = ['\\', ':', '<', '>', '"', '|', '?', '*'];

    private static readonly HashSet<string> _devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>Returns what is wrong with a path, or null if the path is valid.</summary>
    public static string? Objection(string path)
    {
        if (path.Length == 0)
        {
            return "it is empty";
        }

        if (path[0] == '/')
        {
            return "it starts at the root";
        }

        if (path.IndexOfAny(_forbidden) is >= 0 and var position)
        {
            return $"it contains '{path[position]}'";
        }

        if (path.Any(char.IsControl))
        {
            return "it contains a control character";
        }

        foreach (var segment in path.Split('/'))
        {
            if (segment.Length == 0)
            {
                return "it has an empty segment";
            }

            if (segment is "." or "..")
            {
                return $"it contains the segment '{segment}'";
            }

            if (segment[segment.Length - 1] is '.' or ' ')
            {
                return $"its segment '{segment}' ends with a dot or a space";
            }

            if (_devices.Contains(segment.Split('.')[0]))
            {
                return $"its segment '{segment}' is the name of a device on Windows";
            }
        }

        return null;
    }

    public static string Combine(string folder, string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
}

using System.Globalization;
using System.Text;

namespace Stepwise.Build;

/// <summary>
/// Remembers from which artifacts the derived files of each workflow were rendered in the last build. If the artifacts of a workflow are the same, and its files are still as they were written,
/// the files are read and not rendered again. What another version of the task wrote, or what was written for other kinds, is ignored.
/// </summary>
/// <param name="directory">The folder of the files.</param>
/// <param name="stamp">What the rendering depends on besides the artifacts: the version of the task and the kinds.</param>
internal sealed class RenderedWorkflows(string directory, string stamp)
{
    /// <summary>The last line. A file without it was not written to its end, so it may lack files of a workflow.</summary>
    private const string End = "end";

    private readonly Dictionary<string, Entry> _before = new(StringComparer.Ordinal);
    private readonly StringBuilder _now = new(stamp + "\n");

    /// <summary>Reads what the last build wrote. A file that is missing, incomplete or of another version is ignored.</summary>
    public void Read(string file)
    {
        if (!File.Exists(file) || File.ReadAllLines(file) is not { Length: > 1 } lines || lines[0] != stamp || lines[lines.Length - 1] != End)
        {
            return;
        }

        Entry? entry = null;
        for (var i = 1; i < lines.Length - 1; i++)
        {
            var line = lines[i];
            if (line.Length < 18 || !ulong.TryParse(line.Substring(1, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash))
            {
                _before.Clear();
                return;
            }

            var name = line.Substring(17);
            if (line[0] == 'w')
            {
                entry = new Entry(hash);
                _before[name] = entry;
            }
            else
            {
                entry?.Files.Add((name, hash));
            }
        }
    }

    /// <summary>Returns the derived files of a workflow if they were rendered from the same artifacts and have not changed since; otherwise null.</summary>
    public List<WorkflowArtifact>? Find(string workflow, ulong source)
    {
        if (!_before.TryGetValue(workflow, out var entry) || entry.Source != source)
        {
            return null;
        }

        var files = new List<WorkflowArtifact>(entry.Files.Count);
        foreach (var (path, hash) in entry.Files)
        {
            if (ArtifactPath.Objection(path) is not null
                || ArtifactFolder.Read(ArtifactPath.Combine(directory, path)) is not { } content
                || TextHash.Of(content) != hash)
            {
                return null;
            }

            files.Add(new WorkflowArtifact(path, content));
        }

        return files;
    }

    /// <summary>Remembers the derived files of a workflow for the next build.</summary>
    public void Add(string workflow, ulong source, List<WorkflowArtifact> files)
    {
        Append('w', source, workflow);
        foreach (var file in files)
        {
            Append('f', TextHash.Of(file.Content), file.Path);
        }
    }

    public void Write(string file) => ArtifactFolder.Write(file, _now + End + "\n");

    private void Append(char kind, ulong hash, string name) => _now.Append(kind).Append(hash.ToString("x16", CultureInfo.InvariantCulture)).Append(name).Append('\n');

    private sealed class Entry(ulong source)
    {
        public ulong Source { get; } = source;

        public List<(string Path, ulong Hash)> Files { get; } = [];
    }
}

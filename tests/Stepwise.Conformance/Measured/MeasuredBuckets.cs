using Stepwise.Json;

namespace Stepwise.Conformance.Measured;

/// <summary>The objects of a case, as files in a folder that stands for S3. The folder is deleted at the end.</summary>
internal sealed class MeasuredBuckets : IDisposable
{
    /// <summary>Writes the objects.</summary>
    /// <param name="objects">The texts of the objects by <c>bucket/key</c>.</param>
    public MeasuredBuckets(JsonObject objects)
    {
        foreach (var member in objects.Members)
        {
            var file = Path.Combine(Folder, member.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, member.Value is JsonString text ? text.Value : member.Value.ToJson());
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("measured-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

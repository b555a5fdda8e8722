using System.Text;

namespace Stepwise.Local.Tests.Machine.Maps;

/// <summary>A folder that stands for S3, with a bucket named <c>bucket</c>; it goes with the test.</summary>
public sealed class BucketFixture : IDisposable
{
    public BucketFixture() => Directory.CreateDirectory(Path.Combine(Root, "bucket"));

    public string Root { get; } = Directory.CreateTempSubdirectory("stepwise-").FullName;

    public LocalOptions Options => new() { BucketFolder = Root };

    public void Put(string key, string text, Encoding? encoding = null) => Put(key, (encoding ?? new UTF8Encoding(false)).GetPreamble().Concat((encoding ?? new UTF8Encoding(false)).GetBytes(text)).ToArray());

    public void Put(string key, byte[] content)
    {
        var path = Path.Combine([Root, "bucket", .. key.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public string Get(string key) => File.ReadAllText(Path.Combine([Root, "bucket", .. key.Split('/')]));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

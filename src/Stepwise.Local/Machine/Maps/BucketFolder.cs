using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Stepwise.Json;

namespace Stepwise.Local.Machine.Maps;

/// <summary>The folder that stands for S3. It has a folder for each bucket, with a file for each key.</summary>
/// <param name="root">The folder, or null if the caller gave no folder.</param>
/// <param name="error">The error name of failures.</param>
internal sealed class BucketFolder(string? root, string error)
{
    /// <summary>Reads an object.</summary>
    /// <exception cref="MapRunException">The bucket or the object does not exist.</exception>
    public byte[] Read(string bucket, string key)
    {
        var file = PathOf(FolderOf(bucket), key);
        try
        {
            return file is not null && File.Exists(file) ? File.ReadAllBytes(file) : throw NoSuchKey();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MapRunException(error, $"The file that stands for the object '{key}' of the bucket '{bucket}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Writes an object. Its bucket must exist.</summary>
    /// <exception cref="MapRunException">The object cannot be written.</exception>
    public void Write(string bucket, string key, Action<Stream> content, out long size)
    {
        var file = PathOf(FolderOf(bucket), key) ?? throw new MapRunException(error, $"The key '{key}' leads out of the folder that stands for the bucket '{bucket}'.");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var stream = File.Create(file);
            content(stream);
            size = stream.Position;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MapRunException(error, $"The file that stands for the object '{key}' of the bucket '{bucket}' cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>The keys of a bucket that begin with a prefix, in the order in which S3 lists them.</summary>
    /// <exception cref="MapRunException">The bucket does not exist.</exception>
    public IReadOnlyList<string> Keys(string bucket, string prefix)
    {
        var folder = FolderOf(bucket);
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Describes an object as <c>ListObjectsV2</c> does, as an item of a Map.</summary>
    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "The ETag of an object in S3 is its MD5.")]
    public JsonObject Describe(string bucket, string key)
    {
        var file = PathOf(FolderOf(bucket), key)!;
        using var stream = File.OpenRead(file);
        return new JsonObject.Builder()
            .Add("Etag", "\"" + Convert.ToHexString(MD5.HashData(stream)).ToLowerInvariant() + "\"")
            .Add("Key", key)
            .Add("LastModified", new DateTimeOffset(File.GetLastWriteTimeUtc(file)).ToUnixTimeSeconds())
            .Add("Size", stream.Length)
            .Add("StorageClass", "STANDARD")
            .ToObject();
    }

    private string FolderOf(string bucket)
    {
        if (root is null)
        {
            throw new MapRunException(error, $"There is no folder that stands for S3, where the bucket '{bucket}' would be. Set LocalOptions.BucketFolder to a folder that has a folder for each bucket.");
        }

        var isName = bucket.Length > 0 && bucket is not ("." or "..") && bucket.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0;
        var folder = isName ? Path.Combine(Path.GetFullPath(root), bucket) : null;
        return folder is not null && Directory.Exists(folder) ? folder : throw new MapRunException(error, "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code: NoSuchBucket)");
    }

    /// <summary>The file for a key; null if the key leads out of the bucket or does not name a file.</summary>
    private static string? PathOf(string folder, string key)
    {
        if (key.Length == 0 || key.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(folder, key.TrimStart('/').Replace('/', Path.DirectorySeparatorChar)));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : null;
    }

    private MapRunException NoSuchKey() => new(error, "The specified key does not exist. (Service: Amazon S3; Status Code: 404; Error Code: NoSuchKey)");
}

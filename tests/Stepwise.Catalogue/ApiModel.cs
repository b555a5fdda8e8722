using System.IO.Compression;
using System.Text.Json;

namespace Stepwise.Catalogue;

/// <summary>A model of an API, as botocore has it.</summary>
internal sealed class ApiModel
{
    private readonly JsonElement _shapes;

    public ApiModel(JsonElement model)
    {
        var metadata = model.GetProperty("metadata");
        ServiceId = metadata.GetProperty("serviceId").GetString()!;
        SigningName = metadata.TryGetProperty("signingName", out var name) ? name.GetString()! : metadata.GetProperty("endpointPrefix").GetString()!;
        Operations = [.. model.GetProperty("operations").EnumerateObject().OrderBy(static operation => operation.Name, StringComparer.Ordinal)];
        _shapes = model.GetProperty("shapes");
    }

    public string ServiceId { get; }

    public string SigningName { get; }

    public IReadOnlyList<JsonProperty> Operations { get; }

    /// <summary>All members of all structures, as the model names them.</summary>
    public IEnumerable<string> MemberNames =>
        from shape in _shapes.EnumerateObject()
        where shape.Value.TryGetProperty("members", out _)
        from member in shape.Value.GetProperty("members").EnumerateObject()
        select member.Name;

    /// <summary>All pairs of a shape and a shape that stands in it.</summary>
    public IReadOnlyList<(string From, string To)> References() =>
    [
        .. from shape in _shapes.EnumerateObject()
           from target in TargetsOf(shape.Value)
           select (shape.Name, target.GetProperty("shape").GetString()!),
    ];

    public JsonElement Shape(string name) => _shapes.GetProperty(name);

    /// <summary>Reads the newest model of each service in botocore's folder <c>data</c>, in the order of the folders' names. Two folders with the same API give one model.</summary>
    public static IReadOnlyList<ApiModel> ReadAll(string folder)
    {
        var models = new Dictionary<string, ApiModel>(StringComparer.Ordinal);
        foreach (var service in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var newest = Directory.GetDirectories(service).Order(StringComparer.Ordinal).Select(static version => Path.Combine(version, "service-2.json.gz")).LastOrDefault(File.Exists);
            if (newest is not null)
            {
                var model = Read(newest);
                models.TryAdd(WireNames.Service(model.ServiceId), model);
            }
        }

        return [.. models.OrderBy(static model => model.Key, StringComparer.Ordinal).Select(static model => model.Value)];
    }

    /// <summary>Returns the version of the botocore that has the folder <c>data</c>.</summary>
    public static string VersionOf(string folder)
    {
        const string Assignment = "__version__ = '";
        var line = File.ReadLines(Path.Combine(folder, "..", "__init__.py")).FirstOrDefault(static line => line.StartsWith(Assignment, StringComparison.Ordinal))
            ?? throw new InvalidDataException($"'{folder}' is not the folder 'data' of botocore: the file '__init__.py' beside it has no __version__.");
        return line[Assignment.Length..].TrimEnd('\'');
    }

    private static IEnumerable<JsonElement> TargetsOf(JsonElement shape) =>
        shape.TryGetProperty("members", out var members) ? members.EnumerateObject().Select(static member => member.Value)
        : shape.TryGetProperty("member", out var item) ? [item]
        : shape.TryGetProperty("value", out var value) ? [value]
        : [];

    private static ApiModel Read(string file)
    {
        using var text = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        return new(JsonDocument.Parse(text).RootElement);
    }
}

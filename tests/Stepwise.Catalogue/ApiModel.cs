using System.IO.Compression;
using System.Text.Json;

namespace Stepwise.Catalogue;

/// <summary>A model of an API, as botocore has it.</summary>
internal sealed class ApiModel
{
    /// <summary>The services that the AWS SDK for Java 2 has under a second id, and that id. The API is the same.</summary>
    private static readonly Dictionary<string, string> _secondIds = new(StringComparer.Ordinal) { ["EventBridge"] = "CloudWatch Events" };

    private readonly JsonElement _shapes;

    /// <param name="model">The model.</param>
    /// <param name="serviceId">The id of the service, if it is not that of the model.</param>
    public ApiModel(JsonElement model, string? serviceId = null)
    {
        var metadata = model.GetProperty("metadata");
        ServiceId = serviceId ?? metadata.GetProperty("serviceId").GetString()!;
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
                var content = Read(newest);
                var model = new ApiModel(content);
                models.TryAdd(WireNames.Service(model.ServiceId), model);
                if (_secondIds.TryGetValue(model.ServiceId, out var second))
                {
                    models.Add(WireNames.Service(second), new ApiModel(content, second));
                }
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

    private static JsonElement Read(string file)
    {
        using var text = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        return JsonDocument.Parse(text).RootElement;
    }
}

using System.IO.Compression;
using System.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.Local.Machine.Maps;

/// <summary>The <c>ItemReader</c> of a distributed Map, with its fields evaluated. It reads items from the folder that stands for S3.</summary>
internal sealed class ItemReader
{
    private readonly JsonObject _config;
    private readonly JsonObject _parameters;
    private readonly string _action;
    private readonly long _maxItems;
    private readonly BucketFolder _buckets;
    private readonly Func<string, string?> _readText;

    /// <summary>Evaluates the fields.</summary>
    /// <exception cref="EvaluationException">A field cannot be evaluated.</exception>
    public ItemReader(JsonObject source, StateVisit visit)
    {
        var isJsonata = visit.Language == AslQueryLanguage.Jsonata;
        _config = source["ReaderConfig"] as JsonObject ?? JsonObject.Empty;
        _action = source["Resource"] is JsonString { Value: var resource } ? resource[(resource.LastIndexOf(':') + 1)..] : "";
        var field = isJsonata ? "Arguments" : "Parameters";
        _parameters = source[field] is { } template ? visit.Evaluate("ItemReader/" + field, template) as JsonObject ?? JsonObject.Empty : JsonObject.Empty;
        _maxItems = MapNumbers.Integer(visit, "MaxItems", _config["MaxItems"], (_config["MaxItemsPath"] as JsonString)?.Value) ?? 0;
        _buckets = new(visit.Execution.Options.BucketFolder, MapRunException.ReaderFailed);
        _readText = name => ConfigText(name, visit, isJsonata);
    }

    /// <summary>Reads the items.</summary>
    /// <returns>The items.</returns>
    /// <exception cref="MapRunException">The items cannot be read.</exception>
    public List<MapItem> Read()
    {
        if (_maxItems < 0)
        {
            throw Failure("field MaxItems must be positive");
        }

        var limit = _maxItems == 0 ? Limits.MapItems : Math.Min(_maxItems, Limits.MapItems);
        var items = _action switch
        {
            "listObjectsV2" => ReadListing(limit),
            "getObject" => ReadObject(Required("Bucket"), Required("Key"), limit),
            _ => throw Failure($"The ItemReader's Resource must be s3:getObject or s3:listObjectsV2, but ends with '{_action}'."),
        };
        try
        {
            return items.ToList();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MapRunException(MapRunException.ReaderFailed, $"The folder that stands for S3 cannot be read: {exception.Message}", exception);
        }
    }

    private IEnumerable<MapItem> ReadListing(long limit)
    {
        var bucket = Required("Bucket");
        var keys = _buckets.Keys(bucket, (_parameters["Prefix"] as JsonString)?.Value ?? "");
        if (_readText("Transformation") == "LOAD_AND_FLATTEN")
        {
            var type = _readText("InputType") ?? throw Failure("The Transformation LOAD_AND_FLATTEN needs an InputType: what the listed objects hold.");
            return keys.SelectMany(key => ReadContent(type, bucket, key, limit)).Take((int)Math.Min(limit, int.MaxValue));
        }

        return keys.Take((int)Math.Min(limit, int.MaxValue)).Select(key => new MapItem(_buckets.Describe(bucket, key), null, "S3://" + bucket));
    }

    private IEnumerable<MapItem> ReadObject(string bucket, string key, long limit)
    {
        var manifest = _readText("ManifestType");
        var type = _readText("InputType") ?? (manifest == "S3_INVENTORY" ? "MANIFEST" : null)
            ?? throw Failure("The ItemReader needs an InputType in its ReaderConfig: CSV, JSON, JSONL or MANIFEST.");
        if (manifest == "ATHENA_DATA")
        {
            return ReadAthena(type, bucket, key).Take((int)Math.Min(limit, int.MaxValue));
        }

        return type == "MANIFEST" ? ReadInventory(bucket, key).Take((int)Math.Min(limit, int.MaxValue)) : ReadContent(type, bucket, key, limit);
    }

    private IEnumerable<MapItem> ReadContent(string type, string bucket, string key, long limit)
    {
        var source = $"S3://{bucket}/{key}";
        switch (type)
        {
            case "CSV":
                return DelimitedItems.Read(ReadText(bucket, key), Delimiter(), Headers(), limit, source);
            case "JSON":
                return JsonItems.ReadDocument(ReadText(bucket, key), _readText("ItemsPointer"), limit, source);
            case "JSONL":
                return JsonItems.ReadLines(ReadText(bucket, key), limit, source);
            case "PARQUET":
                throw Failure($"'{source}' cannot be read: Parquet files are not read locally. Give the test the same rows as CSV, JSON or JSONL.");
            default:
                throw Failure($"The InputType '{type}' is not one of CSV, JSON, JSONL, PARQUET and MANIFEST.");
        }
    }

    /// <summary>The objects that the manifest of an S3 inventory lists in its CSV files.</summary>
    private IEnumerable<MapItem> ReadInventory(string bucket, string key)
    {
        if (!JsonValue.TryParse(ReadText(bucket, key), out var value, out var error) || value is not JsonObject manifest)
        {
            throw Failure($"The manifest 'S3://{bucket}/{key}' is not a JSON object.");
        }

        if ((manifest["fileFormat"] as JsonString)?.Value is not "CSV")
        {
            throw Failure($"The inventory of the manifest 'S3://{bucket}/{key}' must be in the format CSV.");
        }

        var destination = (manifest["destinationBucket"] as JsonString)?.Value ?? bucket;
        destination = destination[(destination.LastIndexOf(':') + 1)..];
        var columns = ((manifest["fileSchema"] as JsonString)?.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (columns.Length == 0 || manifest["files"] is not JsonArray files)
        {
            throw Failure($"The manifest 'S3://{bucket}/{key}' must have the members 'fileSchema' and 'files'.");
        }

        foreach (var file in files.OfType<JsonObject>().Select(file => file["key"]).OfType<JsonString>())
        {
            foreach (var item in DelimitedItems.Read(ReadText(destination, file.Value), ',', columns, long.MaxValue, $"S3://{destination}/{file.Value}"))
            {
                yield return item;
            }
        }
    }

    /// <summary>The rows of the files that a manifest of Athena lists. The manifest has one file on each line.</summary>
    private IEnumerable<MapItem> ReadAthena(string type, string bucket, string key)
    {
        var lines = new DelimitedText(ReadText(bucket, key), ',');
        while (lines.Read() is { } line)
        {
            if (!Uri.TryCreate(line[0], UriKind.Absolute, out var file) || !string.Equals(file.Scheme, "s3", StringComparison.OrdinalIgnoreCase))
            {
                throw Failure($"The manifest 'S3://{bucket}/{key}' must list one S3 URI to a line, but has '{line[0]}'.");
            }

            // The properties of Uri would change the case of the bucket and escape characters of the key.
            var rest = line[0]["s3://".Length..];
            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            foreach (var item in ReadContent(type, slash < 0 ? rest : rest[..slash], slash < 0 ? "" : rest[(slash + 1)..], long.MaxValue))
            {
                yield return item;
            }
        }
    }

    private string ReadText(string bucket, string key)
    {
        var bytes = _buckets.Read(bucket, key);
        if (bytes is [0x28, 0xB5, 0x2F, 0xFD, ..])
        {
            throw Failure($"'S3://{bucket}/{key}' cannot be read: files compressed by Zstandard are not read locally. Give the test the same rows plain or compressed by gzip.");
        }

        try
        {
            using Stream plain = new MemoryStream(bytes);
            using var stream = bytes is [0x1F, 0x8B, ..] ? new GZipStream(plain, CompressionMode.Decompress) : plain;

            // A byte order mark is not part of the text.
            using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (InvalidDataException exception)
        {
            throw new MapRunException(MapRunException.ReaderFailed, $"'S3://{bucket}/{key}' is compressed by gzip, but broken: {exception.Message}", exception);
        }
    }

    private char Delimiter() => _readText("CSVDelimiter") switch
    {
        null or "COMMA" => ',',
        "PIPE" => '|',
        "SEMICOLON" => ';',
        "SPACE" => ' ',
        "TAB" => '\t',
        var other => throw Failure($"The CSVDelimiter '{other}' is not one of COMMA, PIPE, SEMICOLON, SPACE and TAB."),
    };

    private List<string>? Headers() => _readText("CSVHeaderLocation") switch
    {
        "FIRST_ROW" => null,
        "GIVEN" => _config["CSVHeaders"] is JsonArray headers
            ? headers.Select(JsonText.ToText).ToList()
            : throw Failure("The CSVHeaderLocation GIVEN needs CSVHeaders: the names of the columns."),
        _ => throw Failure("A CSV file needs a CSVHeaderLocation: FIRST_ROW or GIVEN."),
    };

    private string Required(string name) => _parameters[name] switch
    {
        JsonString text => text.Value,
        null => throw Failure($"The ItemReader needs the parameter '{name}'."),
        var other => throw Failure($"The ItemReader's parameter '{name}' must be a string, but is {other.ToJson()}."),
    };

    private string? ConfigText(string name, StateVisit visit, bool isJsonata) => _config[name] switch
    {
        null => null,
        JsonString text when isJsonata => JsonataTemplate.Evaluate("ItemReader/ReaderConfig/" + name, text, JsonKind.String, visit.Scope) is JsonString value ? value.Value : null,
        JsonString text => text.Value,
        var other => other.ToJson(),
    };

    private static MapRunException Failure(string cause) => new(MapRunException.ReaderFailed, cause);
}

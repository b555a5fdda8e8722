using System.Globalization;
using System.Text.RegularExpressions;
using Stepwise.Json;
using Stepwise.StatesLanguage;

namespace Stepwise.Conformance.Asl;

/// <summary>Reads a folder of recorded executions, a file for each.</summary>
internal static partial class AslCaseReader
{
    private static readonly JsonReadOptions _reading = new() { DuplicateNames = DuplicateNames.Keep };

    /// <summary>Stand-ins of the recordings that would not be valid in a definition.</summary>
    private static readonly (string Recorded, string Valid)[] _resourceNames =
    [
        ("<test_aws_account_id>", "111111111111"),
        ("<secondary_test_aws_account_id>", "222222222222"),
        ("\"activity_arn\"", "\"arn:aws:states:us-east-1:111111111111:activity:activity_arn\""),
    ];

    /// <summary>Since then executions can be redriven, and the context object says how often.</summary>
    private static readonly DateTime _redrive = new(2023, 11, 15);

    /// <summary>Reads the cases of a folder and those below it. A file that is not laid out as a case gives one with a <see cref="AslCase.Problem"/>.</summary>
    public static IEnumerable<AslCase> Read(string folder)
        => Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(ReadFile);

    /// <summary>A recorded definition with valid ARNs in place of the recordings' stand-ins.</summary>
    public static string WithValidResources(string definition)
        => _resourceNames.Aggregate(definition, (text, name) => text.Replace(name.Recorded, name.Valid, StringComparison.Ordinal));

    private static AslCase ReadFile(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        try
        {
            return JsonValue.Parse(File.ReadAllText(file), _reading) is JsonObject content
                ? ReadCase(content.Text("name") ?? name, content)
                : throw new InvalidDataException("The case is not an object.");
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or JsonSyntaxException or FormatException)
        {
            return new(name, "broken") { Problem = exception.Message };
        }
    }

    /// <summary>Reads a case from the content of its file.</summary>
    /// <exception cref="InvalidDataException">A part of the case is missing.</exception>
    public static AslCase ReadCase(string name, JsonObject content)
    {
        var record = ReadRecord(content);
        var skips = content["localstackSkips"] is JsonArray paths ? paths.OfType<JsonString>() : [];
        var optional = skips.Select(path => AnyMember().Match(path.Value)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();
        return new(name, content.Text("group") ?? "")
        {
            Given = ReadGiven(content),
            Record = record,
            MockedRecord = record with { OptionalMembers = optional, Events = optional.Contains("events") ? null : record.Events },
        };
    }

    private static AslGiven ReadGiven(JsonObject content)
    {
        var definition = (content["definition"] as JsonObject ?? throw new InvalidDataException("The case has no definition.")).ToJson();
        var taskLog = content["taskLog"] as JsonArray;
        return new()
        {
            Definition = (JsonObject)JsonValue.Parse(WithValidResources(definition), _reading),
            Input = content["input"] ?? throw new InvalidDataException("The case has no input that is JSON."),
            Type = content.Text("type") == "EXPRESS" ? WorkflowType.Express : WorkflowType.Standard,
            Functions = content["lambda"] as JsonObject ?? JsonObject.Empty,
            TaskLog = taskLog is null ? null : [.. taskLog.OfType<JsonObject>()],
            Clock = content.Text("clock") is { } clock ? DateTimeOffset.Parse(clock, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null,
            Mocks = content["mockConfig"] is JsonObject configuration && content.Text("mockTestCase") is { } testCase ? new(configuration, testCase) : null,
            ReadsUnknownObjects = taskLog is null && definition.Contains("\"ItemReader\":", StringComparison.Ordinal),
        };
    }

    private static AslRecord ReadRecord(JsonObject content)
    {
        var isParallelSorted = content.Text("eventsOrder") == "parallel-sorted";
        var events = content["events"] is JsonArray history ? history.OfType<JsonObject>().ToList() : null;
        if (events is [.., { } last] && events[0]["id"] is JsonNumber first && last["id"] is JsonNumber end && first.ToDouble() > end.ToDouble())
        {
            events.Reverse();
        }

        return new()
        {
            Outcome = content["expected"] as JsonObject ?? throw new InvalidDataException("The case does not say what is expected."),
            Events = events is null || (isParallelSorted && HasNestedParallel(events)) ? null : events,
            IsParallelSorted = isParallelSorted,
            Placeholders = content["placeholders"] is JsonArray placeholders ? [.. placeholders.OfType<JsonString>().Select(placeholder => placeholder.Value)] : [],
            OptionalMembers = DateTime.TryParseExact(content.Text("recorded"), "dd-MM-yyyy, HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var recorded) && recorded < _redrive ? ["RedriveCount"] : [],
        };
    }

    /// <summary>The recordings of a Parallel within a Parallel have lost events.</summary>
    private static bool HasNestedParallel(List<JsonObject> events)
    {
        var isInside = false;
        foreach (var item in events)
        {
            var type = item.Text("type");
            if (isInside && (type is "ParallelStateEntered" or "ParallelStateStarted"))
            {
                return true;
            }

            isInside = type == "ParallelStateStarted" || (isInside && type is not ("ParallelStateExited" or "ParallelStateSucceeded" or "ParallelStateFailed" or "ParallelStateAborted"));
        }

        return false;
    }

    /// <summary>A path to members of a name, wherever they are.</summary>
    [GeneratedRegex(@"^\$\.\.(\w+)$", RegexOptions.CultureInvariant)]
    private static partial Regex AnyMember();
}

namespace Stepwise.StatesLanguage.Validation;

/// <summary>The fields of each type of state, by query language.</summary>
internal sealed class StateFields
{
    private static readonly string[] _everywhere = ["Type", "Comment", "QueryLanguage"];

    private StateFields(string both, string jsonPath, string jsonata)
    {
        Both = new(_everywhere.Concat(Words(both)), StringComparer.Ordinal);
        JsonPath = new(Words(jsonPath), StringComparer.Ordinal);
        Jsonata = new(Words(jsonata), StringComparer.Ordinal);
    }

    /// <summary>The fields of each type.</summary>
    public static IReadOnlyDictionary<string, StateFields> ByType { get; } = new Dictionary<string, StateFields>(StringComparer.Ordinal)
    {
        ["Task"] = new(
            "Resource Credentials TimeoutSeconds HeartbeatSeconds Assign Retry Catch Next End",
            "InputPath OutputPath ResultPath Parameters ResultSelector TimeoutSecondsPath HeartbeatSecondsPath",
            "Arguments Output"),
        ["Pass"] = new("Assign Next End", "InputPath OutputPath ResultPath Parameters Result", "Output"),
        ["Wait"] = new("Seconds Timestamp Assign Next End", "InputPath OutputPath SecondsPath TimestampPath", "Output"),
        ["Choice"] = new("Choices Default Assign", "InputPath OutputPath", "Output"),
        ["Succeed"] = new("", "InputPath OutputPath", "Output"),
        ["Fail"] = new("Error Cause", "ErrorPath CausePath", ""),
        ["Parallel"] = new("Branches Assign Retry Catch Next End", "InputPath OutputPath ResultPath Parameters ResultSelector", "Arguments Output"),
        ["Map"] = new(
            "ItemProcessor Iterator ItemReader ItemSelector ItemBatcher ResultWriter MaxConcurrency ToleratedFailurePercentage ToleratedFailureCount Label Assign Retry Catch Next End",
            "InputPath OutputPath ResultPath Parameters ResultSelector ItemsPath MaxConcurrencyPath ToleratedFailurePercentagePath ToleratedFailureCountPath",
            "Items Output"),
    };

    /// <summary>The fields that exist in both query languages.</summary>
    public HashSet<string> Both { get; }

    /// <summary>The fields that exist only in JSONPath.</summary>
    public HashSet<string> JsonPath { get; }

    /// <summary>The fields that exist only in JSONata.</summary>
    public HashSet<string> Jsonata { get; }

    private static string[] Words(string words) => words.Length == 0 ? [] : words.Split(' ');
}

namespace Stepwise.StatesLanguage;

/// <summary>The words of the States Language for the values of the model's enums.</summary>
internal static class Terms
{
    public const string JsonPath = "JSONPath";
    public const string Jsonata = "JSONata";
    public const string Standard = "STANDARD";
    public const string Express = "EXPRESS";
    public const string Inline = "INLINE";
    public const string Distributed = "DISTRIBUTED";

    public static string Of(AslQueryLanguage language) => language == AslQueryLanguage.Jsonata ? Jsonata : JsonPath;

    public static string Of(StateMachineType type) => type == StateMachineType.Express ? Express : Standard;

    public static string Of(ProcessorMode mode) => mode == ProcessorMode.Distributed ? Distributed : Inline;

    /// <summary>The query language of a word; null if the word is not a query language.</summary>
    public static AslQueryLanguage? LanguageOf(string? word) => word switch
    {
        JsonPath => AslQueryLanguage.JsonPath,
        Jsonata => AslQueryLanguage.Jsonata,
        _ => null,
    };

    /// <summary>The type of a word; null if the word is not a type.</summary>
    public static StateMachineType? TypeOf(string? word) => word switch
    {
        Standard => StateMachineType.Standard,
        Express => StateMachineType.Express,
        _ => null,
    };

    /// <summary>The mode of a word; null if the word is not a mode.</summary>
    public static ProcessorMode? ModeOf(string? word) => word switch
    {
        Inline => ProcessorMode.Inline,
        Distributed => ProcessorMode.Distributed,
        _ => null,
    };
}

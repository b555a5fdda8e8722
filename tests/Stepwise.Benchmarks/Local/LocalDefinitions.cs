namespace Stepwise.Benchmarks.Local;

/// <summary>The definitions that are run.</summary>
internal static class LocalDefinitions
{
    /// <summary>A Pass that counts and a Choice that goes back to it, 10,001 states in all.</summary>
    public const string CountInJsonPath = """
        {"StartAt":"Count","States":{
          "Count":{"Type":"Pass","Parameters":{"n.$":"States.MathAdd($.n, 1)"},"Next":"More?"},
          "More?":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericLessThan":5000,"Next":"Count"}],"Default":"Done"},
          "Done":{"Type":"Succeed"}}}
        """;

    /// <summary>The same in JSONata, with the data.</summary>
    public const string CountInJsonata = """
        {"QueryLanguage":"JSONata","StartAt":"Count","States":{
          "Count":{"Type":"Pass","Output":{"n":"{% $states.input.n + 1 %}"},"Next":"More?"},
          "More?":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.n < 5000 %}","Next":"Count"}],"Default":"Done"},
          "Done":{"Type":"Succeed"}}}
        """;

    /// <summary>The same in JSONata, with a variable.</summary>
    public const string CountInVariable = """
        {"QueryLanguage":"JSONata","StartAt":"Begin","States":{
          "Begin":{"Type":"Pass","Assign":{"n":0},"Next":"Count"},
          "Count":{"Type":"Pass","Assign":{"n":"{% $n + 1 %}"},"Next":"More?"},
          "More?":{"Type":"Choice","Choices":[{"Condition":"{% $n < 5000 %}","Next":"Count"}],"Default":"Done"},
          "Done":{"Type":"Succeed"}}}
        """;

    /// <summary>A Pass and a Choice that computes nothing but a comparison, until the history is full.</summary>
    public const string Plain = """
        {"StartAt":"Pass","States":{
          "Pass":{"Type":"Pass","Next":"Again?"},
          "Again?":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericLessThan":5000,"Next":"Pass"}],"Default":"Done"},
          "Done":{"Type":"Succeed"}}}
        """;

    /// <summary>An inline Map over <c>$.items</c>, two states for each item.</summary>
    public const string Map = """
        {"StartAt":"Each","States":{"Each":{"Type":"Map","ItemsPath":"$.items","End":true,"ItemProcessor":{"StartAt":"Wrap","States":{
          "Wrap":{"Type":"Pass","Parameters":{"item.$":"$"},"Next":"Wait"},
          "Wait":{"Type":"Wait","Seconds":1,"End":true}}}}}}
        """;

    /// <summary>A distributed Map over <c>$.items</c>, whose children are Express executions of two states.</summary>
    public const string DistributedMap = """
        {"StartAt":"Each","States":{"Each":{"Type":"Map","ItemsPath":"$.items","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"StartAt":"Wrap","States":{
          "Wrap":{"Type":"Pass","Parameters":{"item.$":"$"},"Next":"Wait"},
          "Wait":{"Type":"Wait","Seconds":1,"End":true}}}}}}
        """;

    /// <summary>A Parallel of ten branches of a Pass and a Wait, a hundred times: 100 turns of 22 states, and one.</summary>
    public static string Parallel { get; } = """
        {"QueryLanguage":"JSONata","StartAt":"Begin","States":{
          "Begin":{"Type":"Pass","Assign":{"n":0},"Next":"Fork"},
          "Fork":{"Type":"Parallel","Branches":[BRANCHES],"Assign":{"n":"{% $n + 1 %}"},"Output":{},"Next":"More?"},
          "More?":{"Type":"Choice","Choices":[{"Condition":"{% $n < 100 %}","Next":"Fork"}],"Default":"Done"},
          "Done":{"Type":"Succeed"}}}
        """.Replace("BRANCHES", string.Join(',', Enumerable.Range(0, 10).Select(Branch)), StringComparison.Ordinal);

    private static string Branch(int i) => FormattableString.Invariant(
        $$$$"""{"StartAt":"A{{{{i}}}}","States":{"A{{{{i}}}}":{"Type":"Pass","Next":"B{{{{i}}}}"},"B{{{{i}}}}":{"Type":"Wait","Seconds":1,"End":true}}}""");
}

namespace Stepwise.StatesLanguage.Validation;

/// <summary>What a token of JSONata is.</summary>
internal enum JsonataTokenKind
{
    Name,
    QuotedName,
    Variable,
    Text,
    Number,
    Regex,
    Operator,
}

/// <summary>A token of JSONata.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The token; for names and variables without quotes and <c>$</c>.</param>
internal readonly record struct JsonataToken(JsonataTokenKind Kind, string Text)
{
    public bool Is(string symbol) => Kind == JsonataTokenKind.Operator && Text == symbol;
}

using Stepwise.Json;

namespace Stepwise.Jsonata.Evaluation;

/// <summary>A regular expression as a function.</summary>
internal sealed class RegexFunction(string pattern, string flags, int position) : JsonataFunction
{
    public override int Arity => 2;

    public override JsonValue? Invoke(JsonValue?[] arguments, JsonValue? input, Evaluation evaluation)
        => throw new JsonataException("D1004") { Position = position, Value = new JsonString(pattern + flags) };
}

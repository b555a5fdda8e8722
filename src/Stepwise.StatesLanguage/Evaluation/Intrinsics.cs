using System.Globalization;
using Stepwise.Json;
using Stepwise.StatesLanguage.Paths;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Evaluates calls of intrinsic functions, such as <c>States.Format('{}', $.name)</c>. Parsed calls are cached.</summary>
internal static class Intrinsics
{
    private static readonly ParsedTexts<IntrinsicCall> _parsed = new(static text
        => IntrinsicCall.TryParse(text, out var call, out var error) ? call : throw new EvaluationException(ErrorNames.Runtime, $"The function '{text}' is not valid: {error.Message}"));

    /// <summary>Evaluates a call.</summary>
    /// <param name="text">The call, as a template contains it.</param>
    /// <param name="scope">The data that its paths read.</param>
    /// <returns>The result.</returns>
    /// <exception cref="EvaluationException"><c>States.IntrinsicFailure</c>: the function does not accept an argument. <c>States.Runtime</c>: a path finds nothing.</exception>
    public static JsonValue Evaluate(string text, EvaluationScope scope)
    {
        try
        {
            return Evaluate(_parsed.Of(text), text, scope);
        }
        catch (InsufficientExecutionStackException exception)
        {
            throw JsonText.TooDeep(exception);
        }
    }

    private static JsonValue Evaluate(IntrinsicCall call, string text, EvaluationScope scope)
    {
        var arguments = new JsonValue[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = call.Arguments[i] switch
            {
                LiteralArgument literal => literal.Value,
                CallArgument nested => Evaluate(nested.Call, text, scope),
                PathArgument { Path: var path } => JsonPath.TrySelect(path, scope, out var value, out _)
                    ? value
                    : throw new EvaluationException(ErrorNames.Runtime, $"The function '{text}' had the following error: The JsonPath argument for the field '{path.Text}' could not be found in the input '{scope.InputText}'"),
                _ => throw new NotSupportedException(),
            };
        }

        return new Invocation(call, text, arguments, scope).Result();
    }

    /// <summary>One call with the values of its arguments.</summary>
    private sealed class Invocation(IntrinsicCall call, string text, JsonValue[] arguments, EvaluationScope scope)
    {
        public JsonValue Result() => call.Function switch
        {
            "States.Format" => Format(),
            "States.StringToJson" => StringToJson(Text(0)),
            "States.JsonToString" => JsonText.Of(arguments[0]),
            "States.Array" => JsonArray.Create(arguments),
            "States.ArrayPartition" => Partition(Array(0), Integer(1)),
            "States.ArrayContains" => Array(0).Contains(arguments[1]),
            "States.ArrayRange" => Range(Integer(0), Integer(1), Integer(2)),
            "States.ArrayGetItem" => Item(Array(0), Integer(1)),
            "States.ArrayLength" => Array(0).Count,
            "States.ArrayUnique" => new JsonArray(Array(0).Distinct()),
            "States.Base64Encode" => StatesFunctions.EncodeBase64(Short(0)),
            "States.Base64Decode" => StatesFunctions.TryDecodeBase64(Short(0), out var decoded) ? decoded : throw Failure("The argument is not valid Base64."),
            "States.Hash" => StatesFunctions.TryHash(arguments[0] is JsonString ? Short(0) : JsonText.Of(arguments[0]), Text(1), out var hash)
                ? hash
                : throw Failure("The algorithm must be one of " + StatesFunctions.HashAlgorithms + "."),
            "States.JsonMerge" => Merge(),
            "States.MathRandom" => RandomNumber(),
            "States.MathAdd" => Integer(0) + Integer(1),
            "States.StringSplit" => Split(Text(0), Text(1)),
            "States.UUID" => StatesFunctions.Uuid(scope.Random),
            _ => throw Failure("There is no such function."),
        };

        private JsonValue Format()
        {
            var template = call.Arguments[0] is LiteralArgument { Template: { } literal } ? literal : Text(0);
            return StatesFunctions.TryFormat(template, arguments.AsSpan(1), out var result)
                ? result
                : throw Failure("The number of arguments does not match the number of occurrences of {} in the template.");
        }

        private JsonValue StringToJson(string json)
        {
            // AWS's reader reads a text without a value as null.
            if (string.IsNullOrWhiteSpace(json))
            {
                return JsonNull.Instance;
            }

            return JsonValue.TryParse(json, new() { DuplicateNames = DuplicateNames.Keep }, out var value, out var error)
                ? DuplicateMembers.RemovedThroughout(value)
                : throw Failure("The argument is not valid JSON: " + error.Message);
        }

        private JsonArray Partition(JsonArray items, long size)
            => size > 0 ? StatesFunctions.Partition(items, size) : throw Failure("The chunk size must be a positive integer.");

        private JsonArray Range(long first, long last, long step)
        {
            if (step == 0)
            {
                throw Failure("The step must not be 0.");
            }

            return StatesFunctions.TryRange(first, last, step, out var range)
                ? range
                : throw Failure($"The range has more than {StatesFunctions.MaxRangeLength.ToString(CultureInfo.InvariantCulture)} elements.");
        }

        private JsonValue Item(JsonArray items, long index)
            => index >= 0 && index < items.Count
                ? items[(int)index]
                : throw Failure($"The index {index.ToString(CultureInfo.InvariantCulture)} is out of bounds for an array of length {items.Count.ToString(CultureInfo.InvariantCulture)}.");

        private JsonObject Merge()
        {
            if (arguments[2] != JsonBoolean.False)
            {
                throw Failure("The third argument must be false: there is only the shallow merge.");
            }

            return StatesFunctions.Merge(Object(0), Object(1));
        }

        private JsonValue RandomNumber()
        {
            var (start, end) = (Integer(0), Integer(1));
            if (start >= end)
            {
                throw Failure("The start must be less than the end.");
            }

            return (arguments.Length > 2 ? StatesFunctions.Seeded(Integer(2)) : scope.Random).NextInt64(start, end);
        }

        private static JsonArray Split(string value, string delimiters)
            => new(value.Split(delimiters.ToCharArray() is { Length: > 0 } characters ? characters : ['\0'], StringSplitOptions.RemoveEmptyEntries).Select(part => (JsonValue)part));

        private JsonArray Array(int index) => arguments[index] as JsonArray ?? throw Expected(index, "an array");

        private JsonObject Object(int index) => arguments[index] as JsonObject ?? throw Expected(index, "an object");

        private string Text(int index) => arguments[index] is JsonString value ? value.Value : throw Expected(index, "a string");

        private string Short(int index)
            => Text(index) is { Length: <= StatesFunctions.MaxTextLength } value
                ? value
                : throw Failure($"The argument is longer than {StatesFunctions.MaxTextLength.ToString(CultureInfo.InvariantCulture)} characters.");

        /// <summary>Rounds a number as Java's <c>Math.round</c> does: to the nearest integer, and halves up.</summary>
        private long Integer(int index)
        {
            if (arguments[index] is not JsonNumber number)
            {
                throw Expected(index, "a number");
            }

            var rounded = Math.Floor(number.ToDouble() + 0.5);
            return rounded is >= int.MinValue and <= int.MaxValue
                ? (long)rounded
                : throw Failure($"The number {number} is not between {int.MinValue.ToString(CultureInfo.InvariantCulture)} and {int.MaxValue.ToString(CultureInfo.InvariantCulture)}.");
        }

        private EvaluationException Expected(int index, string what)
            => Failure($"Argument {(index + 1).ToString(CultureInfo.InvariantCulture)} of {call.Function} must be {what}, but was: {JsonText.Of(arguments[index])}");

        private EvaluationException Failure(string why) => new(ErrorNames.IntrinsicFailure, $"The function '{text}' had the following error: {why}");
    }
}

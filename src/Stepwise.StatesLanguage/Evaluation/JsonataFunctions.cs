using System.Globalization;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.Jsonata;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>The functions that Step Functions adds to JSONata (<c>$partition</c>, <c>$range</c>, <c>$hash</c>, <c>$random</c>, <c>$uuid</c>, <c>$parse</c>), and <c>$eval</c>, which it does not support.</summary>
internal static class JsonataFunctions
{
    /// <summary>The greatest number of items of a sequence. AWS limits the memory of an evaluation; this is the longest range that it evaluates.</summary>
    private const int MaxItems = 873_782;

    /// <summary>The greatest length of a text. AWS evaluates one of 2^22 characters and refuses one of 2^23; the memory of the longest range lies between.</summary>
    private const int MaxTextLength = MaxItems * 8;

    /// <summary>The greatest number of items that <c>$range</c> gives, which needs more memory for each of them.</summary>
    private const int MaxRangeLength = 360_145;

    private static readonly ConditionalWeakTable<Random, JsonataOptions> _known = [];

    /// <summary>Returns the options of expressions, without their variables: the functions, the source of random numbers and UUIDs, and the clock.</summary>
    /// <param name="scope">The data that the expressions read.</param>
    public static JsonataOptions OptionsFor(EvaluationScope scope)
    {
        var options = _known.GetValue(scope.Random, static random => new()
        {
            Dialect = JsonataDialect.StepFunctions,
            Functions = Make(random),
            Random = random,
            AllowFunctionResults = false,
            MaxSequenceLength = MaxItems,
            MaxStringLength = MaxTextLength,
        });
        if (ReferenceEquals(options.TimeProvider, scope.TimeProvider) && options.TimeLimit == scope.TimeLimit)
        {
            return options;
        }

        // Usually, each source of random numbers is used with one clock.
        options = options with { TimeProvider = scope.TimeProvider, TimeLimit = scope.TimeLimit };
        _known.AddOrUpdate(scope.Random, options);
        return options;
    }

    private static Dictionary<string, JsonataFunctionDefinition> Make(Random random) => new(StringComparer.Ordinal)
    {
        ["partition"] = new("<an?:a>", static arguments => Partition(arguments[0], arguments[1])),
        ["range"] = new("<nnn?:a>", static arguments => Range(arguments[0], arguments[1], arguments[2])),
        ["hash"] = new("<ss?:s>", static arguments => Hash(arguments[0], arguments[1])),
        ["random"] = new("<n?:n>", arguments => arguments.Count > 0 && arguments[0] is JsonNumber seed ? JavaRandom.FirstDouble(Truncated(seed)) : random.NextDouble()),
        ["uuid"] = new("<:s>", _ => StatesFunctions.Uuid(random)),
        ["parse"] = new("<s:x>", static arguments => Parse(arguments[0])),
        ["eval"] = new(2, static _ => throw new StatesFunctionException("T1006: Attempted to invoke a non-function")),
    };

    private static JsonArray? Partition(JsonValue? items, JsonValue? size)
    {
        if (items is null || size is null)
        {
            return null;
        }

        var length = Truncated(size);
        if (length < 0)
        {
            throw new StatesFunctionException("D3137: Second argument must be zero or greater");
        }

        // No value, and not an empty array.
        return length == 0 || ((JsonArray)items).Count == 0 ? null : StatesFunctions.Partition((JsonArray)items, length);
    }

    /// <summary>Returns a range as a sequence. A range of one number is that number. Returns null if the range has no numbers, which stands for nothing in JSONata.</summary>
    private static JsonValue? Range(JsonValue? first, JsonValue? last, JsonValue? step)
    {
        if (first is null || last is null || step is null)
        {
            return null;
        }

        var start = Truncated(first);
        var end = Truncated(last);
        var delta = Truncated(step);
        if (delta == 0 || (delta > 0 ? start > end : start < end))
        {
            return null;
        }

        var count = (((Int128)end - start) / delta) + 1;
        if (count > MaxRangeLength)
        {
            throw new StatesFunctionException($"$range gives {MaxRangeLength.ToString(CultureInfo.InvariantCulture)} numbers at most.") { IsOverMemory = true };
        }

        var items = new JsonValue[(int)count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = new JsonNumber(start + (i * delta));
        }

        return items.Length == 1 ? items[0] : JsonArray.Create(items);
    }

    private static JsonValue? Hash(JsonValue? text, JsonValue? algorithm)
    {
        if (text is null || algorithm is null)
        {
            return null;
        }

        return StatesFunctions.TryHash(((JsonString)text).Value, ((JsonString)algorithm).Value, out var hash)
            ? hash
            : throw new StatesFunctionException("D3137: The algorithm of $hash must be one of " + StatesFunctions.HashAlgorithms + ".");
    }

    private static JsonValue? Parse(JsonValue? text)
    {
        if (text is null)
        {
            return null;
        }

        return JsonValue.TryParse(((JsonString)text).Value, new() { DuplicateNames = DuplicateNames.Keep }, out var value, out var error)
            ? DuplicateMembers.RemovedThroughout(value)
            : throw new StatesFunctionException("D3137: The argument of $parse is not valid JSON: " + error.Message);
    }

    /// <summary>Rounds a number towards zero, as Java does: a number that is too large becomes the largest one.</summary>
    private static long Truncated(JsonValue value)
    {
        var number = (JsonNumber)value;
        if (number.TryGetInt64(out var integer))
        {
            return integer;
        }

        return number.ToDouble() switch
        {
            >= long.MaxValue => long.MaxValue,
            <= long.MinValue => long.MinValue,
            var fraction => (long)fraction,
        };
    }
}

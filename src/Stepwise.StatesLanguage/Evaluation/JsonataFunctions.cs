using System.Globalization;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.Jsonata;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>The functions that Step Functions adds to JSONata (<c>$partition</c>, <c>$range</c>, <c>$hash</c>, <c>$random</c>, <c>$uuid</c>, <c>$parse</c>), and <c>$eval</c>, which it does not support.</summary>
internal static class JsonataFunctions
{
    private static readonly ConditionalWeakTable<Random, JsonataOptions> _known = [];

    /// <summary>Returns the options of expressions, without their variables: the functions, the source of random numbers and UUIDs, and the clock.</summary>
    /// <param name="scope">The data that the expressions read.</param>
    public static JsonataOptions OptionsFor(EvaluationScope scope)
    {
        var options = _known.GetValue(scope.Random, static random => new() { Functions = Make(random), Random = random, AllowFunctionResults = false });
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
        ["partition"] = new("<an:a>", static arguments => Partition(arguments[0], arguments[1])),
        ["range"] = new("<nnn:a>", static arguments => Range(arguments[0], arguments[1], arguments[2])),
        ["hash"] = new("<ss:s>", static arguments => Hash(arguments[0], arguments[1])),
        ["random"] = new("<n?:n>", arguments => (arguments.Count > 0 && arguments[0] is JsonNumber seed ? StatesFunctions.Seeded(seed.ToDouble()) : random).NextDouble()),
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

        var length = Integer("partition", size);
        return length > 0 ? StatesFunctions.Partition((JsonArray)items, length) : throw new StatesFunctionException("The chunk size of $partition must be a positive integer.");
    }

    /// <summary>Returns a range as a sequence: a range of one number is the number, and an empty range is no value.</summary>
    private static JsonValue? Range(JsonValue? first, JsonValue? last, JsonValue? step)
    {
        if (first is null || last is null || step is null)
        {
            return null;
        }

        var delta = Integer("range", step);
        if (delta == 0)
        {
            throw new StatesFunctionException("The step of $range must not be 0.");
        }

        if (!StatesFunctions.TryRange(Integer("range", first), Integer("range", last), delta, out var range))
        {
            throw new StatesFunctionException($"The result of $range has more than {StatesFunctions.MaxRangeLength.ToString(CultureInfo.InvariantCulture)} elements.");
        }

        return range.Count switch
        {
            0 => null,
            1 => range[0],
            _ => range,
        };
    }

    private static JsonValue? Hash(JsonValue? text, JsonValue? algorithm)
    {
        if (text is null || algorithm is null)
        {
            return null;
        }

        return StatesFunctions.TryHash(((JsonString)text).Value, ((JsonString)algorithm).Value, out var hash)
            ? hash
            : throw new StatesFunctionException("The algorithm of $hash must be one of " + StatesFunctions.HashAlgorithms + ".");
    }

    private static JsonValue? Parse(JsonValue? text)
    {
        if (text is null)
        {
            return null;
        }

        return JsonValue.TryParse(((JsonString)text).Value, new() { DuplicateNames = DuplicateNames.Keep }, out var value, out var error)
            ? DuplicateMembers.RemovedThroughout(value)
            : throw new StatesFunctionException("The argument of $parse is not valid JSON: " + error.Message);
    }

    private static long Integer(string function, JsonValue value)
        => value is JsonNumber number && number.TryGetInt64(out var integer) && integer is >= int.MinValue and <= int.MaxValue
            ? integer
            : throw new StatesFunctionException($"${function} takes integers, but was given: {JsonText.Of(value)}");
}

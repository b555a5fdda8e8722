using System.Globalization;
using Stepwise.Json;

namespace Stepwise.Jsonata.Tests.Evaluation;

/// <summary>Makes expressions of a grammar and data for them; the same ones for the same seed.</summary>
internal sealed class RandomExpressions(int seed)
{
    private static readonly string[] _names = ["a", "b", "c", "d"];
    private static readonly string[] _functions = ["sum", "count", "string", "keys", "append", "exists", "boolean", "not", "merge", "reverse", "distinct", "type", "sort", "max", "length", "number", "join", "spread", "zip", "uppercase", "lookup"];
    private static readonly string[] _operators = [" + ", " - ", " * ", " % ", " & ", " = ", " != ", " < ", " >= ", " and ", " or ", " in "];

    // A fixed sequence of numbers for a seed is what a test wants.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);
#pragma warning restore CA5394

    public string Expression(int depth)
    {
        if (depth <= 0)
        {
            return Leaf();
        }

        return Next(22) switch
        {
            0 => Expression(depth - 1) + Pick(_operators) + Expression(depth - 1),
            1 or 2 or 3 => Path(depth),
            4 => $"[{Expression(depth - 1)}, {Expression(depth - 1)}]",
            5 => $"{{'x': {Expression(depth - 1)}, 'y': {Expression(depth - 1)}}}",
            6 => $"({Expression(depth - 1)})",
            7 => $"($x := {Expression(depth - 1)}; {Expression(depth - 1)})",
            8 => $"({Expression(depth - 1)} ? {Expression(depth - 1)} : {Expression(depth - 1)})",
            9 => $"${Pick(_functions)}({Expression(depth - 1)})",
            10 => $"${Pick(_functions)}({Expression(depth - 1)}, {Expression(depth - 1)})",
            11 => $"$map({Expression(depth - 1)}, function($x, $y){{ {Expression(depth - 1)} }})",
            12 => $"$filter({Expression(depth - 1)}, function($x){{ {Expression(depth - 1)} }})",
            13 => $"$reduce({Expression(depth - 1)}, function($x, $y){{ {Expression(depth - 1)} }})",
            14 => $"{Path(depth)}{{{Expression(depth - 1)}: {Expression(depth - 1)}}}",
            15 => $"{Path(depth)}^({(Next(2) == 0 ? ">" : "")}{Expression(depth - 1)})",
            16 => $"({Expression(depth - 1)})[{Expression(depth - 1)}]",
            17 => $"({Expression(depth - 1)} ~> ${Pick(_functions)})",
            18 => $"(function($x){{ {Expression(depth - 1)} }})({Expression(depth - 1)})",
            19 => $"({Path(depth - 1)} ~> |{Path(1)}|{{'z': {Expression(depth - 1)}}}{(Next(2) == 0 ? ", 'a'" : "")}|)",
            20 => $"[{Next(4)}..{Next(6)}]",
            _ => $"({Expression(depth - 1)}).({Expression(depth - 1)})",
        };
    }

    /// <summary>An object with members of all kinds.</summary>
    public JsonValue Data(int depth) => Next(depth <= 0 ? 6 : 11) switch
    {
        0 => JsonNull.Instance,
        1 => Next(2) == 0,
        2 or 3 => Next(5) - 1,
        4 => Pick(["x", "yy", "", "a"]),
        5 => 1.5,
        6 or 7 => new JsonArray(Enumerable.Range(0, Next(4)).Select(_ => Data(depth - 1))),
        _ => Members(depth),
    };

    public JsonValue Members(int depth) => JsonObject.Create([.. _names.Where(_ => Next(4) > 0).Select(name => (name, Data(depth - 1)))]);

    private string Path(int depth)
    {
        var path = Next(8) switch { 0 => "$", 1 => "$$", 2 => "$x", _ => Pick(_names) };
        for (var steps = Next(4); steps >= 0; steps--)
        {
            path += Next(14) switch
            {
                0 => ".*",
                1 => ".**",
                2 => ".%",
                3 => "[]",
                4 => $"[{(Next(3) - 1).ToString(CultureInfo.InvariantCulture)}]",
                5 => $"[{Expression(depth - 2)}]",
                6 => "@$v",
                7 => "#$i",
                8 => $".({Expression(depth - 2)})",
                9 => $".[{Expression(depth - 2)}]",
                10 => $".{{'k': {Expression(depth - 2)}}}",
                _ => "." + Pick(_names),
            };
        }

        return path;
    }

    private string Leaf() => Next(10) switch
    {
        0 => Next(4).ToString(CultureInfo.InvariantCulture),
        1 => "'x'",
        2 => Pick(["true", "false", "null"]),
        3 => "$",
        4 => Pick(["$x", "$y", "$v", "$i"]),
        5 => "missing",
        6 => "[]",
        _ => Pick(_names),
    };

    private string Pick(string[] from) => from[Next(from.Length)];

#pragma warning disable CA5394
    private int Next(int limit) => _random.Next(limit);
#pragma warning restore CA5394
}

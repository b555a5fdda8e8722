using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <content>Functions of numbers, casts, bits, times, and operators that C# lifts to values that may be null.</content>
internal sealed partial class RandomExpressions
{
    private static readonly string[] _durations =
        ["TimeSpan.Zero", "TimeSpan.FromMinutes(5)", "new TimeSpan(1, 2, 3, 4, 500)", "TimeSpan.FromSeconds(-1.5)", "TimeSpan.FromDays(1)", "TimeSpan.FromMilliseconds(1001)"];

    private static readonly string[] _dates = ["new DateOnly(2026, 1, 31)", "new DateOnly(2024, 2, 29)", "DateOnly.MinValue", "new DateOnly(1969, 12, 31)"];
    private static readonly string[] _marks = ["Marks.A", "Marks.B", "Marks.C", "Marks.AC"];

    /// <summary>A computed number, enum or time; null for a type of which there is none.</summary>
    private Node? ValueOfNumbers(TypeRef type, int depth, Scope scope) => type.Type switch
    {
        ScalarType { Scalar: Scalar.Int } => IntOf(depth, scope),
        ScalarType { Scalar: Scalar.Long } => _random.Next(4) switch
        {
            0 => new("cast", type, "(long)@", Value(_types.Double, depth - 1, scope)),
            1 => new("totalOf", type, OneOf(["@.ToUnixTimeSeconds()", "@.ToUnixTimeMilliseconds()"]), Value(_types.Instant, depth - 1, scope)) { IsPrimary = true },
            _ => MathOf(type, ["Math.Max(#, #)", "Math.Min(#, #)", "Math.Abs(#)"], depth, scope),
        },
        ScalarType { Scalar: Scalar.Double } => DoubleOf(type, depth, scope),
        ScalarType { Scalar: Scalar.Decimal } => MathOf(
            type, ["Math.Max(#, #)", "Math.Min(#, #)", "Math.Abs(#)", "Math.Floor(#)", "Math.Ceiling(#)", "Math.Truncate(#)", "Math.Round(#)", "Math.Round(#, MidpointRounding.AwayFromZero)"], depth, scope),
        ScalarType { Scalar: Scalar.Instant } => InstantOf(depth, scope),
        ScalarType { Scalar: Scalar.Duration } => DurationOf(depth, scope),
        ScalarType { Scalar: Scalar.Date } => new("moved", type, "@.AddDays(# % 400)", Value(_types.Date, depth - 1, scope), Value(_types.Int, depth - 1, scope)) { IsPrimary = true },
        EnumType { Name: "Marks" } => new("bits", type, OneOf(["@ & Marks.C", "@ & ~Marks.A", "@ | Marks.B", "@ ^ Marks.AC", "~@"]), Value(type, depth - 1, scope)),
        _ => null,
    };

    private Node MathOf(TypeRef type, string[] forms, int depth, Scope scope)
    {
        var form = OneOf(forms);
        return new("math", type, form, [.. form.Where(static character => character == '#').Select(_ => Value(type, depth - 1, scope))]) { IsPrimary = true };
    }

    private Node IntOf(int depth, Scope scope) => _random.Next(7) switch
    {
        0 => new("cast", _types.Int, "(int)@", Value(_random.Next(2) == 0 ? _types.Double : _types.Long, depth - 1, scope)),
        1 => new("cast", _types.Int, "(int)@", Value(_types.Marks, depth - 1, scope)),
        2 => new("bits", _types.Int, OneOf(["@ & 6", "@ | 5", "@ ^ 3", "@ >> 1", "~@", "@ & -4", "@ & 1"]), Value(_types.Int, depth - 1, scope)),
        3 => new("timePart", _types.Int, "@." + OneOf(["Days", "Hours", "Minutes", "Seconds", "Milliseconds"]), Value(_types.Duration, depth - 1, scope)) { IsPrimary = true },
        4 => new("timePart", _types.Int, "@." + OneOf(["Year", "Month", "Day", "DayNumber"]), Value(_types.Date, depth - 1, scope)) { IsPrimary = true },
        5 => new("timePart", _types.Int, "@.ToUniversalTime()." + OneOf(["Year", "Month", "Day", "Hour", "Minute", "Second", "Millisecond"]), Value(_types.Instant, depth - 1, scope)) { IsPrimary = true },
        _ => MathOf(_types.Int, ["Math.Max(#, #)", "Math.Min(#, #)", "Math.Abs(#)", "Math.Sign(#)", "Math.Clamp(#, -1, 3)", "Math.Clamp(#, #, #)", "int.Max(#, #)"], depth, scope),
    };

    private Node DoubleOf(TypeRef type, int depth, Scope scope) => _random.Next(4) switch
    {
        0 => new("cast", type, "(double)@", Value(_random.Next(2) == 0 ? _types.Int : _types.Decimal, depth - 1, scope)),
        1 => new("totalOf", type, "@." + OneOf(["TotalDays", "TotalHours", "TotalMinutes", "TotalSeconds", "TotalMilliseconds"]), Value(_types.Duration, depth - 1, scope)) { IsPrimary = true },
        _ => MathOf(
            type,
            ["Math.Max(#, #)", "Math.Min(#, #)", "Math.Abs(#)", "Math.Floor(#)", "Math.Ceiling(#)", "Math.Truncate(#)", "Math.Round(#)", "Math.Round(#, 1)", "Math.Round(#, MidpointRounding.AwayFromZero)", "Math.Round(#, 1, MidpointRounding.AwayFromZero)", "Math.Sqrt(Math.Abs(#))"],
            depth,
            scope),
    };

    /// <summary>A computed instant. The amounts are small, so that most results are in the range of DateTimeOffset.</summary>
    private Node InstantOf(int depth, Scope scope) => _random.Next(4) switch
    {
        0 => new("moved", _types.Instant, $"@ {OneOf(["+", "-"])} @", Value(_types.Instant, depth - 1, scope), Value(_types.Duration, depth - 1, scope)),
        1 => new("moved", _types.Instant, "@.ToUniversalTime()", Value(_types.Instant, depth - 1, scope)) { IsPrimary = true },
        _ => new("moved", _types.Instant, $"@.Add{OneOf(["Days", "Hours", "Minutes", "Seconds", "Milliseconds"])}(@ % 400)", Value(_types.Instant, depth - 1, scope), Value(_types.Int, depth - 1, scope)) { IsPrimary = true },
    };

    private Node DurationOf(int depth, Scope scope) => _random.Next(5) switch
    {
        0 or 1 => new("difference", _types.Duration, "@ - @", Value(_types.Instant, depth - 1, scope), Value(_types.Instant, depth - 1, scope)),
        2 => new("durationSum", _types.Duration, $"@ {OneOf(["+", "-"])} @", Value(_types.Duration, depth - 1, scope), Value(_types.Duration, depth - 1, scope)),
        3 => new("durationSum", _types.Duration, OneOf(["-@", "@ * 3", "@.Duration()"]), Value(_types.Duration, depth - 1, scope)),
        _ => new("fromUnits", _types.Duration, $"TimeSpan.From{OneOf(["Days", "Hours", "Minutes", "Seconds"])}(@ % 100)", Value(_types.Int, depth - 1, scope)) { IsPrimary = true },
    };

    private Node? ValueOrDefault(TypeRef type, int depth, Scope scope)
    {
        if (!type.Type.IsValueType || type.Type is ScalarType { Scalar: Scalar.Char })
        {
            return null;
        }

        return _random.Next(2) == 0
            ? new("valueOrDefault", type, "(#).GetValueOrDefault()", Value(type.Nullable, depth - 1, scope)) { IsPrimary = true }
            : new("valueOrDefault", type, "(#).GetValueOrDefault(#)", Value(type.Nullable, depth - 1, scope), Value(type, depth - 1, scope)) { IsPrimary = true };
    }

    /// <summary>An operator on values that may be null; null for a type of which there is none.</summary>
    private Node? Lifted(TypeRef type, int depth, Scope scope)
    {
        var other = _random.Next(3) == 0 ? type.NotNull : type.Nullable;
        switch (type.Type)
        {
            case ScalarType { Scalar: Scalar.Boolean }:
                return _random.Next(4) == 0 ? new("threeValued", type, "!@", Value(type, depth - 1, scope)) : new("threeValued", type, $"@ {OneOf(["&", "|", "^"])} @", Value(type, depth - 1, scope), Value(other, depth - 1, scope));
            case ScalarType { IsNumber: true, Scalar: var scalar }:
                // There is no '-x': of a checked '-(a?.B)', the C# compiler makes code that is not valid. The corpus has the operator.
                var sign = scalar is Scalar.Int ? OneOf(["+", "-", "*", "/", "%", "&"]) : scalar is Scalar.Double ? OneOf(["+", "-", "*"]) : OneOf(["+", "-"]);
                return new("lifted", type, $"@ {sign} @", Value(type, depth - 1, scope), sign == "&" ? new("literal", _types.Int, "6") { IsPrimary = true } : Value(other, depth - 1, scope));
            case ScalarType { Scalar: Scalar.Duration }:
                return new("lifted", type, "@ - @", Value(_types.Instant.Nullable, depth - 1, scope), Value(_random.Next(2) == 0 ? _types.Instant : _types.Instant.Nullable, depth - 1, scope));
            case ScalarType { Scalar: Scalar.Instant }:
                return new("lifted", type, "@ + @", Value(type, depth - 1, scope), Value(_random.Next(2) == 0 ? _types.Duration : _types.Duration.Nullable, depth - 1, scope));
            case EnumType { Name: "Marks" }:
                return new("lifted", type, OneOf(["@ & Marks.C", "@ | Marks.A"]), Value(type, depth - 1, scope));
            case EnumType { IsText: false }:
                return new("cast", type, $"({type.Text})@", Value(_types.Int.Nullable, depth - 1, scope));
            default:
                return null;
        }
    }

    /// <summary>A test of bits, of times or of an order.</summary>
    private Node? NumberTest(int depth, Scope scope)
    {
        if (!IsJsonata)
        {
            return new("dateOrder", _types.Boolean, $"@ {OneOf(_orders)} @", Value(_types.Date.Nullable, 0, scope), Value(_types.Date, 0, scope));
        }

        TypeRef[] ordered = [_types.Int, _types.Double, _types.Instant, _types.Duration, _types.Date];
        var type = OneOf(ordered);
        return _random.Next(6) switch
        {
            0 => new("hasFlag", _types.Boolean, $"@.HasFlag({OneOf(_marks)})", Value(_types.Marks, depth - 1, scope)) { IsPrimary = true },
            1 => new("bitTest", _types.Boolean, $"(@ & {OneOf(_marks)}) {OneOf(_equalities)} {OneOf(["0", "Marks.A", "Marks.AC"])}", Value(_random.Next(3) == 0 ? _types.Marks.Nullable : _types.Marks, depth - 1, scope)),
            2 => new("compareTo", _types.Boolean, $"@.CompareTo(#) {OneOf(_orders)} 0", Value(type, depth - 1, scope), Value(type, depth - 1, scope)),
            3 => new("equalsCall", _types.Boolean, "@.Equals(#)", Value(type, depth - 1, scope), Value(type, depth - 1, scope)) { IsPrimary = true },
            4 => new("instantOrder", _types.Boolean, $"@ {OneOf(_orders)} @", Value(_random.Next(2) == 0 ? _types.Duration : _types.Duration.Nullable, depth - 1, scope), Value(_types.Duration, depth - 1, scope)),
            _ => new("dateOrder", _types.Boolean, $"@ {OneOf(_orders)} @", Value(_random.Next(2) == 0 ? _types.Date : _types.Date.Nullable, depth - 1, scope), Value(_types.Date, depth - 1, scope)),
        };
    }
}

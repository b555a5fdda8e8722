using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <content>Methods of texts, and the texts of values.</content>
internal sealed partial class RandomExpressions
{
    /// <summary>Constants whose case does not matter: letters that have more than two cases in Unicode are among them.</summary>
    private static readonly string[] _cased = ["a", "Ab", "KI", "ss", "x", "true", "it's", "\u00e9"];

    private static readonly string[] _trimmed = ["", "'a'", "' ', 'x'", "'$'", "'\\\\', ']', '^', '-'", "'\\n'"];
    private static readonly string[] _separators = ["','", "'a', ' '", "\"ab\"", "\"$\"", "'.'", ""];
    private static readonly string[] _options = ["StringSplitOptions.RemoveEmptyEntries", "StringSplitOptions.TrimEntries", "StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries"];

    /// <summary>A text that a method of texts makes, or the text of a value that is not a text.</summary>
    private Node? ComputedText(int depth, Scope scope)
    {
        var text = _types.Text;
        switch (_random.Next(15))
        {
            case 0:
                return new("joinParts", text, $"string.Join({CSharpText.Of(OneOf(RandomValues.Texts))}, #, #)", Hole(depth - 1, scope), Hole(depth - 1, scope)) { IsPrimary = true };
            case 1:
                return new("format", text, "string.Format(\"<{1}{{}}{0}>\", #, #)", Hole(depth - 1, scope), Hole(depth - 1, scope)) { IsPrimary = true };
            case 2:
                return new("trim", text, $"@.{OneOf(["Trim", "TrimStart", "TrimEnd"])}({OneOf(_trimmed)})", Value(text, depth - 1, scope)) { IsPrimary = true };
            case 3:
                return new("replace", text, $"@.Replace({CSharpText.Of(OneOf(RandomValues.Texts))}, #)", Value(text, depth - 1, scope), Value(TextMaybeNull(), depth - 1, scope)) { IsPrimary = true };
            case 4:
                return new("replace", text, "@.Replace(#, #)", Value(text, depth - 1, scope), Value(text, depth - 1, scope), Value(text, depth - 1, scope)) { IsPrimary = true };
            case 5:
                return Split(depth, scope) is { } parts ? new("joinSplit", text, "string.Join('|', #)", parts) { IsPrimary = true } : null;
            case 6:
                return Split(depth, scope) is { } split ? new("partOfSplit", text, "@" + (_random.Next(2) == 0 ? "[0]" : "[^1]"), split) { IsPrimary = true } : null;
            case 7:
                return JoinedList(scope);
            case 8:
                return new("pad", text, $"@.{OneOf(["PadLeft", "PadRight"])}({_random.Next(0, 5)}{OneOf(["", ", '0'", ", '$'"])})", Value(text, depth - 1, scope)) { IsPrimary = true };
            case 9:
                return new("aligned", text, $"$\"{{@,{_random.Next(-4, 5)}}}{{@:D{_random.Next(1, 4)}}}{{@:00}}\"", Value(OneOf([text, text.Nullable, _types.Int]), depth - 1, scope), Value(_types.Int, depth - 1, scope), Value(_types.Int.Nullable, depth - 1, scope)) { IsPrimary = true };
            case 10:
                return new("boolText", text, "$\"{@}\"", Value(_random.Next(2) == 0 ? _types.Boolean : _types.Boolean.Nullable, depth - 1, scope)) { IsPrimary = true };
            case 11:
                return new("enumText", text, _random.Next(2) == 0 ? "@.ToString()" : "$\"{@}-\"", Value(new(OneOf(_types.Enums)), depth - 1, scope)) { IsPrimary = true };
            case 12:
                return new("partOfText", text, OneOf(["@.ToString(\"N\")[..8]", "@.ToString(\"N\").Substring(4, 9)", "$\"{@:N}\"[^3..]"]), Value(_types.Guid, depth - 1, scope)) { IsPrimary = true };
            case 13:
                return new("partOfText", text, OneOf(["@.ToString()[1..]", "@.ToString().Substring(0, 2)", "@.ToString()[..^1]", "@.ToString()[0].ToString()"]), Value(_types.Int, depth - 1, scope)) { IsPrimary = true };
            default:
                return new("lowerCase", text, "@.ToString().ToLowerInvariant()", Condition(depth - 1, scope)) { IsPrimary = true };
        }
    }

    /// <summary>A condition on texts or characters.</summary>
    private Node ComputedTextTest(int depth, Scope scope)
    {
        var (text, boolean) = (_types.Text, _types.Boolean);
        var constant = CSharpText.Of(OneOf(_cased));
        return _random.Next(9) switch
        {
            0 => new("isNullOrWhiteSpace", boolean, "string.IsNullOrWhiteSpace(#)", Value(text.Nullable, depth - 1, scope)) { IsPrimary = true },
            1 => new("search", boolean, "@.Contains(#)", Value(text, depth - 1, scope), Value(text, depth - 1, scope)) { IsPrimary = true },
            2 => new("search", boolean, $"@.{OneOf(["StartsWith", "EndsWith"])}(#, StringComparison.Ordinal)", Value(text, depth - 1, scope), Value(text, depth - 1, scope)) { IsPrimary = true },
            3 => new("ignoringCase", boolean, $"string.Equals(#, {constant}, StringComparison.OrdinalIgnoreCase)", Value(text.Nullable, depth - 1, scope)) { IsPrimary = true },
            4 => new("ignoringCase", boolean, $"@.{OneOf(["Contains", "StartsWith", "EndsWith"])}({CSharpText.Of(OneOf(_cased[..^1]))}, StringComparison.OrdinalIgnoreCase)", Value(text, depth - 1, scope)) { IsPrimary = true },
            5 => new("lengthTest", boolean, $"@.Length {OneOf(_random.Next(2) == 0 ? _orders : _equalities)} {_random.Next(-1, 4)}", Value(text, depth - 1, scope)),
            6 => new("lengthTest", boolean, $"{_random.Next(0, 3)} {OneOf(_random.Next(2) == 0 ? _orders : _equalities)} @?.Length", Value(text.Nullable, depth - 1, scope)),
            7 => new("mirroredOrder", boolean, $"0 {OneOf(_orders)} string.Compare(#, #, StringComparison.Ordinal)", Value(text, depth - 1, scope), Value(text, depth - 1, scope)),
            _ => new("characterTest", boolean, OneOf(["char.IsWhiteSpace(#)", "char.IsAsciiLetter(#)", "char.IsAsciiDigit(#)"]), Value(_types.Char, depth - 1, scope)) { IsPrimary = true },
        };
    }

    /// <summary>A number that counts the characters of a text.</summary>
    private Node TextNumber(int depth, Scope scope) => _random.Next(3) switch
    {
        0 => new("length", _types.Int, "@.Length", Value(_types.Text, depth - 1, scope)) { IsPrimary = true },
        1 => new("indexOf", _types.Int, "@.IndexOf(#, StringComparison.Ordinal)", Value(_types.Text, depth - 1, scope), Value(_types.Text, depth - 1, scope)) { IsPrimary = true },
        _ => new("indexOf", _types.Int, "@.IndexOf(#)", Value(_types.Text, depth - 1, scope), Value(_types.Char, depth - 1, scope)) { IsPrimary = true },
    };

    private Node? Split(int depth, Scope scope)
    {
        var separator = OneOf(_separators);
        return separator.Length > 0 && !separator.Contains("',", StringComparison.Ordinal) && _random.Next(2) == 0
            ? new("split", null, $"@.Split({separator}, {OneOf(_options)})", Value(_types.Text, depth - 1, scope)) { IsPrimary = true }
            : new("split", null, $"@.Split({separator})", Value(_types.Text, depth - 1, scope)) { IsPrimary = true };
    }

    private Node? JoinedList(Scope scope)
    {
        var lists = scope.Variables.SelectMany(static variable => variable.Paths)
            .Where(static path => path.Type is { CountsAsNotNull: true, Type: ListType { Element.Type: ScalarType { Scalar: Scalar.Text or Scalar.Int or Scalar.Char } } }).ToList();
        return Pick(lists) is { } list ? new("joinList", _types.Text, $"string.Join({OneOf(["\", \"", "'-'", "\"$1\"", "null"])}, #)", list) { IsPrimary = true } : null;
    }
}

using Stepwise.Generator.Model;

namespace Stepwise.Generator.Tests.Translation;

/// <summary>What has no exact counterpart is refused on the smallest token, with what to write instead.</summary>
public class RefusalTests
{
    private const string WideParameters = "Sample s, Wide w, Inner? inner, string? note, int? limit, object any, (int A, int B) pair, IReadOnlyList<int>? list, WorkflowContext context";

    [Theory]
    [InlineData("string", "text.ToUpper()", "ASL301 «ToUpper» the method call 'text.ToUpper()': write ToUpperInvariant(): ASL has no cultures")]
    [InlineData("string", "text.Substring(1)", "ASL301 «Substring» 'text.Substring(1)', which counts a character beyond U+FFFF twice,: write Asl.Jsonata<string>(\"$substring($arg0, 1)\", text), which counts it once")]
    [InlineData("string", "text[..8]", "ASL301 «text[..8]» 'text[..8]', which counts a character beyond U+FFFF twice,: write Asl.Jsonata<string>(\"$substring($arg0, 0, 8)\", text), which counts it once")]
    [InlineData("string", "n.ToString()[n..]", "ASL301 «n..» the place 'n..' in a text: write constants, as in '[1..]', '[..^1]' or '[^1..]'")]
    [InlineData("string", "text.PadLeft(n)", "ASL301 «n» the width 'n': pass a constant width that is not negative")]
    [InlineData("int", "text.IndexOf(\"a\")", "ASL301 «IndexOf» the culture-sensitive comparison of 'text.IndexOf(\"a\")': pass StringComparison.Ordinal; ASL has no cultures")]
    [InlineData("int", "text.LastIndexOf('a')", "ASL301 «LastIndexOf» the method call 'text.LastIndexOf('a')': write it with Asl.Jsonata in a JSONata state, or call it in a Lambda function")]
    [InlineData("string[]", "text.Split(text)", "ASL301 «text» 'text' as a separator: split at one constant text that is not empty")]
    [InlineData("string[]", "text.Split(',', 2)", "ASL301 «2» a number of parts: split the whole text")]
    [InlineData("string", "text.Replace(\"a\", \"b\", StringComparison.OrdinalIgnoreCase)", "ASL301 «Replace» 'text.Replace(\"a\", \"b\", StringComparison.OrdinalIgnoreCase)': pass StringComparison.Ordinal; ASL has no cultures")]
    [InlineData("string", "string.Join(\",\", s.Parts)", "ASL301 «s.Parts» 's.Parts' as texts: join an array or a list of texts or integers")]
    [InlineData("string", "string.Format(text, n)", "ASL301 «Format» 'string.Format(text, n)', whose format is not a constant,: use an interpolated string")]
    [InlineData("bool", "char.IsDigit(s.Letter)", "ASL301 «IsDigit» the method call 'char.IsDigit(s.Letter)': write char.IsAsciiDigit, or let a function decide")]
    [InlineData("int", "int.Parse(text)", "ASL301 «Parse» the method call 'int.Parse(text)': let a function read the text, or write it with Asl.Jsonata in a JSONata state")]
    [InlineData("string", "text.Trim(s.Letter)", "ASL301 «s.Letter» 's.Letter', which is not a constant,: pass constant characters")]
    [InlineData("bool", "text.StartsWith(\"a\")", "ASL301 «StartsWith» the culture-sensitive comparison of 'text.StartsWith(\"a\")': pass StringComparison.Ordinal; ASL has no cultures")]
    [InlineData("bool", "text.StartsWith(\"a\", StringComparison.CurrentCulture)", "ASL301 «StringComparison.CurrentCulture» 'StringComparison.CurrentCulture': pass StringComparison.Ordinal; ASL has no cultures")]
    [InlineData("bool", "note.Contains(\"a\")", "ASL301 «Contains» 'note.Contains(\"a\")' where 'note' may be null: test 'note' first, or use '?.' or '??'")]
    [InlineData("string", "s.Ratio.ToString()", "ASL301 «ToString» the method call 's.Ratio.ToString()': C# and the definition write numbers with fractions differently: let a function format it")]
    [InlineData("string", "$\"{s.Ratio}\"", "ASL301 «s.Ratio» 'double' in a text: C# and the definition write numbers with fractions differently: let a function format it")]
    [InlineData("string", "$\"{s.Level:X}\"", "ASL301 «:X» the format 'X' of 'Level': let a function format the value")]
    [InlineData("string", "$\"{s.At}\"", "ASL301 «s.At» 'DateTimeOffset' in a text: let a function format the time")]
    [InlineData("string", "$\"{n:X}\"", "ASL301 «:X» the format 'X' of 'int': let a function format the value")]
    [InlineData("string", "$\"{n:N0}\"", "ASL301 «:N0» the format 'N0', whose separators depend on the culture,: write string.Create(CultureInfo.InvariantCulture, $\"...\")")]
    [InlineData("string", "(string)any", "ASL301 «string» the cast '(string)any': declare the value with the type that it has")]
    [InlineData("int", "limit.Value", "ASL301 «Value» 'limit.Value' where 'limit' may be null: test 'limit' first, or use '?.' or '??'")]
    [InlineData("int", "o.Count", "ASL301 «Count» 'o.Count' where 'o' may be null: test 'o' first, or use '?.' or '??'")]
    [InlineData("DateTimeOffset", "DateTimeOffset.UtcNow", "ASL301 «UtcNow» the property 'DateTimeOffset.UtcNow': take a WorkflowContext and read its StateEnteredTime or ExecutionStartTime")]
    [InlineData("Guid", "Guid.NewGuid()", "ASL301 «NewGuid» the method call 'Guid.NewGuid()': write Asl.Jsonata<Guid>(\"$uuid()\") in a JSONata state")]
    [InlineData("bool", "s.Inner == s.Detail", "ASL301 «==» the comparison 's.Inner == s.Detail' of records, which compares 'Inner' in itself, to any depth,: compare the properties that matter")]
    [InlineData("bool", "s.Color < Color.Blue", "ASL301 «<» a comparison of 's.Color < Color.Blue': the enum is a name in JSON: list the members, as in 'is A or B'")]
    [InlineData("bool", "(int)s.Color == 1", "ASL301 «int» a number for 'Color': the enum is a name in JSON: compare it with a member of the enum")]
    [InlineData("bool", "any is Sample", "ASL301 «Sample» a test for 'Sample': System.Text.Json reads 'object' as JSON, so that the test is false for every value in C#: declare the type of the value, or write Asl.Jsonata<bool>(\"$type($arg0) = 'object'\", any)")]
    [InlineData("bool", "any is DateTimeOffset", "ASL301 «DateTimeOffset» a test for 'DateTimeOffset': System.Text.Json reads 'object' as JSON, so that the test is false for every value in C#: declare the type of the value, or write Asl.Jsonata<bool>(\"$type($arg0) = 'string'\", any)")]
    [InlineData("object", "(1, 2)", "ASL301 «(1, 2)» a tuple as a value: make it a record or an anonymous object")]
    [InlineData("object", "new Built(1)", "ASL301 «Built» 'new Built(...)', whose constructor cannot be translated,: make it a record, or use an object initialiser")]
    [InlineData("object", "new Settable { Size = 1 }", "ASL301 «Settable» the initial value of 'Name': give 'Name' a value here")]
    [InlineData("object", "new Computed { Size = 1 }", "ASL301 «Computed» the computed property 'Double': mark it [JsonIgnore], or build an anonymous object")]
    [InlineData("object", "new { s.Named }", "ASL301 «s.Named» 's.Named', which has another JSON form in its property than by its type,: put the converter on the enum")]
    [InlineData("object", "new Uri(\"http://x\")", "ASL301 «Uri» 'new Uri': build records, anonymous objects, arrays, lists and dictionaries")]
    [InlineData("IReadOnlyList<long>", "[.. s.Numbers, 1]", "ASL301 «.. s.Numbers» a spread of 'IReadOnlyList<int>' here: spread an array or a list of elements of the same type")]
    [InlineData("int", "s.Parts.Select(part => part.Size).ToArray()[(long)n]", "ASL301 «(long)n» an index of type 'long': index by an int, as in 'items[n]' or 'items[^n]'")]
    [InlineData("string", "Deployed.Topic(text)", "ASL301 «text» a resource whose name is computed: write the name as a constant")]
    [InlineData("int", "Asl.Jsonata<int>(text)", "ASL301 «text» a JSONata expression that is computed: write a constant, and pass values as arguments")]
    [InlineData("int", "Asl.Jsonata<int>(\"${a: 1}\")", "ASL301 «\"${a: 1}\"» '${' or '%{' in a JSONata expression: deployment tools would replace it: write '$ {' or '% {'")]
    [InlineData("int", "n switch { 1 => 2 }", "ASL301 «switch» a switch that does not cover every value: add an arm '_ => ...'")]
    [InlineData("int", "flag ? 1 : throw new InvalidOperationException()", "ASL301 «throw» 'throw': decide in a [Choice] and go to a [Fail] state")]
    [InlineData("Func<int>", "() => 1", "ASL301 «() => 1» a delegate: compute with members and operators")]
    [InlineData("double", "double.NaN", "ASL301 «double.NaN» 'double.NaN': JSON has no such number")]
    [InlineData("bool", "string.Compare(text, \"a\") < 0", "ASL301 «Compare» the method call 'string.Compare(text, \"a\")': use string.CompareOrdinal, compared with 0")]
    [InlineData("Type", "typeof(string)", "ASL301 «typeof(string)» 'typeof(string)': compute with members, operators, patterns and 'new'")]
    public void Refused(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body);
        Assert.Equal([expected], read.Findings);
        Assert.IsType<InvalidExpression>(read.Value);
    }

    [Theory]
    [InlineData("bool", "w.Local < w.Local", "ASL301 «<» a comparison of 'w.Local < w.Local': use a DateTimeOffset, which is an unambiguous instant")]
    [InlineData("bool", "pair.A == 1", "ASL301 «pair.A» an element of a tuple: match the tuple with a positional pattern, or make it a record")]
    [InlineData("object", "context", "ASL301 «context» the whole context as a value: read a property of it, as in 'context.ExecutionId'")]
    [InlineData("int", "w.Table[note!]", "ASL301 «note» a key that may be null: test it first, or use '??'")]
    [InlineData("int", "list[0]", "ASL301 «list[0]» 'list[0]' where 'list' may be null: test 'list' first, or use '?.' or '??'")]
    public void Refused_too(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body, parameters: WideParameters);
        Assert.Equal([expected], read.Findings);
        Assert.IsType<InvalidExpression>(read.Value);
    }

    [Theory]
    [InlineData("bool", "w.Big > 5", "ASL304 «w.Big > 5» w.Big > 5: long")]
    [InlineData("bool", "w.Price == 1.5m", "ASL304 «w.Price == 1.5m» w.Price == 1.5m: decimal")]
    [InlineData("long", "w.Big + 1", "ASL304 «w.Big + 1» w.Big + 1: long")]
    [InlineData("string", "$\"{w.Big}\"", "ASL304 «w.Big» w.Big: long")]
    [InlineData("bool", "w.Single == 0.1f", "ASL304 «w.Single == 0.1f» w.Single == 0.1f: float")]
    public void Inexact_numbers_are_warned_about(string type, string body, string expected)
    {
        var read = Body.ReadValue(type, body, parameters: WideParameters);
        Assert.Equal([expected], read.Findings);
        Assert.IsNotType<InvalidExpression>(read.Value);
    }

    [Theory]
    [InlineData("TimeSpan", "TimeSpan.FromSeconds(0.5)", "ASL301 «0.5» 'TimeSpan.FromSeconds(0.5)': a Wait takes whole seconds, 0 to 99,999,999")]
    [InlineData("TimeSpan", "TimeSpan.FromSeconds(-5)", "ASL301 «-5» 'TimeSpan.FromSeconds(-5)': a Wait takes whole seconds, 0 to 99,999,999")]
    [InlineData("TimeSpan", "TimeSpan.FromSeconds(s.Ratio)", "ASL301 «s.Ratio» 's.Ratio' as a number of seconds: use an integer: a Wait takes whole seconds")]
    [InlineData("DateTimeOffset?", "s.Until", "ASL301 «s.Until» a wait that may be null: give a value for every case, such as 'x ?? TimeSpan.FromMinutes(1)'")]
    public void Waits(string type, string body, string expected)
    {
        var read = Body.ReadWait(type, body);
        Assert.Equal([expected], read.Findings);
        Assert.IsType<InvalidExpression>(read.Value);
    }

    [Theory]
    [InlineData("int", "undefined")]
    [InlineData("int", "s.Missing + 1")]
    [InlineData("int", "s.")]
    [InlineData("object", "new Missing { A = 1 }")]
    [InlineData("string", "$\"{s.Missing}\"")]
    [InlineData("bool", "s is { Missing: 1 }")]
    [InlineData("bool", "s is Missing")]
    [InlineData("int", "n switch { }")]
    [InlineData("int", "n +")]
    [InlineData("int", "")]
    [InlineData("int", "missing(1)")]
    [InlineData("Missing", "new()")]
    public void What_the_compiler_reports_is_not_reported_again(string type, string body)
    {
        var read = Body.ReadValue(type, body);
        Assert.Empty(read.Findings);
        Assert.IsType<InvalidExpression>(read.Value);
    }
}

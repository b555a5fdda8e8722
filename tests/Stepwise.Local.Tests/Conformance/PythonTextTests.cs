using Stepwise.Conformance.Asl;
using Stepwise.Json;

namespace Stepwise.Local.Tests.Conformance;

public class PythonTextTests
{
    [Theory]
    [InlineData("""{"a":[1,-2.5,true,false,null],"b":{}}""", "{'a': [1, -2.5, True, False, None], 'b': {}}")]
    [InlineData(""" "plain" """, "'plain'")]
    [InlineData(""" "it's" """, "\"it's\"")]
    [InlineData(""" "it's \"so\"" """, """'it\'s "so"'""")]
    [InlineData(""" "\\\n\r\t\u0001\u00e9\u200b" """, """'\\\n\r\t\x01é\u200b'""")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("1.5e300", "1.5e+300")]
    public void Values_are_written_as_Python_does(string json, string text) => Assert.Equal(text, PythonText.Repr(JsonValue.Parse(json)));

    [Fact]
    public void A_text_stands_in_an_f_string_as_it_is() => Assert.Equal("input-event-it's", PythonText.Format("input-event-{event}", "it's"));
}

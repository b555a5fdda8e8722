using Stepwise.Json;
using Stepwise.StatesLanguage.Evaluation;

namespace Stepwise.StatesLanguage.Tests.Evaluation;

public sealed class JsonPathTests
{
    private const string Store = """
        {"store":{"book":[
            {"category":"reference","author":"Rees","title":"Sayings","price":8.95},
            {"category":"fiction","author":"Waugh","title":"Sword","price":12.99},
            {"category":"fiction","author":"Melville","title":"Moby","isbn":"0-553","price":8.99},
            {"category":"fiction","author":"Tolkien","title":"Rings","isbn":"0-395","price":22.99}],
          "bicycle":{"color":"red","price":19.95}},
         "expensive":10,"first-name":"Ada","nothing":null,"deep":{"list":[[1,2],[3,4]]}}
        """;

    [Theory]
    [InlineData("$.expensive", "10")]
    [InlineData("$['expensive']", "10")]
    [InlineData("$.first-name", "\"Ada\"")]
    [InlineData("$.nothing", "null")]
    [InlineData("$.store.book[0].title", "\"Sayings\"")]
    [InlineData("$.store.book[-1].title", "\"Rings\"")]
    [InlineData("$.deep.list[1][0]", "3")]
    [InlineData("$.store['bicycle']['color','price']", """{"color":"red","price":19.95}""")]
    [InlineData("$.store.book[*].title", """["Sayings","Sword","Moby","Rings"]""")]
    [InlineData("$.store.book[0,2].title", """["Sayings","Moby"]""")]
    [InlineData("$.store.book[1:3].title", """["Sword","Moby"]""")]
    [InlineData("$.store.book[:2].title", """["Sayings","Sword"]""")]
    [InlineData("$.store.book[2:].title", """["Moby","Rings"]""")]
    [InlineData("$.store.book[-2:].title", """["Moby","Rings"]""")]
    [InlineData("$.store.book[:-3].title", """["Sayings"]""")]
    [InlineData("$.store.book[-3:-1].title", """["Sword","Moby"]""")]
    [InlineData("$.store.book[1:-1].title", "[]")]
    [InlineData("$.store.book[0:4:2].title", """["Sayings","Sword","Moby","Rings"]""")]
    [InlineData("$.store.book[9:].title", "[]")]
    [InlineData("$..price", "[8.95,12.99,8.99,22.99,19.95]")]
    [InlineData("$.store.*.color", """["red"]""")]
    [InlineData("$..book[2].author", """["Melville"]""")]
    [InlineData("$.deep..[0]", "[[1,2],1,3]")]
    [InlineData("$.deep.list[*][*]", "[1,2,3,4]")]
    [InlineData("$.store.bicycle.*", """["red",19.95]""")]
    [InlineData("$.none[*]", "[]")]
    [InlineData("$.none[1:].a", "[]")]
    [InlineData("$..none", "[]")]
    [InlineData("$.store.book.length()", "4")]
    [InlineData("$.store.book[0].keys()", """["category","author","title","price"]""")]
    [InlineData("$..price.max()", "22.99")]
    [InlineData("$.deep.list[0].sum()", "3")]
    [InlineData("$.deep.list[1].avg()", "3.5")]
    [InlineData("$.deep.list[1].first()", "3")]
    public void Paths_select(string path, string expected) => Assert.Equal(JsonValue.Parse(expected), JsonPath.Select(path, new(JsonValue.Parse(Store))));

    [Theory]
    [InlineData("@.price < 10", "Sayings Moby")]
    [InlineData("@.price < $.expensive", "Sayings Moby")]
    [InlineData("@.isbn", "Moby Rings")]
    [InlineData("!@.isbn", "Sayings Sword")]
    [InlineData("!(@.isbn && @.price > 10)", "Sayings Sword Moby")]
    [InlineData("@.category == 'fiction' && @.price < 20", "Sword Moby")]
    [InlineData("@.category == 'reference' || @.price > 20", "Sayings Rings")]
    [InlineData("@.category=='reference'||@.price>20&&@.isbn", "Sayings Rings")]
    [InlineData("(@.category=='reference'||@.price>20)&&@.isbn", "Rings")]
    [InlineData("@.author =~ /.*LL.*/i", "Moby")]
    [InlineData("@.author =~ /Tol/", "")]
    [InlineData("@.isbn != '0-395'", "Sayings Sword Moby")]
    [InlineData("@.price == '8.95'", "Sayings")]
    [InlineData("@.price === '8.95'", "")]
    [InlineData("@.title in ['Moby', \"Rings\"]", "Moby Rings")]
    [InlineData("@.title nin ['Moby', 'Rings']", "Sayings Sword")]
    [InlineData("@.title contains 'in'", "Sayings Rings")]
    [InlineData("@.title size 5", "Sword Rings")]
    [InlineData("@['title'] == 'Moby'", "Moby")]
    [InlineData("@.missing == null", "")]
    [InlineData("@.price >= 12.99", "Sword Rings")]
    [InlineData("@.title > 'Rings'", "Sayings Sword")]
    public void Filters_keep(string condition, string titles)
    {
        var found = (JsonArray)JsonPath.Select($"$.store.book[?({condition})]", new(JsonValue.Parse(Store)));
        Assert.Equal(titles, string.Join(" ", found.Select(book => ((JsonString)((JsonObject)book)["title"]!).Value)));
    }

    [Fact]
    public void A_filter_asks_an_object_itself_and_finds_each_but_once()
    {
        var scope = new EvaluationScope(JsonValue.Parse("""{"a":{"id":1},"b":[{"id":1,"c":{"id":2}},{"id":3}]}"""));
        Assert.Equal("""[{"id":1}]""", JsonPath.Select("$.a[?(@.id == 1)]", scope).ToJson());
        Assert.Equal("""[{"id":1},{"id":1,"c":{"id":2}},{"id":2},{"id":3}]""", JsonPath.Select("$..[?(@.id)]", scope).ToJson());
    }

    [Theory]
    [InlineData("$.no", "No results for path: $['no']")]
    [InlineData("$.no.such.result.path", "Missing property in path $['no']")]
    [InlineData("$.store.no.such", "Missing property in path $['store']['no']")]
    [InlineData("$.store.book[7]", "No results for path: $['store']['book'][7]")]
    [InlineData("$.store.book[7].title", "No results for path: $['store']['book'][7]['title']")]
    [InlineData("$.nothing[0]", "The path $['nothing'] is null")]
    [InlineData("$.expensive[0]", "Filter: [0] can only be applied to arrays. Current context is: 10")]
    [InlineData("$.expensive.a", "Expected to find an object with property ['a'] in path $['expensive'] but found 'java.lang.Integer'. This is not a json object according to the JsonProvider: 'com.jayway.jsonpath.spi.json.JacksonJsonProvider'.")]
    public void A_definite_path_that_leads_nowhere_says_where_it_ends(string path, string reason)
    {
        var exception = Assert.Throws<EvaluationException>(() => JsonPath.Select(path, new(JsonValue.Parse(Store))));
        Assert.Equal("States.Runtime", exception.Error);
        Assert.Equal($"Invalid path '{path}' : {reason}", exception.Message);
    }

    [Fact]
    public void Paths_start_at_the_input_the_context_or_a_variable()
    {
        var scope = new EvaluationScope(JsonValue.Parse("""{"a":1}"""))
        {
            Context = JsonValue.Parse("""{"Execution":{"Id":"arn"}}"""),
            Variables = new Dictionary<string, JsonValue> { ["x"] = JsonValue.Parse("""{"y":[2]}""") },
        };
        Assert.Equal(1, JsonPath.Select("$.a", scope));
        Assert.Equal("arn", JsonPath.Select("$$.Execution.Id", scope));
        Assert.Equal(2, JsonPath.Select("$x.y[0]", scope));
        Assert.Equal(scope.Input, JsonPath.Select("$", scope));
        Assert.Equal(scope.Context, JsonPath.Select("$$", scope));
        Assert.Throws<EvaluationException>(() => JsonPath.Select("$z", scope));
    }

    [Theory]
    [InlineData("$", """{"a":{"b":1},"c":[1,2]}""", "9")]
    [InlineData("$.d", """{"a":{"b":1},"c":[1,2]}""", """{"a":{"b":1},"c":[1,2],"d":9}""")]
    [InlineData("$.a.b", """{"a":{"b":1},"c":[1,2]}""", """{"a":{"b":9},"c":[1,2]}""")]
    [InlineData("$.a.x.y", """{"a":{"b":1},"c":[1,2]}""", """{"a":{"b":1,"x":{"y":9}},"c":[1,2]}""")]
    [InlineData("$.c[1]", """{"a":{"b":1},"c":[1,2]}""", """{"a":{"b":1},"c":[1,9]}""")]
    [InlineData("$['a']['b']", """{"a":{"b":1}}""", """{"a":{"b":9}}""")]
    public void ResultPath_writes_into_a_copy(string path, string input, string expected)
    {
        var before = JsonValue.Parse(input);
        Assert.Equal(expected, ReferencePath.Write(path, before, 9).ToJson());
        Assert.Equal(JsonValue.Parse(input), before);
    }

    [Theory]
    [InlineData("$.a", "[1,2]", "Unable to apply step \"a\" to input [1,2]")]
    [InlineData("$.a.b", """{"a":1}""", "Unable to apply step \"b\" to input {\"a\":1}")]
    [InlineData("$.a[5]", """{"a":[1]}""", "Unable to apply step \"5\" to input {\"a\":[1]}")]
    public void ResultPath_that_does_not_fit_fails(string path, string input, string cause)
    {
        var exception = Assert.Throws<EvaluationException>(() => ReferencePath.Write(path, JsonValue.Parse(input), 9));
        Assert.Equal("States.ReferencePathConflict", exception.Error);
        Assert.Equal(cause, exception.Message);
    }

    [Fact]
    public void ItemsPath_that_leads_nowhere_is_a_conflict()
    {
        var exception = Assert.Throws<EvaluationException>(() => ReferencePath.Read("$.a.objects", new(JsonValue.Parse("""{"a":{}}"""))));
        Assert.Equal("States.ReferencePathConflict", exception.Error);
        Assert.Equal("""Unable to apply step "objects" to input {"a":{}}""", exception.Message);
    }

    [Theory]
    [InlineData("$[?(@.a =~ /(a+)+b/)]")]
    [InlineData("$[?((((@.a)]")]
    [InlineData("$[?(@.a == )]")]
    [InlineData("$[?(@.a == 'x)]")]
    [InlineData("$[?(1)]")]
    [InlineData("$[*].unknown()")]
    public void What_cannot_be_evaluated_is_an_error_of_the_state(string path)
    {
        const string Item = """{"a":"TEXT","b":[[[[[1,2,3],2],3],4],5],"c":{"d":{"e":{"f":[1,2,3,{"g":1}]}}}}""";
        var item = Item.Replace("TEXT", new string('a', 60), StringComparison.Ordinal);
        var input = JsonValue.Parse("[" + string.Join(",", Enumerable.Repeat(item, 40)) + "]");
        Assert.Equal("States.Runtime", Assert.Throws<EvaluationException>(() => JsonPath.Select(path, new(input))).Error);
    }
}

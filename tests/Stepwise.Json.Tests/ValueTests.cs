namespace Stepwise.Json.Tests;

public sealed class ValueTests
{
    [Fact]
    public void Objects_are_equal_whatever_the_order()
    {
        Assert.Equal(JsonObject.Create(("a", 1), ("b", true)), (JsonValue)JsonObject.Create(("b", true), ("a", 1.0)));
        Assert.NotEqual(JsonObject.Create(("a", 1)), (JsonValue)JsonObject.Create(("a", 2)));
        Assert.NotEqual(JsonObject.Create(("a", 1)), (JsonValue)JsonObject.Create(("b", 1)));
        Assert.NotEqual(JsonObject.Create(("a", 1)), (JsonValue)JsonObject.Create(("a", 1), ("b", 1)));
        Assert.NotEqual((JsonValue)JsonArray.Create(1, 2), JsonArray.Create(2, 1));
        Assert.NotEqual((JsonValue)"1", (JsonValue)1);
        Assert.NotEqual((JsonValue)JsonNull.Instance, (JsonValue)false);
    }

    [Fact]
    public void Equality_of_objects_with_double_names_is_symmetric()
    {
        var options = new JsonReadOptions { DuplicateNames = DuplicateNames.Keep };
        var twice = JsonValue.Parse("{\"x\":1,\"x\":2,\"y\":3}", options);
        var once = JsonValue.Parse("{\"x\":2,\"y\":3,\"z\":4}", options);
        Assert.False(twice == once);
        Assert.False(once == twice);
        Assert.True(twice == JsonValue.Parse("{\"y\":3,\"x\":0,\"x\":2}", options));
    }

    [Fact]
    public void Large_integers_are_exact()
    {
        Assert.NotEqual((JsonValue)9007199254740993, (JsonValue)9007199254740992.0);
        Assert.Equal((JsonValue)9007199254740992, (JsonValue)9007199254740992.0);
    }

    [Fact]
    public void An_object_of_many_members_finds_them_all()
    {
        var builder = new JsonObject.Builder();
        for (var i = 0; i < 100; i++)
        {
            builder.Add("m" + i, i);
        }

        var @object = builder.ToObject();
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal((JsonValue)i, @object["m" + i]);
        }

        Assert.Null(@object["m100"]);
        Assert.False(@object.TryGetValue("", out _));
    }

    [Fact]
    public void A_builder_refuses_a_name_twice_and_null()
    {
        var builder = new JsonObject.Builder().Add("a", 1).AddIfNotNull("b", null);
        Assert.Equal(1, builder.Count);
        Assert.Throws<ArgumentException>(() => builder.Add("a", 2));
        Assert.Throws<ArgumentNullException>(() => builder.Add("c", null!));
        Assert.Throws<ArgumentNullException>(() => JsonArray.Create(1, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonNumber(double.NaN));
    }

    [Fact]
    public void An_array_does_not_change_with_what_it_was_made_of()
    {
        JsonValue[] items = [1, 2];
        var array = JsonArray.Create(items);
        items[0] = 9;
        Assert.Equal((JsonValue)1, array[0]);
    }

    [Fact]
    public void Text_is_literal_in_a_template_unless_it_has_substitutions()
    {
        const string Text = "${A} %{B} {C} $${";
        Assert.Equal("\"$\\u007bA} %\\u007bB} {C} $$\\u007b\"", new JsonString(Text).ToJsonTemplate());
        Assert.Equal("\"$\\u007bA} %\\u007bB} {C} $$\\u007b\"", ((JsonValue)Text).ToJsonTemplate());
        Assert.Equal("\"" + Text + "\"", JsonString.WithSubstitutions(Text).ToJsonTemplate());
        Assert.False(new JsonString(Text).HasSubstitutions);
        Assert.True(JsonString.WithSubstitutions(Text).HasSubstitutions);
        Assert.False(JsonString.WithSubstitutions("{A} $ {").HasSubstitutions);
    }

    [Fact]
    public void Data_is_written_without_escapes_of_substitutions()
    {
        Assert.Equal("\"${A}\"", new JsonString("${A}").ToJson());
        Assert.Equal("{\"${A}\":\"%{B}\"}", JsonValue.Parse("{\"$\\u007bA}\":\"%\\u007bB}\"}").ToString());
    }

    [Fact]
    public void Names_are_literal_in_a_template_unless_they_were_read_with_substitutions()
    {
        var read = (JsonObject)JsonValue.Parse("{\"${B}\":2,\"$\\u007bC}\":3}");
        var value = new JsonObject.Builder().Add("${A}", 1).Add(read.Members[0]).Add(read.Members[1]).ToObject();
        Assert.Equal("{\"$\\u007bA}\":1,\"${B}\":2,\"$\\u007bC}\":3}", value.ToJsonTemplate());
        Assert.Equal([false, true, false], value.Members.Select(member => member.NameHasSubstitutions));
        Assert.Throws<ArgumentNullException>(() => new JsonObject.Builder().Add(default(JsonMember)));
    }

    [Theory]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true)]
    [InlineData("\"${A}\"", "\"$\\u007bA}\"", true)]
    [InlineData("{\"${A}\":1}", "{\"$\\u007bA}\":1}", true)]
    [InlineData("[\"${A} $\\u007bA}\"]", "[\"$\\u007bA} ${A}\"]", true)]
    [InlineData("[1,[]]", "[1,{}]", false)]
    public void The_text_comparer_sees_what_equality_leaves_out(string one, string other, bool areEqual)
    {
        Assert.Equal(areEqual, JsonValue.Parse(one) == JsonValue.Parse(other));
        Assert.False(JsonTextComparer.Instance.Equals(JsonValue.Parse(one), JsonValue.Parse(other)));
        Assert.True(JsonTextComparer.Instance.Equals(JsonValue.Parse(one), JsonValue.Parse(" " + one)));
        Assert.False(JsonTextComparer.Instance.Equals(JsonValue.Parse(one), null));
    }

    [Fact]
    public void Indented_text_has_two_spaces_and_line_feeds()
        => Assert.Equal(
            "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": [],\n  \"c\": \"é\"\n}",
            JsonObject.Create(("a", JsonArray.Create(1, JsonObject.Empty)), ("b", JsonArray.Empty), ("c", "é")).ToJson(indented: true));

    [Fact]
    public void Control_characters_and_lone_surrogates_are_escaped()
        => Assert.Equal("\"\\u0001\\n\\ud800x\ud83d\ude00\u2028\"", new JsonString("\u0001\n\ud800x\ud83d\ude00\u2028").ToJson());

    [Fact]
    public void Values_nested_too_deep_for_the_stack_throw_what_can_be_caught()
    {
        JsonValue value = JsonArray.Empty;
        for (var i = 0; i < 1_000_000; i++)
        {
            value = JsonArray.Create(value);
        }

        Assert.Throws<InsufficientExecutionStackException>(() => value.ToJson());
    }
}

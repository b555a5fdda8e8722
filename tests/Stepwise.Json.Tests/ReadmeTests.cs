namespace Stepwise.Json.Tests;

/// <summary>The examples of the package's README do what it says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_first_example_is_true()
    {
        using var Console = new StringWriter();
        var order = (JsonObject)JsonValue.Parse("""
            { "id": 7, "lines": [{ "price": 2.50 }] }
            """);
        Console.WriteLine(order["lines"]!.Position); // line 1, column 21
        Console.WriteLine(JsonObject.Create(("id", order["id"]!), ("paid", true)).ToJson());
        var lines = Console.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.StartsWith("JsonPosition { Line = 1, Column = 21,", lines[0], StringComparison.Ordinal);
        Assert.Contains("writes `" + lines[1] + "`", ReadmeExamples.Read("Stepwise.Json"), StringComparison.Ordinal);
        ReadmeExamples.AssertTested("Stepwise.Json");
    }

    [Fact]
    public void The_example_of_a_template_is_true()
    {
        using var Console = new StringWriter();
        var template = JsonObject.Create(("price", "${5}"), ("topic", JsonString.WithSubstitutions("${TopicArn}")));
        Console.WriteLine(template.ToJsonTemplate());
        Assert.Contains("writes `" + Console.ToString().TrimEnd() + "`", ReadmeExamples.Read("Stepwise.Json"), StringComparison.Ordinal);
    }
}

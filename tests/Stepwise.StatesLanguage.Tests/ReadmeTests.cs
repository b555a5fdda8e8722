using Stepwise.Json.Tests;
using Stepwise.StatesLanguage.Permissions;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.StatesLanguage.Tests;

/// <summary>The example of the package's README does what it says.</summary>
public sealed class ReadmeTests
{
    private const string State = "\"Notify\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sns:publish\", \"Parameters\": {\"TopicArn\": \"${TopicArn}\", \"Message.$\": \"$.text\"}, \"End\": true}";

    [Fact]
    public void The_example_is_true()
    {
        using var Console = new StringWriter();
        var text = File.ReadAllText("order.asl.json");
        foreach (var diagnostic in DefinitionValidator.Validate(text))
        {
            Console.WriteLine(diagnostic);
        }

        if (DefinitionReader.Read(text).Machine is { } machine)
        {
            Console.WriteLine(RolePolicy.Create(machine).ToJson());
        }

        var readme = ReadmeExamples.Read("Stepwise.StatesLanguage");
        Assert.Contains("`" + State + "`", readme, StringComparison.Ordinal);
        Assert.Contains("```\n" + Console.ToString().ReplaceLineEndings("\n") + "```", readme, StringComparison.Ordinal);
        ReadmeExamples.AssertTested("Stepwise.StatesLanguage");
    }

    /// <summary>Stands for <see cref="System.IO.File"/> in the example.</summary>
    private static class File
    {
        public static string ReadAllText(string path)
        {
            Assert.Equal("order.asl.json", path);
            return "{\"StartAt\": \"Notify\", \"States\": {" + State + "}}";
        }
    }
}

using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Stepwise.Json.Tests;

/// <summary>The README of a package, and its examples.</summary>
internal static partial class ReadmeExamples
{
    /// <summary>Fails unless every block of C# in a package's README is in the calling test file as it is. The tests in that file run the examples.</summary>
    public static void AssertTested(string package, [CallerFilePath] string test = "")
    {
        var code = string.Join('\n', File.ReadAllLines(test).Select(line => line.Trim()));
        var blocks = Block().Matches(Read(package));
        Assert.NotEmpty(blocks);
        foreach (Match block in blocks)
        {
            Assert.Contains(string.Join('\n', block.Groups[1].Value.Trim().Split('\n').Select(line => line.Trim())), code, StringComparison.Ordinal);
        }
    }

    public static string Read(string package, [CallerFilePath] string source = "")
        => File.ReadAllText(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "src", package, "README.md")).ReplaceLineEndings("\n");

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}

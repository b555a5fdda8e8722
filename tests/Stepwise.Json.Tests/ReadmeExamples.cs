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

    /// <summary>Reads the README of a package. Lines end with <c>\n</c>.</summary>
    public static string Read(string package)
        => File.ReadAllText(Path.Combine(Tests(), "..", "src", package, "README.md")).ReplaceLineEndings("\n");

    /// <summary>The folder of all test projects. This file lies in one of them.</summary>
    private static string Tests([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "..");

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}

namespace Stepwise.Consumer.Tests;

internal sealed record DotnetResult(string Arguments, int ExitCode, string Output)
{
    public DotnetResult Succeeds()
    {
        Assert.True(ExitCode == 0, ToString());
        return this;
    }

    /// <summary>Fails with an error of this id (or the start of one).</summary>
    public DotnetResult FailsWith(string id)
    {
        Assert.True(ExitCode != 0, ToString());
        return Says("error " + id);
    }

    public DotnetResult Says(string text)
    {
        Assert.True(Output.Contains(text, StringComparison.Ordinal), $"'{text}' is not in:\n{this}");
        return this;
    }

    public DotnetResult DoesNotSay(string text)
    {
        Assert.False(Output.Contains(text, StringComparison.Ordinal), $"'{text}' is in:\n{this}");
        return this;
    }

    public override string ToString() => $"dotnet {Arguments} returned {ExitCode}:\n{Output}";
}

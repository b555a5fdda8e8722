using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Stepwise.Local;

/// <summary>A mock configuration file is not valid.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "There is always a problem.")]
public sealed class MockConfigurationException : Exception
{
    internal MockConfigurationException(IReadOnlyList<MockConfigurationProblem> problems)
        : base("The mock configuration is not valid:\n" + string.Join('\n', problems.Select(problem => string.Create(CultureInfo.InvariantCulture, $"line {problem.Position.Line}, column {problem.Position.Column}: {problem.Message}"))))
        => Problems = problems;

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<MockConfigurationProblem> Problems { get; }
}

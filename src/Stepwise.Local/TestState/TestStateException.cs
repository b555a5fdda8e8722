using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Local;

/// <summary>Thrown if AWS would refuse the request to test a state.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "An error of the API has a code.")]
public sealed class TestStateException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="code">The error's code, such as <c>ValidationException</c>.</param>
    /// <param name="message">AWS's text.</param>
    public TestStateException(string code, string message)
        : base(message)
        => Code = code;

    /// <summary>The error's code: <c>ValidationException</c>, or <c>InvalidDefinition</c>.</summary>
    public string Code { get; }
}

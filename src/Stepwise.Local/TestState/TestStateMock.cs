using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Local;

/// <summary>The mocked result or error of a tested Task, Map or Parallel. Its work is not done.</summary>
public sealed record TestStateMock
{
    /// <summary>The result, JSON text: of a Task what AWS returns, for <c>lambda:invoke</c> with the envelope; of a Map an array with an element for each item, of a Parallel one for each branch. Null for an error.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Result { get; init; }

    /// <summary>The error; null for a result.</summary>
    public TestStateMockError? ErrorOutput { get; init; }

    /// <summary>How AWS would check the result. Default: all fields. Nothing is checked locally.</summary>
    public MockValidationMode FieldValidationMode { get; init; }
}

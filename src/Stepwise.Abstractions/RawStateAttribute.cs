using System.Diagnostics.CodeAnalysis;

namespace Stepwise;

/// <summary>Adds a state that is written in ASL, for state types without an attribute. The state is emitted verbatim. The compiler follows its transitions and does not know the values that it writes.</summary>
public sealed class RawStateAttribute : StateAttribute
{
    /// <summary>Adds a state.</summary>
    /// <param name="json">The state as a JSON object, with <c>Type</c> and, if the type has it, <c>Next</c>.</param>
    public RawStateAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) => Json = json;

    /// <summary>The state as a JSON object.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string Json { get; }
}

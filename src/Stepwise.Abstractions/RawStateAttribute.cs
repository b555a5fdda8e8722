using System.Diagnostics.CodeAnalysis;

namespace Stepwise;

/// <summary>A state written in ASL, for what has no attribute yet. It is emitted as it stands; only its transitions are followed. Values that it writes are not known to other states.</summary>
public sealed class RawStateAttribute : StateAttribute
{
    /// <summary>Gives the state.</summary>
    /// <param name="json">The state's JSON object, with <c>Type</c> and, where it has one, <c>Next</c>.</param>
    public RawStateAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) => Json = json;

    /// <summary>The state's JSON object.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string Json { get; }
}

using System.Text.Json;

namespace Stepwise.Differential.Types;

/// <summary>How a machine names properties in JSON.</summary>
/// <param name="Attribute">What <c>[StateMachine]</c> says, with a comma before it; empty for what it need not say.</param>
/// <param name="Policy">The policy of System.Text.Json; null for names as C# has them.</param>
internal sealed record Naming(string Attribute, JsonNamingPolicy? Policy)
{
    public static Naming CamelCase { get; } = new("", JsonNamingPolicy.CamelCase);

    /// <summary>All namings, the usual one more often.</summary>
    public static IReadOnlyList<Naming> All { get; } =
        [CamelCase, CamelCase, new(", JsonNaming = JsonNaming.SnakeCase", JsonNamingPolicy.SnakeCaseLower), new(", JsonNaming = JsonNaming.AsWritten", null)];

    /// <summary>The name in JSON.</summary>
    public string Apply(string name) => Policy?.ConvertName(name) ?? name;
}

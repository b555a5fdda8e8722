namespace Stepwise.Generator.Translation;

/// <summary>Where the value of a state goes.</summary>
/// <param name="Value">The value of the workflow that it becomes; null where it does not become one.</param>
/// <param name="IsOutput">Whether it is the output of the execution.</param>
internal readonly record struct Destination(string? Value, bool IsOutput)
{
    public static readonly Destination Output = new(null, IsOutput: true);

    /// <summary>The value is discarded.</summary>
    public static readonly Destination None = new(null, IsOutput: false);

    /// <summary>A value of the workflow, by name.</summary>
    public static Destination To(string value) => new(value, IsOutput: false);
}

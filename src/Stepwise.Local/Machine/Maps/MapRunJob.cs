using Stepwise.Json;

namespace Stepwise.Local.Machine.Maps;

/// <summary>The work of one child execution of a map run.</summary>
/// <param name="input">Its input: an item, or a batch of them.</param>
/// <param name="itemCount">How many items are in it.</param>
internal sealed class MapRunJob(JsonValue input, int itemCount)
{
    public JsonValue Input => input;

    public int ItemCount => itemCount;

    /// <summary>The name of the child execution; null until it is given one.</summary>
    public string? Name { get; set; }

    /// <summary>The child execution; null until it begins.</summary>
    public Execution? Execution { get; set; }

    /// <summary>How often the child execution was started again.</summary>
    public int RedriveCount { get; set; }
}

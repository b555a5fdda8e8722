namespace Stepwise.StatesLanguage.Manifest;

/// <summary>A value that states read and write.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as C# writes it.</param>
/// <param name="Origin">input, result or error.</param>
internal sealed record ManifestValue(string Name, string Type, string Origin)
{
    /// <summary>What it is, in words, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The properties of an object, those of objects in it included; their names are paths.</summary>
    public IReadOnlyList<ManifestMember> Members { get; init; } = [];
}

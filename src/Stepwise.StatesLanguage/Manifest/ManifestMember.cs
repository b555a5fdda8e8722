namespace Stepwise.StatesLanguage.Manifest;

/// <summary>A property of a value.</summary>
/// <param name="Name">Its path within the value, such as <c>metrics.answered</c>.</param>
/// <param name="Type">Its type, as C# writes it.</param>
/// <param name="Description">What it is, in words, or null.</param>
internal sealed record ManifestMember(string Name, string Type, string? Description);

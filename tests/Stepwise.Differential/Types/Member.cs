namespace Stepwise.Differential.Types;

/// <summary>A property.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="WireName">Its name in JSON; null for the name that the naming policy gives.</param>
/// <param name="Ignoring">Which values are left out.</param>
/// <param name="IsTextEnum">Whether the property's own converter writes an enum as text.</param>
/// <param name="IsTextNumber">Whether a number is written as text.</param>
internal sealed record Member(string Name, TypeRef Type, string? WireName = null, Ignoring Ignoring = Ignoring.Default, bool IsTextEnum = false, bool IsTextNumber = false)
{
    /// <summary>The name in JSON.</summary>
    public string JsonName(Naming naming) => WireName ?? naming.Apply(Name);
}

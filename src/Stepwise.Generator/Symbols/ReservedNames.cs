namespace Stepwise.Generator.Symbols;

/// <summary>Names that the generated part of a workflow class uses, and names that a property of a record cannot have.</summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> _members = new(StringComparer.Ordinal)
    {
        "Input", "Output", "ITasks", "Workflow", "Definition", "Policy", "Trust", "InputSchema", "OutputSchema", "Manifest", "ReadArtifact", "StateIsDeclaration",
    };

    private static readonly HashSet<string> _recordMembers = new(StringComparer.Ordinal)
    {
        "Clone", "EqualityContract", "Equals", "GetHashCode", "ToString", "GetType", "PrintMembers", "MemberwiseClone", "Finalize", "ReferenceEquals", "Deconstruct",
    };

    /// <summary>Whether a member of a workflow class must not have that name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="records">The names of the records that are generated from the class's methods.</param>
    public static bool IsMember(string name, ISet<string> records) => _members.Contains(name) || records.Contains(name);

    /// <summary>Whether a type that does not exist is probably one that the generator adds.</summary>
    public static bool IsGeneratedType(string name) => name is "Output" || name.EndsWith("Input", StringComparison.Ordinal);

    public static string Reason(string name) => _members.Contains(name)
        ? "the generated part of the class has a member with that name"
        : "it is the generated record of a task's payload";

    /// <summary>Whether a parameter would become a property that the record <paramref name="recordName"/> cannot have.</summary>
    public static bool IsProperty(string propertyName, string recordName) => _recordMembers.Contains(propertyName) || propertyName == recordName;
}

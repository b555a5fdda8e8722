namespace Stepwise.Differential.Types;

/// <summary>An enum.</summary>
internal sealed class EnumType(string name, bool isText, IReadOnlyList<EnumName> members) : CSharpType(name)
{
    /// <summary>Whether the type's own converter writes names.</summary>
    public bool IsText => isText;

    public IReadOnlyList<EnumName> Members => members;

    public override bool IsValueType => true;
}

namespace Stepwise.StatesLanguage.Validation;

/// <summary>A state whose values are being checked.</summary>
/// <param name="Node">The state.</param>
/// <param name="Language">Its query language.</param>
/// <param name="Machine">What surrounds it.</param>
internal readonly record struct ValueScope(Node Node, AslQueryLanguage Language, MachineScope Machine)
{
    public bool IsJsonata => Language == AslQueryLanguage.Jsonata;
}

namespace Stepwise.StatesLanguage.Validation;

/// <summary>A state whose values the rules check.</summary>
/// <param name="Node">The state.</param>
/// <param name="Language">Its query language.</param>
/// <param name="Machine">The scope of the machine that has the state.</param>
internal readonly record struct ValueScope(Node Node, AslQueryLanguage Language, MachineScope Machine)
{
    public bool IsJsonata => Language == AslQueryLanguage.Jsonata;
}

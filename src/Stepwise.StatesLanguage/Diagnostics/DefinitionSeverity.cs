namespace Stepwise.StatesLanguage.Diagnostics;

/// <summary>How bad a diagnostic is.</summary>
public enum DefinitionSeverity
{
    /// <summary>AWS accepts the definition, but it probably does not mean what it says.</summary>
    Warning,

    /// <summary>AWS refuses the definition.</summary>
    Error,
}

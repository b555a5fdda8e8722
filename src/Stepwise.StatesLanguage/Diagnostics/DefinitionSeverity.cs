namespace Stepwise.StatesLanguage.Diagnostics;

/// <summary>The severity of a diagnostic.</summary>
public enum DefinitionSeverity
{
    /// <summary>AWS accepts the definition, but the definition is probably wrong.</summary>
    Warning,

    /// <summary>AWS refuses the definition.</summary>
    Error,
}

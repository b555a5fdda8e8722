namespace Stepwise.StatesLanguage.Paths;

/// <summary>The value from which a path starts.</summary>
internal enum PathRoot
{
    /// <summary>The state's input: <c>$</c>.</summary>
    Input,

    /// <summary>The context object: <c>$$</c>.</summary>
    Context,

    /// <summary>A variable: <c>$name</c>.</summary>
    Variable,
}

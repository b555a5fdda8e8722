namespace Stepwise.StatesLanguage.Paths;

/// <summary>What a path starts from.</summary>
internal enum PathRoot
{
    /// <summary>The state's input: <c>$</c>.</summary>
    Input,

    /// <summary>The context object: <c>$$</c>.</summary>
    Context,

    /// <summary>A variable: <c>$name</c>.</summary>
    Variable,
}

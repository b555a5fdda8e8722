namespace Stepwise.Generator.Expressions;

/// <summary>What a body builds.</summary>
internal enum BodyKind
{
    /// <summary>A value of the workflow: names follow the workflow's naming.</summary>
    Data,

    /// <summary>The arguments of a service: its own members are written as they are in C#, the user's data inside them follows the workflow's naming.</summary>
    ServiceArguments,
}

namespace Stepwise.Benchmarks.Builds;

/// <summary>What changed since the last build.</summary>
internal enum BuildEdit
{
    /// <summary>The body of a method in a class that is not a workflow.</summary>
    Body,

    /// <summary>A declaration of that class.</summary>
    Declaration,

    /// <summary>A value in a state of the workflow, so that its definition changes.</summary>
    Workflow,
}

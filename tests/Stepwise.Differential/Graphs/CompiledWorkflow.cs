using System.Reflection;

namespace Stepwise.Differential.Graphs;

/// <summary>A random workflow that the compiler accepted.</summary>
/// <param name="Name">The name of its class.</param>
/// <param name="Workflow">The workflow.</param>
/// <param name="Class">The class, with the generated part.</param>
/// <param name="Definition">The definition.</param>
internal sealed record CompiledWorkflow(string Name, RandomWorkflow Workflow, Type Class, string Definition)
{
    /// <summary>The method of a state, or of the start.</summary>
    public MethodInfo Method(string name) => Class.GetMethod(name)!;

    /// <summary>The generated type of the output.</summary>
    public Type OutputType => Class.GetProperty("Workflow")!.PropertyType.GenericTypeArguments[1];

    /// <summary>The type of the result of a task; null for none.</summary>
    public Type? ResultOf(string task) => Method(task).ReturnType is { IsGenericType: true } type ? type.GenericTypeArguments[0] : null;
}

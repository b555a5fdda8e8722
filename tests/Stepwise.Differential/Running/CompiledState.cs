using System.Reflection;
using Stepwise.Differential.Places;

namespace Stepwise.Differential.Running;

/// <summary>A random state that the compiler accepted, on both sides.</summary>
/// <param name="Name">The name of its class.</param>
/// <param name="State">The state.</param>
/// <param name="Method">The method that C# executes.</param>
/// <param name="Definition">The definition.</param>
internal sealed record CompiledState(string Name, RandomState State, MethodInfo Method, string Definition);

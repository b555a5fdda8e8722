using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Kinds;

/// <summary>What a state adds to the generated part of its class. The body of a partial method is not part of it.</summary>
/// <param name="Task">Its method in <c>ITasks</c>, or null if the user of the workflow does not implement its work.</param>
/// <param name="End">What it puts into the output, or null if the execution does not end here or ends with a failure.</param>
internal readonly record struct StateSignature(TaskSignature? Task, EndSignature? End)
{
    /// <summary>The signature of a state that adds nothing.</summary>
    public static readonly StateSignature None;
}

/// <summary>What an ending state puts into the output.</summary>
/// <param name="Type">The type of the whole output. It is null if <paramref name="Properties"/> describe the output, or if the state puts nothing into it.</param>
/// <param name="Properties">The properties of the output if its type has no name.</param>
internal sealed record EndSignature(ITypeSymbol? Type, List<OutputProperty<ITypeSymbol>> Properties)
{
    /// <summary>An output of one type.</summary>
    public static EndSignature Of(ITypeSymbol? type) => new(type, []);
}

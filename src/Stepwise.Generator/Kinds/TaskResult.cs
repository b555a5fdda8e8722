using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Kinds;

/// <summary>Reads the type of a task's result and derives its name.</summary>
internal static class TaskResult
{
    /// <summary>Returns the type of the result of a method without a body, or null if the method returns no result.</summary>
    public static ITypeSymbol? Of(StateMethod method) => method.HasBody ? null : Awaited(method.Symbol.ReturnType);

    /// <summary>Whether a type is <c>Task</c> or <c>Task&lt;T&gt;</c>.</summary>
    public static bool IsAnyTask(ITypeSymbol type) => IsTask(type) || Awaited(type) is not null;

    /// <summary>The <c>T</c> of <c>Task&lt;T&gt;</c>; null for everything else.</summary>
    public static ITypeSymbol? Awaited(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task", TypeArguments: [var result] } named && IsTasks(named) ? result : null;

    private static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task", TypeArguments.Length: 0 } named && IsTasks(named);

    /// <summary>The <c>T</c> of <c>LambdaResult&lt;T&gt;</c>; null for everything else.</summary>
    public static ITypeSymbol? Enveloped(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "LambdaResult", TypeArguments: [var payload] } && StepwiseSymbols.Contains(type) ? payload : null;

    /// <summary>Returns the default name of a result, which is the name of its type in camel case. Returns null for a type such as <c>int</c> or <c>List&lt;Order&gt;</c>, whose name says nothing about the value.</summary>
    public static string? DefaultName(ITypeSymbol type, Model.WireType wire)
    {
        var named = Enveloped(type) ?? type;
        return named is INamedTypeSymbol { TypeArguments.Length: 0, SpecialType: SpecialType.None, IsAnonymousType: false }
            && wire.Kind is Model.WireKind.Object or Model.WireKind.Enum or Model.WireKind.Opaque
            ? WireNames.CamelCase(named.Name)
            : null;
    }

    private static bool IsTasks(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}

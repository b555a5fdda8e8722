using System.Text;

namespace Stepwise.Differential.Places;

/// <summary>Writes the workflow class of a random state.</summary>
internal static class WorkflowSource
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Stepwise;
        using Data;
        using Library;

        """;

    /// <summary>The name of the method whose body is tested, and of its state.</summary>
    public const string State = "S";

    /// <summary>The source of a class with the method that C# executes.</summary>
    /// <param name="name">The name of the class.</param>
    /// <param name="state">The state.</param>
    public static string WriteExecuted(string name, RandomState state) =>
        $"{Prologue(name, state)}public static class {name}\n{{\n    {Method(state, isExecuted: true)}\n    private const string Yes = \"\", No = \"\", A = \"\", B = \"\", C = \"\", D = \"\";\n}}\n";

    /// <summary>The source of a workflow.</summary>
    /// <param name="name">The name of the class and of the machine.</param>
    /// <param name="state">The state.</param>
    public static string Write(string name, RandomState state)
    {
        var text = new StringBuilder(Prologue(name, state));
        var machineLanguage = state.Language is Language.Jsonata ? "" : ", QueryLanguage = QueryLanguage.JsonPath";
        text.Append("[StateMachine(\"").Append(name).Append('"').Append(machineLanguage).Append(state.Naming.Attribute).Append(")]\npublic sealed partial class ").Append(name).Append("\n{\n");
        var result = state.Result is { } value && state.Read.Contains(value) ? value : null;
        var inputs = state.Read.Where(parameter => parameter != result).Select(static parameter => parameter.Type.Text + " " + parameter.Name).ToList();
        if (result is { Type.Nullness: Types.Nullness.Nullable })
        {
            inputs.Add("bool isAssigned");
        }

        var first = result is null ? State : inputs.Contains("bool isAssigned") ? "IsAssigned" : "Get";
        text.Append("    [Start(Next = nameof(").Append(first).Append("))] public static partial void Start(").AppendJoin(", ", inputs).Append(");\n");
        if (first == "IsAssigned")
        {
            text.Append("    [Choice] public static NextState IsAssigned(bool isAssigned) => isAssigned ? nameof(Get) : nameof(S);\n");
        }

        if (result is not null)
        {
            text.Append("    [LambdaTask(\"get\", ResultName = \"").Append(result.Name).Append("\", Next = nameof(S))] public static partial Task<").Append(result.Type.Text).Append("> Get();\n");
        }

        text.Append("    ").Append(Signature(state)).Append('\n').Append(Targets(state)).Append("}\n");
        return text.ToString();
    }

    /// <summary>The source of a workflow with members that are written by hand.</summary>
    /// <param name="name">The name of the class and of the machine.</param>
    /// <param name="types">Types that only it uses, in C#.</param>
    /// <param name="members">The members.</param>
    public static string WriteClass(string name, string types, string members) => $"{Usings}using static {name}Types;\n\npublic static class {name}Types\n{{\n{types}\n}}\n\n[StateMachine(\"{name}\")]\npublic sealed partial class {name}\n{{\n{members}\n}}\n";

    /// <summary>The attribute and the method.</summary>
    public static string Signature(RandomState state)
    {
        var language = state.Language is Language.JsonataInJsonPath ? "QueryLanguage = QueryLanguage.Jsonata" : "";
        var attribute = state.Place switch
        {
            Place.Pass => "Pass(End = true, ",
            Place.Choice or Place.ChoiceSwitch => "Choice(",
            Place.Succeed => "Succeed(",
            Place.Fail => "Fail(\"Failed\", ",
            Place.WaitFor or Place.WaitUntil => "Wait(End = true, ",
            Place.ServiceArguments => "ServiceTask(\"sns:publish\", End = true, ",
            Place.ServicePayload => "ServiceTask(\"lambda:invoke\", End = true, ",
            _ => "LambdaTask(\"f\", End = true, ",
        };
        return "[" + (attribute + language).TrimEnd(' ', ',') + ")] " + Method(state, isExecuted: false);
    }

    private static string Prologue(string name, RandomState state) => state.OwnTypes is { } types
        ? $"{Usings}using static {name}Types;\n\npublic static class {name}Types\n{{\n{types}\n}}\n\n"
        : Usings;

    private static string Method(RandomState state, bool isExecuted)
    {
        var parameters = string.Join(", ", state.Read.Select(static parameter => parameter.Type.Text + " " + parameter.Name));
        return state.Place is Place.LambdaPayload
            ? isExecuted ? $"public static void S({parameters}) {{ }}" : $"public static partial Task<int> S({parameters});"
            : $"public static {state.ReturnType} S({parameters}) {state.Body.Write(isExecuted)}";
    }

    /// <summary>The states that a Choice goes to. A state that nothing goes to is an error.</summary>
    private static string Targets(RandomState state) => state.Place switch
    {
        Place.Choice => "    [Succeed] public static partial void Yes();\n    [Succeed] public static partial void No();\n",
        Place.ChoiceSwitch => string.Concat(new[] { "A", "B", "C", "D" }.Where(name => state.Body.Write(isExecuted: false).Contains($"nameof({name})", StringComparison.Ordinal)).Select(static name => $"    [Pass(End = true)] public static partial void {name}();\n")),
        _ => "",
    };
}

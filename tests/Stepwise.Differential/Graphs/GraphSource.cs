using System.Text;
using Stepwise.Differential.Places;

namespace Stepwise.Differential.Graphs;

/// <summary>Writes the class of a random workflow.</summary>
internal static class GraphSource
{
    /// <summary>The source of a workflow.</summary>
    /// <param name="name">The name of the class and of the machine.</param>
    /// <param name="workflow">The workflow.</param>
    public static string Write(string name, RandomWorkflow workflow)
    {
        var text = new StringBuilder(WorkflowSource.Usings);
        text.Append("[StateMachine(\"").Append(name).Append('"').Append(workflow.Language is Language.JsonPath ? ", QueryLanguage = QueryLanguage.JsonPath" : "").Append(workflow.Naming.Attribute).Append(")]\n");
        foreach (var catcher in workflow.Catchers)
        {
            text.Append(catcher.Text).Append('\n');
        }

        text.Append("public sealed partial class ").Append(name).Append("\n{\n");
        text.Append("    [Start(Next = nameof(").Append(workflow.States[0].Name).Append("))] public static partial void Start(")
            .AppendJoin(", ", workflow.ReadInputs.Select(static input => input.Type.Text + " " + input.Name)).Append(");\n");
        foreach (var state in workflow.States)
        {
            text.Append("    ").Append(Write(state)).Append('\n');
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>The source of a class that has the bodies of a workflow and nothing else.</summary>
    public static string WriteBodies(string name, RandomWorkflow workflow)
    {
        var text = new StringBuilder(WorkflowSource.Usings).Append("public static class ").Append(name).Append("\n{\n");
        foreach (var state in workflow.States)
        {
            text.Append("    public ").Append(state.ReturnType.Length > 0 ? "static " + Method(state) : "const string " + state.Name + " = \"\";").Append('\n');
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>The attributes and the method of a state.</summary>
    public static string Write(GraphState state)
    {
        var arguments = new List<string>();
        switch (state.Kind)
        {
            case StateKind.Wait:
                arguments.Add(state.Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case StateKind.LambdaTask:
                arguments.Add("\"function-" + state.Name.ToLowerInvariant() + "\"");
                break;
            case StateKind.ServiceTask:
                arguments.Add("\"sns:publish\"");
                break;
            case StateKind.Fail or StateKind.FailMarker:
                arguments.Add("\"" + state.Error + "\"");
                break;
        }

        if (state.Language is Language.JsonataInJsonPath)
        {
            arguments.Add("QueryLanguage = QueryLanguage.Jsonata");
        }

        if (state is { ResultName: { } result, HasDefaultName: false })
        {
            arguments.Add("ResultName = \"" + result + "\"");
        }

        if (state.Cause is { } cause)
        {
            arguments.Add("Cause = \"" + cause + "\"");
        }

        if (state.CanContinue)
        {
            arguments.Add(state.Next is { } next ? "Next = nameof(" + next + ")" : "End = true");
        }

        var kind = state.Kind switch
        {
            StateKind.PassMarker => "Pass",
            StateKind.WaitFor or StateKind.WaitUntil => "Wait",
            StateKind.SucceedParameters or StateKind.SucceedMarker => "Succeed",
            StateKind.FailMarker => "Fail",
            _ => state.Kind.ToString(),
        };
        var attributes = string.Concat(state.Catchers.Select(static catcher => catcher.Text + " "));
        return $"[{kind}({string.Join(", ", arguments)})] {attributes}public static {Method(state)}";
    }

    private static string Method(GraphState state)
    {
        var parameters = string.Join(", ", state.Parameters.Select(static reading => reading.Text));
        return state.Kind switch
        {
            StateKind.LambdaTask => $"partial Task{(state.Result is { } result ? $"<{result.Text}>" : "")} {state.Name}({parameters});",
            _ when state.ReturnType.Length == 0 => $"partial void {state.Name}({parameters});",
            _ => $"{state.ReturnType} {state.Name}({parameters}) {state.Body!.Write(isExecuted: false)}",
        };
    }
}

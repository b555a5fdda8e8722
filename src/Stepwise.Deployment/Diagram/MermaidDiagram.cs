using System.Globalization;
using System.Text;
using Stepwise.StatesLanguage;

namespace Stepwise.Deployment.Diagram;

/// <summary>Writes a definition as a Mermaid flowchart, which GitHub and other sites render in Markdown.</summary>
internal static class MermaidDiagram
{
    /// <summary>Writes a definition.</summary>
    /// <param name="machine">The definition. It may be invalid.</param>
    /// <returns>Mermaid text with a final line break, without a code fence. The same definition gives the same text.</returns>
    public static string Write(StateMachine machine)
    {
        var text = new StringBuilder("flowchart TD\n");
        text.Append("  start(( )):::start\n");
        Write(text, machine, "s", "start", "  ");
        text.Append("""
              classDef start fill:#1f2933,stroke:#1f2933
              classDef choice fill:#fff6de,stroke:#b7791f,color:#1f2933
              classDef task fill:#eaf2fd,stroke:#2f6fc4,color:#1f2933
              classDef wait fill:#f3edfb,stroke:#7a4fc0,color:#1f2933
              classDef pass fill:#f1f3f5,stroke:#7b8794,color:#1f2933
              classDef good fill:#e6f6ea,stroke:#2f8f4e,color:#1f2933
              classDef bad fill:#fdeceb,stroke:#c53f3a,color:#1f2933

            """.Replace("\r", ""));
        return text.ToString();
    }

    private static void Write(StringBuilder text, StateMachine machine, string prefix, string start, string indent)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var state in machine.States)
        {
            var id = prefix + (++number).ToString(CultureInfo.InvariantCulture);
            if (!ids.ContainsKey(state.Name))
            {
                ids.Add(state.Name, id);
            }

            Write(text, state, id, indent);
        }

        string IdOf(string name)
        {
            if (!ids.TryGetValue(name, out var id))
            {
                ids.Add(name, id = prefix + (++number).ToString(CultureInfo.InvariantCulture));
                text.Append(indent).Append(id).Append("[\"").Append(Escape(name)).Append("<br/>does not exist\"]:::bad\n");
            }

            return id;
        }

        text.Append(indent).Append(start).Append(" --> ").Append(IdOf(machine.StartAt)).Append('\n');
        foreach (var state in machine.States)
        {
            foreach (var transition in Transition.FromState(state))
            {
                var isCatch = transition.Kind == TransitionKind.Catch;
                var label = DiagramText.LabelOf(transition);
                var (from, to) = (ids[state.Name], IdOf(transition.To));
                text.Append(indent).Append(from).Append(isCatch ? " -.->" : " -->").Append(label.Length == 0 ? " " : "|\"" + Escape(label) + "\"| ").Append(to).Append('\n');
            }
        }
    }

    private static void Write(StringBuilder text, State state, string id, string indent)
    {
        var inner = state.Machines;
        var label = "\"" + Escape(state.Name) + "<br/>" + Escape(DiagramText.CaptionOf(state) + (state is TransitionState { End: true } ? ", end" : "")) + "\"";
        if (inner.Count == 0)
        {
            var (open, close, type) = state switch
            {
                ChoiceState => ("{{", "}}", "choice"),
                WaitState => ("([", "])", "wait"),
                SucceedState => ("([", "])", "good"),
                FailState => ("([", "])", "bad"),
                TaskState => ("[", "]", "task"),
                _ => ("[", "]", "pass"),
            };
            text.Append(indent).Append(id).Append(open).Append(label).Append(close).Append(":::").Append(type).Append('\n');
            return;
        }

        text.Append(indent).Append("subgraph ").Append(id).Append('[').Append(label).Append("]\n");
        for (var i = 0; i < inner.Count; i++)
        {
            var branch = id + "b" + (i + 1).ToString(CultureInfo.InvariantCulture);
            text.Append(indent).Append("  ").Append(branch).Append("(( )):::start\n");
            Write(text, inner[i], branch + "s", branch, indent + "  ");
        }

        text.Append(indent).Append("end\n");
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append(character).Append(text[++i]);
            }
            else if (char.IsLetterOrDigit(character) || character is ' ' or '.' or ',' or '-' or '_' or ':' or '(' or ')' or '/' or '=' or '≠' or '≤' or '≥' or '…')
            {
                escaped.Append(character);
            }
            else
            {
                escaped.Append('#').Append(((int)(char.IsSurrogate(character) ? '\uFFFD' : character)).ToString(CultureInfo.InvariantCulture)).Append(';');
            }
        }

        return escaped.ToString();
    }
}

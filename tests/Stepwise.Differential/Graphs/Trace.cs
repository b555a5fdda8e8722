using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Stepwise.Differential.Running;

namespace Stepwise.Differential.Graphs;

/// <summary>What an execution did.</summary>
internal sealed record Trace
{
    /// <summary>The states that it entered, in order.</summary>
    public List<string> Path { get; } = [];

    /// <summary>The tasks that it called, in order.</summary>
    public List<TaskCall> Calls { get; } = [];

    /// <summary>How long each Wait took, in seconds.</summary>
    public List<(string State, double Seconds)> Waits { get; } = [];

    /// <summary>How it ended.</summary>
    public TraceEnd End { get; set; }

    /// <summary>The output; null for null, and where there is none.</summary>
    public JsonNode? Output { get; set; }

    /// <summary>The error of an execution that failed, or what C# threw, or why the trace ends.</summary>
    public string? Error { get; set; }

    /// <summary>The cause of an execution that failed.</summary>
    public string? Cause { get; set; }

    public string Text
    {
        get
        {
            var text = new StringBuilder();
            text.Append(string.Join(" -> ", Path));
            foreach (var call in Calls)
            {
                text.Append(CultureInfo.InvariantCulture, $"; {call.State} gets {call.Sent?.ToJsonString(JsonText.Options) ?? "null"}");
            }

            foreach (var (state, seconds) in Waits)
            {
                text.Append(CultureInfo.InvariantCulture, $"; {state} takes {seconds} s");
            }

            return text.Append("; ").Append(End is TraceEnd.Succeeded ? "output " + (Output?.ToJsonString(JsonText.Options) ?? "null") : $"{End}: {Error}, cause {Cause}").ToString();
        }
    }
}

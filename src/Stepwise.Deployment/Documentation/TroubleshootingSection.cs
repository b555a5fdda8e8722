using Stepwise.Deployment.Diagram;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Cost;

namespace Stepwise.Deployment.Documentation;

/// <summary>Writes the section on what to do if an execution failed, continued after an error, or does not end. The notes of the source come first, then what can be derived from the definition.</summary>
internal static class TroubleshootingSection
{
    public static void Write(Markdown text, DocumentSource source)
    {
        text.Heading(2, "Troubleshooting");
        text.Notes(source.Notes.Troubleshooting);
        var machine = source.Machine;
        var known = source.Described();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var failure in machine.States.OfType<FailState>())
        {
            text.Heading(3, "An execution ended in " + failure.Name);
            text.Paragraph((known.PurposeOf(failure) is { Length: > 0 } purpose ? Markdown.Text(purpose) + " " : "") + "Error " + StateText.ValueOf(failure.Error, failure.ErrorPath) + ", cause " + StateText.ValueOf(failure.Cause, failure.CausePath) + ".");
            Tell(failure.Name);
            text.Paragraph("What leads there:");
            text.Items(LeadsTo(failure.Name, machine, known));
        }

        foreach (var state in machine.States.Where(state => state is PassState or TaskState or WaitState && IsOnlyForErrors(state, machine) && !LeadsToFailure(state, machine)))
        {
            text.Heading(3, "An execution went through " + state.Name);
            text.Paragraph((known.PurposeOf(state) is { Length: > 0 } purpose ? Markdown.Text(purpose) + " " : "") + "The execution went on after an error.");
            Tell(state.Name);
            text.Paragraph("What leads there:");
            text.Items(LeadsTo(state.Name, machine, known));
        }

        foreach (var loop in Joined(CostEstimate.Create(machine).Loops))
        {
            text.Heading(3, "An execution is stuck in the loop of " + (loop.Find(name => machine.Find(name) is WaitState) ?? loop[0]));
            foreach (var name in loop)
            {
                Tell(name);
            }

            text.Paragraph("The loop is " + string.Join(", ", loop.Select(Markdown.Text)) + ". It ends nowhere but here:");
            text.Items(loop.Select(machine.Find).SelectMany(state => state switch
            {
                ChoiceState choice => Transition.FromState(choice).Where(way => !loop.Contains(way.To)).Select(way => Markdown.Text(choice.Name) + " leaves it to " + Markdown.Text(way.To) + (way.Kind == TransitionKind.Rule ? " when " + StateText.Condition(way.Rule) : " when no rule holds")),
                TaskState task when Transition.FromState(task).FirstOrDefault(way => way.Kind == TransitionKind.Catch && !loop.Contains(way.To)) is { } way => [Markdown.Text(task.Name) + " leaves it to " + Markdown.Text(way.To) + " when it fails" + LookAt(task, known)],
                _ => Enumerable.Empty<string>(),
            }));
        }

        foreach (var (_, state) in machine.WithNested().Where(item => known.TroubleshootingOf(item.State.Name).Count > 0 && !told.Contains(item.State.Name)))
        {
            text.Heading(3, state.Name + (state is WorkState ? " failed" : ""));
            Tell(state.Name);
        }

        text.Heading(3, "Anything else");
        text.Items(
        [
            "`get-execution-history` with `--reverse-order` shows the failed state, its input and its error first.",
            "`States.Timeout`: the task took longer than its timeout; see the table of states." + (machine.TimeoutSeconds is { } seconds ? " An execution is stopped after " + DiagramText.OfDuration(seconds) + " and is then `TIMED_OUT`; no Catch sees that." : ""),
            "`States.Runtime`: the data had not the shape that a state reads. It is not retried, and no Catch sees it.",
        ]);

        void Tell(string name)
        {
            if (told.Add(name))
            {
                text.Notes(known.TroubleshootingOf(name));
            }
        }
    }

    /// <summary>Joins loops that share a state. The states are in the order of the shortest loop, followed by the other states of the other loops.</summary>
    private static List<List<string>> Joined(IReadOnlyList<ExecutionLoop> loops)
    {
        var joined = new List<List<string>>();
        foreach (var loop in loops)
        {
            var one = new List<string>();
            foreach (var other in joined.Where(known => known.Exists(name => loop.States.Contains(name))).ToList())
            {
                one.AddRange(other);
                joined.Remove(other);
            }

            one.AddRange(loop.States.Where(name => !one.Contains(name)));
            joined.Add(one);
        }

        return joined;
    }

    private static IEnumerable<string> LeadsTo(string name, StateMachine machine, DescribedStates known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { name };
        var open = new Queue<string>();
        open.Enqueue(name);
        while (open.Count > 0)
        {
            var target = open.Dequeue();
            foreach (var state in machine.States)
            {
                foreach (var way in Transition.FromState(state).Where(way => way.To == target))
                {
                    switch (way.Kind)
                    {
                        case TransitionKind.Catch:
                            yield return Markdown.Text(state.Name) + " failed (" + StateText.Errors(way.Errors) + ")" + (target == name ? "" : ", and " + Markdown.Text(target) + " came next") + LookAt(state, known);
                            break;
                        case TransitionKind.Rule:
                            yield return Markdown.Text(state.Name) + ": " + StateText.Condition(way.Rule) + Before(state, machine);
                            break;
                        case TransitionKind.Default:
                            yield return Markdown.Text(state.Name) + ": none of its rules held" + Before(state, machine);
                            break;
                        case TransitionKind.Next when seen.Add(state.Name):
                            open.Enqueue(state.Name);
                            break;
                    }
                }
            }
        }
    }

    /// <summary>Returns a hint to the output of the tasks directly before a Choice. If no task is directly before it, returns an empty string.</summary>
    private static string Before(State choice, StateMachine machine)
    {
        var tasks = machine.States.Where(state => state is TaskState && Transition.FromState(state).Any(way => way.Kind == TransitionKind.Next && way.To == choice.Name)).Select(state => Markdown.Text(state.Name)).ToList();
        return tasks.Count == 0 ? "" : "; look at the output of " + string.Join(", ", tasks);
    }

    private static string LookAt(State? state, DescribedStates known)
    {
        if (state is not TaskState task)
        {
            return "";
        }

        if (known.Find(task.Name)?.Function is { } function)
        {
            return "; read the log of the function " + Markdown.Code(function);
        }

        var resource = TaskResource.Parse(task.Resource);
        return resource.Kind switch
        {
            TaskResourceKind.Function or TaskResourceKind.Substitution => "; read the function's log",
            TaskResourceKind.Optimized when resource.Integration == "lambda:invoke" => "; read the function's log",
            TaskResourceKind.Optimized or TaskResourceKind.Sdk => "; does what " + Markdown.Code(resource.Integration) + " is called on exist, and may the role reach it?",
            _ => "",
        };
    }

    private static bool IsOnlyForErrors(State state, StateMachine machine)
    {
        var ways = machine.States.SelectMany(Transition.FromState).Where(way => way.To == state.Name).ToList();
        return ways.Count > 0 && ways.TrueForAll(way => way.Kind == TransitionKind.Catch);
    }

    private static bool LeadsToFailure(State state, StateMachine machine)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        State? at = state;
        while (at is not null && seen.Add(at.Name))
        {
            if (at is FailState)
            {
                return true;
            }

            at = (at as TransitionState)?.Next is { } next ? machine.Find(next) : null;
        }

        return false;
    }
}

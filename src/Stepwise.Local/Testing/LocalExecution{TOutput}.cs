using System.Text.Json;
using Stepwise.Local.Machine;
using Stepwise.Local.Testing;

namespace Stepwise.Local;

/// <summary>An execution of a workflow that is written in C#, running or ended. <see cref="ToString"/> says in a few lines what became of it, and why.</summary>
/// <typeparam name="TOutput">The output.</typeparam>
public sealed class LocalExecution<TOutput>
{
    private readonly JsonSerializerOptions _json;
    private readonly WorkflowSource _source;

    internal LocalExecution(LocalExecution execution, JsonSerializerOptions json, WorkflowSource source)
    {
        Execution = execution;
        _json = json;
        _source = source;
    }

    /// <summary>The execution, without its types.</summary>
    public LocalExecution Execution { get; }

    /// <summary>Where it stands.</summary>
    public WorkflowStatus Status => Execution.Status;

    /// <summary>What came out of it.</summary>
    /// <exception cref="LocalExecutionException">It did not succeed, or its output is no <typeparamref name="TOutput"/>; the message says what happened.</exception>
    public TOutput Output
    {
        get
        {
            EnsureSucceeded();
            try
            {
                return JsonSerializer.Deserialize<TOutput>(Execution.Output!.ToJson(), _json)!;
            }
            catch (Exception exception) when (exception is JsonException or NotSupportedException)
            {
                throw new LocalExecutionException($"The output is no {typeof(TOutput)}: {exception.Message}\n{this}", Execution, exception);
            }
        }
    }

    /// <summary>The error's name; null unless it failed with one.</summary>
    public string? Error => Execution.Error;

    /// <summary>The error's cause; null unless it failed with one.</summary>
    public string? Cause => Execution.Cause;

    /// <summary>The names of the states that it entered, in order. A retried state is there once.</summary>
    public IReadOnlyList<string> States => Execution.States;

    /// <summary>Its history so far, as AWS keeps it.</summary>
    public IReadOnlyList<HistoryEvent> Events => Execution.Events;

    /// <summary>How long it took, on its clock; while it runs, so far.</summary>
    public TimeSpan Elapsed => Execution.Elapsed;

    /// <summary>How many transitions AWS bills.</summary>
    public int Transitions => Execution.Transitions;

    /// <summary>Ends when the execution does, however that is; it does not fail.</summary>
    public Task Completion => Execution.Completion;

    /// <summary>Requires that the execution succeeded.</summary>
    /// <returns>The execution.</returns>
    /// <exception cref="LocalExecutionException">It failed, timed out, was stopped or still runs; the message says what happened.</exception>
    public LocalExecution<TOutput> EnsureSucceeded()
        => Status == WorkflowStatus.Succeeded ? this : throw new LocalExecutionException(ToString(), Execution, Report.LastException);

    /// <summary>What became of it: the path, and where it failed the state with its place in the C#, its input, the error and the attempts.</summary>
    /// <returns>A few lines of text.</returns>
    public override string ToString() => Report.Text;

    private ExecutionReport Report => ExecutionReport.Of(Execution, _source.PlaceOf);
}

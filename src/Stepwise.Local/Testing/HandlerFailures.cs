using System.Collections.Concurrent;

namespace Stepwise.Local;

/// <summary>What handlers threw, as .NET has it: the wire keeps names and texts only, and whoever reads why a test fails wants the place in the code.</summary>
internal sealed class HandlerFailures
{
    private readonly ConcurrentDictionary<(string ExecutionArn, string StateName), Exception> _last = new();

    public void Add(TaskRequest request, Exception exception) => _last[(request.ExecutionArn, request.StateName)] = exception;

    /// <summary>The last exception of a state in an execution; null for none.</summary>
    public Exception? Of(string executionArn, string stateName) => _last.GetValueOrDefault((executionArn, stateName));
}

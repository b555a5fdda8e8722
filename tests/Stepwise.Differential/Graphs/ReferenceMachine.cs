using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stepwise.Differential.Places;
using Stepwise.Differential.Running;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Graphs;

/// <summary>
/// What a workflow means in C#: it calls the methods of the class, keeps the values by their names, and follows what they return. It knows nothing of the definition.
/// </summary>
/// <param name="compiled">The workflow.</param>
/// <param name="options">How the workflow serializes.</param>
internal sealed class ReferenceMachine(CompiledWorkflow compiled, JsonSerializerOptions options)
{
    private const int MostStates = 200;

    /// <summary>Executes the workflow.</summary>
    /// <param name="inputs">The input, by name.</param>
    /// <param name="table">What the tasks answer.</param>
    /// <param name="startedAt">When the execution starts.</param>
    public Trace Run(IReadOnlyDictionary<string, PooledValue> inputs, TaskTable table, DateTimeOffset startedAt) => new Execution(compiled, options, inputs, table, startedAt).Run();

    /// <summary>A value of the workflow.</summary>
    private sealed record Value(object? Clr, JsonNode? Json);

    private sealed class Execution
    {
        private readonly CompiledWorkflow _compiled;
        private readonly JsonSerializerOptions _options;
        private readonly TaskTable _table;
        private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _visits = new(StringComparer.Ordinal);
        private readonly Trace _trace = new();
        private DateTimeOffset _now;

        public Execution(CompiledWorkflow compiled, JsonSerializerOptions options, IReadOnlyDictionary<string, PooledValue> inputs, TaskTable table, DateTimeOffset startedAt)
        {
            (_compiled, _options, _table, _now) = (compiled, options, table, startedAt);
            foreach (var (name, value) in inputs)
            {
                _values[name] = new(value.Clr, value.Node);
            }
        }

        public Trace Run()
        {
            var workflow = _compiled.Workflow;
            var next = workflow.States[0].Name;
            while (next is not null)
            {
                if (_trace.Path.Count == MostStates)
                {
                    return End(TraceEnd.Endless, null);
                }

                _trace.Path.Add(next);
                var state = workflow[next];
                if (!TryReadArguments(state, out var arguments))
                {
                    return _trace;
                }

                try
                {
                    next = Execute(state, arguments);
                }
#pragma warning disable CA1031 // Whatever a body throws is what the workflow means.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    var isUnchecked = Unchecked.Is(exception, state.Body!, state.Language, state.Kind is StateKind.Choice, ownTypes: null);

                    // An error of the arguments of a task can be caught, under a name that C# does not know.
                    return End(isUnchecked || _compiled.Workflow.CatchersOf(state).Count > 0 ? TraceEnd.Unchecked : TraceEnd.Threw, exception.GetType().Name);
                }
            }

            return _trace;
        }

        private bool TryReadArguments(GraphState state, out object?[] arguments)
        {
            arguments = new object?[state.Parameters.Count];
            for (var i = 0; i < arguments.Length; i++)
            {
                var reading = state.Parameters[i];
                var isSet = _values.TryGetValue(reading.Source, out var value);
                arguments[i] = reading.Path.Aggregate(value?.Clr, static (target, member) => target?.GetType().GetProperty(member)!.GetValue(target));
                if (arguments[i] is null && !reading.Variable.Type.MayBeNull)
                {
                    End(TraceEnd.Broken, $"{state.Name} reads {reading.Text}, which is {(isSet ? "null" : "not set")}");
                    return false;
                }
            }

            return true;
        }

        /// <summary>Executes a state.</summary>
        /// <returns>The state that follows; null if the execution has ended.</returns>
        private string? Execute(GraphState state, object?[] arguments)
        {
            switch (state.Kind)
            {
                case StateKind.Choice:
                    return Invoke(state, arguments)!.ToString();
                case StateKind.Pass:
                    var type = _compiled.Method(state.Name).ReturnType;
                    var result = Invoke(state, arguments);
                    return HandOn(state, result, result is null ? null : JsonSerializer.SerializeToNode(result, type, _options));
                case StateKind.PassMarker:
                    return Continue(state);
                case StateKind.Wait:
                    return Wait(state, state.Seconds);
                case StateKind.WaitFor:
                    return Wait(state, ((TimeSpan)Invoke(state, arguments)!).TotalSeconds);
                case StateKind.WaitUntil:
                    return Wait(state, Math.Max(0, ((DateTimeOffset)Invoke(state, arguments)! - _now).TotalSeconds));
                case StateKind.LambdaTask:
                    return Call(state, Object(state, arguments));
                case StateKind.ServiceTask:
                    var sent = Invoke(state, arguments)!;
                    return Call(state, JsonSerializer.SerializeToNode(sent, sent.GetType(), DefinitionSide.AsWritten));
                case StateKind.Succeed:
                    var output = Invoke(state, arguments);
                    return Succeed(JsonSerializer.SerializeToNode(output, state.ReturnType == "object" ? output!.GetType() : _compiled.Method(state.Name).ReturnType, _options));
                case StateKind.SucceedParameters when arguments.Length > 0:
                    return Succeed(Object(state, arguments));
                case StateKind.SucceedParameters or StateKind.SucceedMarker:
                    return Succeed(Document(state));
                default:
                    var cause = state.Kind is StateKind.Fail ? (string?)Invoke(state, arguments) : state.Cause;
                    End(TraceEnd.Failed, state.Error).Cause = cause ?? "";
                    return null;
            }
        }

        private object? Invoke(GraphState state, object?[] arguments) => _compiled.Method(state.Name).Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

        /// <summary>The parameters of a state as one object.</summary>
        private JsonObject Object(GraphState state, object?[] arguments)
        {
            var result = new JsonObject();
            foreach (var (parameter, argument) in _compiled.Method(state.Name).GetParameters().Zip(arguments))
            {
                result[_compiled.Workflow.Naming.Apply(parameter.Name!)] = argument is null ? null : JsonSerializer.SerializeToNode(argument, parameter.ParameterType, _options);
            }

            return result;
        }

        private string? Call(GraphState state, JsonNode? sent)
        {
            _trace.Calls.Add(new(state.Name, sent));
            var visit = _visits.GetValueOrDefault(state.Name);
            _visits[state.Name] = visit + 1;
            var outcome = _table.Of(state.Name, visit);
            if (outcome.Error is not { } error)
            {
                return state.Result is null ? Continue(state) : HandOn(state, outcome.Result!.Clr, outcome.Result.Node);
            }

            foreach (var catcher in _compiled.Workflow.CatchersOf(state))
            {
                if (catcher.Matches(error))
                {
                    _values[catcher.Value] = new(new WorkflowError(error, outcome.Cause), new JsonObject { ["Error"] = error, ["Cause"] = outcome.Cause });
                    return catcher.Next;
                }
            }

            End(TraceEnd.Failed, error).Cause = outcome.Cause;
            return null;
        }

        /// <summary>The result of a state is the output, or becomes a value.</summary>
        private string? HandOn(GraphState state, object? result, JsonNode? json)
        {
            if (state.Next is null)
            {
                return Succeed(json);
            }

            _values[state.ResultName!] = new(result, json);
            if (json is not null && !Declarations.Hold(state.Result!.Type, json, _compiled.Workflow.Naming))
            {
                End(TraceEnd.Unchecked, "a member that is declared as not null is null");
                return null;
            }

            return state.Next;
        }

        private string? Wait(GraphState state, double seconds)
        {
            if (seconds is < 0 or >= CSharpSide.MostSeconds)
            {
                End(TraceEnd.Threw, "a wait that AWS does not have");
                return null;
            }

            _trace.Waits.Add((state.Name, Math.Round(seconds, 3)));
            _now += TimeSpan.FromSeconds(seconds);
            return Continue(state);
        }

        /// <summary>The state has no result: the execution goes on, or ends.</summary>
        private string? Continue(GraphState state) => state.Next ?? Succeed(Document(state));

        /// <summary>What a state without an output of its own puts out: nothing, and in JSONPath all values.</summary>
        private JsonObject Document(GraphState state)
        {
            var result = new JsonObject();
            if (state.Language is Language.JsonPath)
            {
                var inputs = _compiled.Workflow.Inputs.Select(static input => input.Name).ToHashSet(StringComparer.Ordinal);
                foreach (var (name, value) in _values)
                {
                    result[inputs.Contains(name) ? _compiled.Workflow.Naming.Apply(name) : name] = value.Json?.DeepClone();
                }
            }

            return result;
        }

        private string? Succeed(JsonNode? output)
        {
            _trace.Output = output?.DeepClone();
            End(TraceEnd.Succeeded, null);
            return null;
        }

        private Trace End(TraceEnd end, string? error)
        {
            _trace.End = end;
            _trace.Error = error;
            return _trace;
        }
    }
}

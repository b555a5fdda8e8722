using System.Globalization;
using System.Text.Json;
using Stepwise.Differential.Places;
using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Graphs;

/// <summary>Makes random workflows: first the graph, with what each state sets.</summary>
internal sealed class RandomWorkflows(Random random, Catalogue types)
{
    private static readonly (StateKind Kind, int Weight)[] _kinds =
    [
        (StateKind.LambdaTask, 28), (StateKind.Choice, 26), (StateKind.Pass, 20), (StateKind.WaitFor, 3), (StateKind.WaitUntil, 3), (StateKind.Wait, 4), (StateKind.PassMarker, 3),
        (StateKind.ServiceTask, 6), (StateKind.Succeed, 3), (StateKind.SucceedParameters, 2), (StateKind.SucceedMarker, 2), (StateKind.Fail, 3), (StateKind.FailMarker, 1),
    ];

    private static readonly StateKind[] _ends = [StateKind.Succeed, StateKind.Succeed, StateKind.Succeed, StateKind.SucceedParameters, StateKind.SucceedMarker, StateKind.Fail, StateKind.FailMarker];

    private static readonly string[] _inputNames = ["r", "q", "t", "n", "orderId", "u", "k"];

    /// <summary>Names of values, among them names of functions of JSONata and of arguments of <c>Asl.Jsonata</c>.</summary>
    private static readonly string[] _valueNames = ["total", "found", "count", "answer", "note", "arg0", "sum", "Shipped", "string_1", "lookup"];

    private static readonly (string? Argument, string? Error)[] _typedErrors =
    [
        ("\"Custom.Error\"", "Custom.Error"), ("<OutOfStockException>", "OutOfStockException"), ("Errors.Timeout", "States.Timeout"), ("Errors.TaskFailed", "States.TaskFailed"),
    ];

    private static readonly string[] _outputNames = ["First", "Second", "Third", "Fourth"];

    private readonly Dictionary<string, TypeRef> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeRef> _outputs = new(StringComparer.Ordinal);
    private TypeRef _outputType = types.Int;

    /// <summary>The C# of the types that workflows use beside those of the catalogue.</summary>
    public static string TypesSource { get; } = $"\npublic sealed class OutOfStockException : Exception {{ }}\n\n{Loop.Tally.Declaration}";

    /// <summary>A workflow whose states have no bodies yet, and a Choice only the states that it leads to.</summary>
    public RandomWorkflow Next()
    {
        _values.Clear();
        _outputs.Clear();
        _outputType = random.Next(6) == 0 ? OneOf(types.Scalars) : types.RandomParameter(isRecord: true).NotNull;
        var language = random.Next(5) < 2 ? Language.JsonPath : Language.Jsonata;
        List<Variable> inputs = [.. _inputNames.Take(5).Select((name, index) => new Variable(name, types.RandomParameter(isRecord: index < 2), isParameter: true))];
        inputs.Add(new("u", types.Text.Nullable, isParameter: true));
        inputs.Add(new("k", types.Int, isParameter: true));
        var states = States(language, random.Next(3, 9));
        List<Catcher> catchers = random.Next(4) == 0 ? [new(null, null, Later(states, 0), random.Next(4) == 0 ? "failure" : null)] : [];
        return new RandomWorkflow(language, inputs, states, catchers) { Naming = types.Naming }.WithoutUnreachable();
    }

    /// <summary>The types of the properties of an output that a body computes. All ends of a workflow agree on them.</summary>
    public IReadOnlyList<(string Name, TypeRef Type)> OutputProperties()
    {
        var result = new List<(string, TypeRef)>();
        foreach (var name in _outputNames.Where(_ => random.Next(2) == 0).DefaultIfEmpty(_outputNames[0]))
        {
            if (!_outputs.TryGetValue(name, out var type))
            {
                _outputs[name] = type = random.Next(4) == 0 ? types.RandomParameter(isRecord: true) : random.Next(3) == 0 ? OneOf(types.Scalars).Nullable : OneOf(types.Scalars);
            }

            result.Add((name, type));
        }

        return result;
    }

    /// <summary>The state that sets a counter to 0.</summary>
    public const string First = "First";

    private static string NameOf(int index) => "S" + index.ToString(CultureInfo.InvariantCulture);

    private List<GraphState> States(Language language, int count)
    {
        var kinds = Enumerable.Range(0, count).Select(index => index == count - 1 ? OneOf(_ends) : NextKind()).ToList();

        // A loop is a state that counts and a Choice that goes back. Nothing else leads to that Choice.
        var loop = count > 3 && random.Next(3) == 0 ? random.Next(2, count - 1) : -1;
        var states = new List<GraphState>();
        GraphState? first = null;
        for (var i = 0; i < count; i++)
        {
            if (i == loop)
            {
                var back = random.Next(0, i - 1);
                var usesRecord = random.Next(2) == 0;
                var (name, member) = usesRecord ? ("tally", "N") : ("rounds", null);
                var result = usesRecord ? new TypeRef(Loop.Tally) : types.Int;
                _values[name] = result;
                var countingLanguage = NextLanguage(language);
                if (countingLanguage is Language.JsonPath && !usesRecord)
                {
                    countingLanguage = Language.JsonataInJsonPath;
                }

                states[i - 1] = Counting(states[i - 1].Name, countingLanguage, name, result) with { Next = NameOf(i) };
                if (countingLanguage is Language.JsonPath)
                {
                    // JSONPath cannot test a counter that was not set.
                    first = Counting(First, countingLanguage, name, result) with { Next = NameOf(0) };
                }

                states.Add(new GraphState(NameOf(i), StateKind.Choice, NextLanguage(language)) { Loop = new(name, member, random.Next(1, 4), NameOf(back), NameOf(random.Next(i + 1, count))) });
                states[i] = states[i] with { Body = Placeholder([states[i].Loop!.Back, states[i].Loop!.Forward]) };
            }
            else
            {
                List<int> later = [.. Enumerable.Range(i + 1, count - i - 1).Where(index => index != loop)];
                states.Add(State(i, kinds[i], NextLanguage(language), [.. later.Select(NameOf)]));
            }
        }

        return first is null ? states : [first, .. states];
    }

    private static GraphState Counting(string name, Language language, string value, TypeRef result) =>
        new(name, StateKind.Pass, language) { Result = result, ResultName = value, ReturnType = result.Text, IsCounting = true };

    private GraphState State(int index, StateKind kind, Language language, IReadOnlyList<string> later)
    {
        if (later.Count < 2 && kind is StateKind.Choice)
        {
            kind = StateKind.PassMarker;
        }

        var state = new GraphState(NameOf(index), kind, language);
        if (kind is StateKind.Succeed or StateKind.SucceedParameters or StateKind.SucceedMarker or StateKind.Fail or StateKind.FailMarker)
        {
            return state with { Error = random.Next(2) == 0 ? "Failed" : "Order.Failed", Cause = kind is StateKind.FailMarker && random.Next(2) == 0 ? "it's over" : null };
        }

        if (kind is StateKind.Choice)
        {
            List<string> targets = [.. later.OrderBy(_ => random.Next()).Take(random.Next(2, 5))];
            return state with { Body = Placeholder(targets) };
        }

        // Most states lead to one of the next two.
        state = state with { Next = later.Count == 0 || random.Next(10) == 0 ? null : later[random.Next(Math.Min(2, later.Count))], Seconds = random.Next(0, 100) };
        if (state.IsTask && later.Count > 0 && random.Next(2) == 0)
        {
            state = state with { Catchers = Catchers(later) };
        }

        return kind is StateKind.Pass || (kind is StateKind.LambdaTask && random.Next(5) > 0) ? WithResult(state) : state;
    }

    private List<Catcher> Catchers(IReadOnlyList<string> later)
    {
        var result = new List<Catcher>();
        foreach (var (argument, error) in _typedErrors.Where(_ => random.Next(4) == 0))
        {
            result.Add(new(argument, error, OneOf(later), random.Next(3) == 0 ? "failure" : null));
        }

        if (result.Count == 0 || random.Next(2) == 0)
        {
            result.Add(new(null, null, OneOf(later), random.Next(4) == 0 ? "failure" : null));
        }

        return result;
    }

    private GraphState WithResult(GraphState state)
    {
        if (state.IsEnd)
        {
            return state with { Result = _outputType, ReturnType = _outputType.Text };
        }

        if (_values.Count > 0 && random.Next(3) == 0)
        {
            var (known, knownType) = _values.ElementAt(random.Next(_values.Count));
            if (known is not ("rounds" or "tally"))
            {
                return state with { Result = knownType, ReturnType = knownType.Text, ResultName = known };
            }
        }

        var type = types.RandomParameter(isRecord: state.Language is Language.JsonPath || random.Next(2) == 0);
        if (type.Type is RecordType record && !record.Name.Contains('<', StringComparison.Ordinal) && random.Next(2) == 0)
        {
            var derived = JsonNamingPolicy.CamelCase.ConvertName(record.Name);
            if (!_values.TryGetValue(derived, out var other) || other == type)
            {
                _values[derived] = type;
                return state with { Result = type, ReturnType = type.Text, ResultName = derived, HasDefaultName = true };
            }
        }

        var name = _valueNames.FirstOrDefault(name => !_values.ContainsKey(name) && random.Next(2) == 0) ?? NameOf(_values.Count).ToUpperInvariant() + "result";
        _values[name] = type;
        return state with { Result = type, ReturnType = type.Text, ResultName = name };
    }

    private StateKind NextKind()
    {
        var target = random.Next(_kinds.Sum(static kind => kind.Weight));
        foreach (var (kind, weight) in _kinds)
        {
            if ((target -= weight) < 0)
            {
                return kind;
            }
        }

        return StateKind.Pass;
    }

    /// <summary>A single state of a JSONPath machine can be one of JSONata.</summary>
    private Language NextLanguage(Language machine) => machine is Language.JsonPath && random.Next(2) == 0 ? Language.JsonataInJsonPath : machine;

    private string Later(List<GraphState> states, int than)
    {
        var candidates = states.Skip(than + 1).Where(static state => state.Loop is null).ToList();
        return candidates[random.Next(candidates.Count)].Name;
    }

    private static Node Placeholder(IReadOnlyList<string> targets) => Node.List("targets", Routes.Type, "", ", ", "", targets.Select(Routes.To), 1);

    private T OneOf<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}

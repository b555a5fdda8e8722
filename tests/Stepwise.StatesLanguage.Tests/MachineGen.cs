using CsCheck;
using Stepwise.Json;

namespace Stepwise.StatesLanguage.Tests;

/// <summary>Random machines of the model: every type of state, any field there or not, nested machines. They need not be valid.</summary>
internal static class MachineGen
{
    private static readonly Gen<string> _text = Gen.OneOf(Gen.String[Gen.Char.AlphaNumeric, 1, 8], Gen.String[Gen.Char["ab ${}%\"\\\n"], 1, 8]);
    private static readonly Gen<string> _path = Pick.From("$", "$.a", "$.a[0]", "$$.Execution.Id", "$v");
    private static readonly Gen<JsonValue> _value = Gen.OneOf(
        _text.Select(text => (JsonValue)text),
        _text.Select(text => (JsonValue)JsonString.WithSubstitutions(text + "${x}")),
        _text.Select(text => JsonValue.Parse("[" + new JsonString(text + "${x}").ToJsonTemplate() + ",\"$\\u007ba} ${b} $\\u007bc}\"]")),
        Gen.Int[0, 100].Select(number => (JsonValue)number),
        Gen.Bool.Select(boolean => (JsonValue)boolean),
        Gen.Const((JsonValue)JsonObject.Create(("a.$", "$.b"), ("c", JsonArray.Create(1, JsonNull.Instance)))));

    private static readonly Gen<JsonObject> _object = _value.Select(value => JsonObject.Create(("v", value)));
    private static readonly Gen<JsonPathField> _pathField = Gen.OneOf(Gen.Const(JsonPathField.Null), _path.Select(JsonPathField.From));
    private static readonly Gen<IReadOnlyList<string>> _errors = _text.Array[1, 3].Select(names => (IReadOnlyList<string>)names);

    private static readonly Gen<IReadOnlyList<Retrier>> _retry = Gen.Select(_errors, Maybe(Gen.Int[0, 9]), Maybe(Gen.Int[0, 9]), Maybe(Gen.Double[1, 3]), Maybe(_text))
        .Select(r => new Retrier { ErrorEquals = r.Item1, IntervalSeconds = r.Item2, MaxAttempts = r.Item3, BackoffRate = r.Item4, Comment = r.Item5, MaxDelaySeconds = r.Item2 })
        .Array[0, 2].Select(list => (IReadOnlyList<Retrier>)list);

    private static readonly Gen<IReadOnlyList<Catcher>> _catch = Gen.Select(_errors, Optional(_pathField), Optional(_value), Optional(_object), _text)
        .Select(c => new Catcher { ErrorEquals = c.Item1, ResultPath = c.Item2, Output = c.Item3, Assign = c.Item4, Next = c.Item5 })
        .Array[0, 2].Select(list => (IReadOnlyList<Catcher>)list);

    private static readonly Gen<ChoiceTest> _test = Gen.Recursive<ChoiceTest>((depth, self) =>
    {
        var comparison = Gen.Select(_path, Pick.From([.. ChoiceOperators.All.Keys]), _value).Select(t => (ChoiceTest)new ComparisonTest(t.Item1, t.Item2, t.Item3));
        return depth > 3
            ? comparison
            : Gen.Frequency(
                (3, comparison),
                (1, self.Array[0, 3].Select(rules => (ChoiceTest)new AndTest(rules))),
                (1, self.Array[0, 3].Select(rules => (ChoiceTest)new OrTest(rules))),
                (1, self.Select(rule => (ChoiceTest)new NotTest(rule))));
    });

    private static readonly Gen<ChoiceRule> _rule = Gen.OneOf(
        Gen.Select(_test, Optional(_object), Optional(_text)).Select(r => new ChoiceRule { Test = r.Item1, Assign = r.Item2, Next = r.Item3 }),
        Gen.Select(_value, Optional(_value), Optional(_text)).Select(r => new ChoiceRule { Condition = r.Item1, Output = r.Item2, Comment = r.Item3, Next = "x" }));

    public static readonly Gen<StateMachine> Machine = Gen.Recursive<StateMachine>((depth, self) =>
    {
        var flat = Gen.OneOf(
            Gen.Select(_text, Optional(_value), Optional(_value), Optional(_pathField), Optional(_retry), Optional(_catch)).Select(t => (State)new TaskState
            {
                Name = "",
                Resource = t.Item1,
                Parameters = t.Item2,
                Arguments = t.Item3,
                ResultSelector = t.Item2,
                ResultPath = t.Item4,
                Credentials = t.Item3,
                TimeoutSeconds = t.Item2,
                HeartbeatSecondsPath = t.Item1,
                Retry = t.Item5,
                Catch = t.Item6,
            }),
            Gen.Select(Optional(_value), Optional(_pathField)).Select(t => (State)new PassState { Name = "", Result = t.Item1, Parameters = t.Item1, ResultPath = t.Item2 }),
            Gen.Select(Optional(_value), Optional(_path)).Select(t => (State)new WaitState { Name = "", Seconds = t.Item1, SecondsPath = t.Item2, Timestamp = t.Item1, TimestampPath = t.Item2 }),
            Gen.Select(_rule.Array[0, 3], Optional(_text)).Select(t => (State)new ChoiceState { Name = "", Choices = t.Item1, Default = t.Item2 }),
            Gen.Const((State)new SucceedState { Name = "" }),
            Gen.Select(Optional(_value), Optional(_path)).Select(t => (State)new FailState { Name = "", Error = t.Item1, ErrorPath = t.Item2, Cause = t.Item1, CausePath = t.Item2 }));
        var nested = Gen.OneOf(
            Gen.Select(self.Array[0, 2], Optional(_value), Optional(_retry)).Select(t => (State)new ParallelState { Name = "", Branches = t.Item1, Parameters = t.Item2, Arguments = t.Item2, Retry = t.Item3 }),
            Gen.Select(self, Gen.Bool, Optional(_value), Optional(_object), Optional(_text), Maybe(Gen.Bool)).Select(t => (State)new MapState
            {
                Name = "",
                ItemProcessor = t.Item1 with { ProcessorConfig = t.Item6 is { } distributed ? new() { Mode = distributed ? ProcessorMode.Distributed : ProcessorMode.Inline, ExecutionType = StateMachineType.Express } : null },
                UsesIterator = t.Item2,
                Items = t.Item3,
                MaxConcurrency = t.Item3,
                ItemReader = t.Item4,
                ItemBatcher = t.Item4,
                ResultWriter = t.Item4,
                Label = t.Item5,
                ItemsPath = t.Item5,
            }));
        var body = depth > 2 ? flat : Gen.Frequency((4, flat), (1, nested));
        var state = Gen.Select(body, Optional(_text), Optional(_pathField), Optional(_value), Optional(_object), Optional(_text), Gen.Bool, Maybe(Gen.Bool)).Select(t =>
        {
            var common = t.Item1 with { Comment = t.Item2, InputPath = t.Item3, OutputPath = t.Item3, Output = t.Item4, Assign = t.Item5, QueryLanguage = Language(t.Item8) };
            return common is TransitionState transition ? transition with { Next = t.Item6, End = t.Item7 } : common;
        });
        return Gen.Select(Gen.Select(_text, state).Array[1, 5], Optional(_text), Maybe(Gen.Bool)).Select(t =>
        {
            var states = t.Item1.GroupBy(s => s.Item1, StringComparer.Ordinal).Select(s => s.First().Item2 with { Name = s.Key }).ToList();
            return new StateMachine { StartAt = states[0].Name, States = states, Comment = t.Item2, QueryLanguage = Language(t.Item3) };
        });
    });

    private static AslQueryLanguage? Language(bool? jsonata) => jsonata switch
    {
        true => AslQueryLanguage.Jsonata,
        false => AslQueryLanguage.JsonPath,
        null => null,
    };

    private static Gen<T?> Optional<T>(Gen<T> gen)
        where T : class
        => Gen.Select(Gen.Bool, gen).Select(t => t.Item1 ? t.Item2 : null);

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct
        => Gen.Select(Gen.Bool, gen).Select(t => t.Item1 ? t.Item2 : (T?)null);

    private static Gen<string?> Maybe(Gen<string> gen) => Optional(gen);
}

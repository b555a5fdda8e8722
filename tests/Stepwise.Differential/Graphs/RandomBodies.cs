using System.Globalization;
using Stepwise.Differential.Places;
using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Graphs;

/// <summary>Makes random bodies for the states of one workflow.</summary>
/// <param name="random">The source of randomness.</param>
/// <param name="types">The types.</param>
/// <param name="workflow">The workflow, with the states that each Choice leads to.</param>
internal sealed class RandomBodies(Random random, Catalogue types, RandomWorkflow workflow)
{
    private readonly Assignments _assignments = new(workflow);

    /// <summary>What a caught error looks like to a state.</summary>
    public static RecordType ErrorType { get; } = NewErrorType();

    /// <summary>The state with a random body.</summary>
    /// <param name="state">The state.</param>
    /// <param name="depth">How deep the body may be nested; 0 for the least body.</param>
    /// <param name="outputs">The properties of the output, for a Succeed state.</param>
    public GraphState Complete(GraphState state, int depth, IReadOnlyList<(string Name, TypeRef Type)> outputs)
    {
        while (true)
        {
            try
            {
                return TryComplete(state, depth, outputs);
            }
            catch (NoValueException) when (depth > 0)
            {
                depth--;
            }
            catch (NoValueException)
            {
                return Replaced(state);
            }
        }
    }

    /// <summary>The state without a body. A task can give a value of any type.</summary>
    public static GraphState Replaced(GraphState state) => state.Kind switch
    {
        StateKind.Pass => new(state.Name, StateKind.LambdaTask, state.Language)
        {
            Next = state.Next,
            Result = state.Result,
            ResultName = state.ResultName,
            HasDefaultName = state.HasDefaultName,
            Body = Node.List("payload", null, "", ", ", "", [], 0),
        },
        StateKind.Succeed or StateKind.SucceedParameters => new(state.Name, StateKind.SucceedMarker, state.Language),
        _ => state,
    };

    private GraphState TryComplete(GraphState state, int depth, IReadOnlyList<(string Name, TypeRef Type)> outputs)
    {
        var readings = Scope(state);
        var scope = new Scope([.. readings.Select(static reading => reading.Variable)]);
        var expressions = new RandomExpressions(random, types, state.Language, hasRaw: false);
        state = state with { Scope = readings };
        return state.Kind switch
        {
            StateKind.Choice => state with { ReturnType = "NextState", Body = expressions.Body(inner => Route(state, expressions, depth, inner), scope, depth) },
            StateKind.Pass when state.IsCounting => state with { Body = Counted(state, scope) },
            StateKind.Pass => state with { Body = expressions.Body(inner => Value(expressions, state.Result!, depth, inner), scope, depth) },
            StateKind.WaitFor => state with
            {
                ReturnType = "TimeSpan",
                Body = expressions.Body(inner => new("duration", null, $"TimeSpan.From{(random.Next(3) > 0 ? "Seconds" : "Minutes")}(#)", Value(expressions, types.Int, depth - 1, inner)), scope, 0),
            },
            StateKind.WaitUntil => state with { ReturnType = "DateTimeOffset", Body = expressions.Body(inner => Value(expressions, types.Instant, depth - 1, inner), scope, 0) },
            StateKind.LambdaTask => state with { Body = Payload(state, scope, depth, 0) },
            StateKind.SucceedParameters => state with { Body = Payload(state, scope, depth, 1) },
            StateKind.ServiceTask => state with
            {
                ReturnType = "object",
                Body = expressions.Body(inner => new("serviceArguments", null, "new { TopicArn = \"arn:aws:sns:us-east-1:123456789012:t\", Message = #, Subject = # }", Value(expressions, types.Text, depth, inner), Value(expressions, types.Text, depth - 1, inner)), scope, 0),
            },
            StateKind.Succeed when state.Language is Language.JsonPath || random.Next(4) == 0 => Whole(state, expressions, depth, scope),
            StateKind.Succeed => state with
            {
                ReturnType = "object",
                Body = expressions.Body(
                    inner => Node.List("anonymousObject", null, "new { ", ", ", " }", [.. outputs.Select(output => new Node("anonymousMember", null, output.Name + " = #", Value(expressions, output.Type, depth - 1, inner)))], 1),
                    scope,
                    depth),
            },
            StateKind.Fail => state with { ReturnType = "string?", Body = expressions.Body(inner => Value(expressions, random.Next(2) == 0 ? types.Text : types.Text.Nullable, depth, inner), scope, depth) },
            _ => state,
        };
    }

    private static Node Value(RandomExpressions expressions, TypeRef type, int depth, Scope scope) => depth <= 0 ? expressions.Least(type, scope) : expressions.Value(type, depth, scope);

    /// <summary>The output is one value.</summary>
    private GraphState Whole(GraphState state, RandomExpressions expressions, int depth, Scope scope)
    {
        var records = scope.Variables.Where(static variable => variable.Type is { Nullness: Nullness.NotNull, Type: RecordType { Creation: not Creation.None } }).Select(static variable => variable.Type).ToList();
        var type = records.Count == 0 ? types.RandomParameter(isRecord: true).NotNull : records[random.Next(records.Count)];
        return state with { Result = type, ReturnType = type.Text, Body = expressions.Body(inner => Value(expressions, type, state.Language is Language.JsonPath ? 0 : depth, inner), scope, 0) };
    }

    /// <summary>The values that a task or a Succeed sends. JSONPath can send those that are never null.</summary>
    private Node Payload(GraphState state, Scope scope, int depth, int least)
    {
        var sent = scope.Variables.Where(variable => state.Language is not Language.JsonPath || !variable.Type.MayBeNull || random.Next(10) == 0)
            .OrderBy(_ => random.Next())
            .Take(random.Next(least, depth == 0 ? least : 4))
            .Select(static variable => variable.Read());
        return Node.List("payload", null, "", ", ", "", sent, least);
    }

    /// <summary>The next value of the counter of a loop.</summary>
    private static Node Counted(GraphState state, Scope scope)
    {
        if (state.Name == RandomWorkflows.First)
        {
            return new("expressionBody", null, "=> new Tally(0);");
        }

        var counter = scope.Variables.First(variable => variable.Name == state.ResultName);
        var isRecord = counter.Type.Type is RecordType;
        var before = (isRecord, counter.Type.MayBeNull) switch
        {
            (true, true) => new Node("coalesce", null, "(@?.N ?? 0)", counter.Read()),
            (true, false) => new Node("member", null, "@.N", counter.Read()),
            (false, true) => new Node("coalesce", null, "(@ ?? 0)", counter.Read()),
            _ => counter.Read(),
        };
        return new("expressionBody", null, isRecord ? "=> new Tally(# + 1);" : "=> # + 1;", before);
    }

    private Node Route(GraphState state, RandomExpressions expressions, int depth, Scope scope)
    {
        if (state.Loop is { } loop)
        {
            var counter = scope.Variables.First(variable => variable.Name == loop.Counter);
            var test = new Node("loopTest", types.Boolean, (loop.Member is { } member ? "@." + member : "@") + " < " + loop.Limit.ToString(CultureInfo.InvariantCulture), counter.Read());
            var goesBack = random.Next(2) == 0 ? test : new("and", types.Boolean, "@ && @", test, expressions.Condition(Math.Max(0, depth - 1), scope));
            return new("choice", Routes.Type, "@ ? # : #", goesBack, Routes.To(loop.Back), Routes.To(loop.Forward));
        }

        return expressions.Route([.. state.Targets], depth, scope);
    }

    /// <summary>What a state can read: inputs, the values that were set on the way, and members of both.</summary>
    private List<Reading> Scope(GraphState state)
    {
        var types = workflow.States.Where(static other => other.ResultName is not null).GroupBy(static other => other.ResultName!, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First().Result!, StringComparer.Ordinal);
        foreach (var catcher in workflow.States.SelectMany(workflow.CatchersOf))
        {
            types[catcher.Value] = new(ErrorType);
        }

        var result = workflow.Inputs.Select(static input => new Reading(new Variable(input.Name, input.Type, isParameter: true))).ToList();
        var possible = _assignments.Possible(state.Name);
        foreach (var (name, type) in types)
        {
            // A value that no path sets is null too.
            if (possible.Contains(name) || (state.IsCounting && name == state.ResultName) || random.Next(10) == 0)
            {
                result.Add(new(new Variable(name, _assignments.IsCertain(state.Name, name) ? type : type.Nullable, isParameter: true)));
            }
        }

        if (random.Next(3) == 0)
        {
            for (var i = 0; i < 2; i++)
            {
                if (Member(result[random.Next(result.Count)], "f" + i.ToString(CultureInfo.InvariantCulture)) is { } reading)
                {
                    result.Add(reading);
                }
            }
        }

        return result;
    }

    /// <summary>A parameter that reads a member of a value, or the value under another name.</summary>
    private Reading? Member(Reading of, string name)
    {
        var type = of.Variable.Type;
        var path = new List<string>();
        for (var i = random.Next(0, 3); i > 0 && type.Type is RecordType record; i--)
        {
            // A member that its own attribute writes in another form cannot become a parameter.
            var members = record.Members.Where(static member => !member.IsTextEnum && !member.IsTextNumber).ToList();
            if (members.Count == 0)
            {
                return null;
            }

            var member = members[random.Next(members.Count)];
            path.Add(member.Name);
            type = type.MayBeNull || member.Type.MayBeNull ? new(member.Type.Type, Nullness.Nullable) : member.Type;
        }

        return of.Path.Count > 0 ? null : new(new Variable(name, type, isParameter: true), of.Source, path);
    }

    private static RecordType NewErrorType()
    {
        var text = new TypeRef(new ScalarType("string", Scalar.Text), Nullness.Nullable);
        var error = new RecordType("WorkflowError", Creation.None);
        error.Members.AddRange([new("Error", text, "Error"), new("Cause", text, "Cause")]);
        return error;
    }
}

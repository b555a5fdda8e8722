using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Places;

/// <summary>Makes random states.</summary>
internal sealed class RandomStates(Random random, Catalogue types)
{
    private static readonly (Place Place, int Weight)[] _places =
    [
        (Place.Pass, 32), (Place.Choice, 32), (Place.ChoiceSwitch, 6), (Place.Succeed, 10), (Place.Fail, 5), (Place.WaitFor, 3), (Place.WaitUntil, 2),
        (Place.ServiceArguments, 5), (Place.ServicePayload, 5), (Place.LambdaPayload, 3),
    ];

    private static readonly string[] _parameterNames = ["r", "q", "s", "t", "n", "x"];

    /// <summary>A random state.</summary>
    public RandomState Next()
    {
        while (true)
        {
            try
            {
                return Make();
            }
            catch (NoValueException)
            {
                // Another one.
            }
        }
    }

    private RandomState Make()
    {
        var language = random.Next(10) switch { 0 or 1 or 2 => Language.JsonPath, 3 or 4 => Language.JsonataInJsonPath, _ => Language.Jsonata };
        var place = NextPlace();
        var parameters = _parameterNames.Select((name, index) => new Variable(name, types.RandomParameter(isRecord: index < 3), isParameter: true)).ToList();
        parameters.Add(new("a", new(types.All), isParameter: true));
        parameters.Add(new("b", new(types.All, Nullness.Nullable), isParameter: true));
        parameters.Add(new("u", types.Text.Nullable, isParameter: true));
        parameters.Add(new("k", random.Next(2) == 0 ? types.Int : types.Int.Nullable, isParameter: true));
        var scope = new Scope(parameters);
        var result = random.Next(4) == 0 ? parameters[random.Next(parameters.Count)] : null;
        var depth = language is Language.JsonPath ? random.Next(1, 4) : random.Next(1, 5);
        var (returnType, body) = Body(place, language, depth, scope);
        return new(place, language, parameters, result, returnType, body) { Naming = types.Naming };
    }

    private Place NextPlace()
    {
        var target = random.Next(_places.Sum(static place => place.Weight));
        foreach (var (place, weight) in _places)
        {
            if ((target -= weight) < 0)
            {
                return place;
            }
        }

        return Place.Pass;
    }

    private (string ReturnType, Node Body) Body(Place place, Language language, int depth, Scope scope)
    {
        var expressions = new RandomExpressions(random, types, language);
        switch (place)
        {
            case Place.Pass:
                var type = random.Next(5) == 0 ? types.RandomParameter(isRecord: true) : types.Scalars[random.Next(types.Scalars.Count)];
                type = random.Next(3) == 0 ? type.Nullable : type.NotNull;
                return (type.Text, Make(inner => expressions.Value(type, depth, inner), depth));
            case Place.Choice:
                return ("NextState", Make(inner => new("choice", null, "@ ? nameof(Yes) : nameof(No)", expressions.Condition(depth, inner)), depth));
            case Place.ChoiceSwitch:
                return ("NextState", Make(inner => expressions.ChoiceSwitch(depth, inner), 0));
            case Place.Succeed when language is Language.JsonPath:
                var output = types.RandomParameter(isRecord: true).NotNull;
                return (output.Text, Make(inner => expressions.Least(output, inner), 0));
            case Place.Succeed:
                return ("object", Make(inner => expressions.AnonymousObject(depth, inner), depth));
            case Place.Fail:
                return ("string?", Make(inner => expressions.Value(random.Next(2) == 0 ? types.Text : types.Text.Nullable, depth, inner), depth));
            case Place.WaitFor:
                return ("TimeSpan", Make(inner => new("duration", null, $"TimeSpan.From{(random.Next(2) == 0 ? "Seconds" : "Minutes")}(#)", expressions.Value(types.Int, depth - 1, inner)), 0));
            case Place.WaitUntil:
                return ("DateTimeOffset", Make(inner => expressions.Value(types.Instant, depth - 1, inner), 0));
            case Place.ServiceArguments:
                return ("object", Make(inner => new("serviceArguments", null, "new { TopicArn = \"arn:aws:sns:us-east-1:123456789012:t\", Message = #, Subject = # }", expressions.Value(types.Text, depth, inner), expressions.Value(types.Text, depth - 1, inner)), 0));
            case Place.ServicePayload:
                var payload = types.RandomParameter(isRecord: true).NotNull;
                return ("object", Make(inner => new("servicePayload", null, "new { FunctionName = \"f\", Payload = # }", expressions.Value(payload, depth, inner)), 0));
            default:
                var read = scope.Variables.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(static variable => variable.Read());
                return ("", Node.List("payload", null, "", ", ", "", read, 1));
        }

        // In JSONPath, only a Choice can decide.
        Node Make(Func<Scope, Node> result, int bodyDepth) =>
            depth > 1 && (language is not Language.JsonPath || place is Place.Choice or Place.ChoiceSwitch) && random.Next(6) == 0
                ? expressions.StatementBody(result, scope, Math.Min(depth - 1, 2))
                : expressions.Body(result, scope, bodyDepth);
    }
}

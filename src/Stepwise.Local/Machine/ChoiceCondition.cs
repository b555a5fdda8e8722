using Stepwise.Json;
using Stepwise.Local.History;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Evaluation;
using Stepwise.StatesLanguage.Paths;

namespace Stepwise.Local.Machine;

/// <summary>The condition of a rule of a JSONPath Choice, prepared for evaluation.</summary>
internal abstract class ChoiceCondition
{
    /// <summary>Makes the condition of a test.</summary>
    /// <param name="test">The test.</param>
    public static ChoiceCondition Of(ChoiceTest test) => test switch
    {
        AndTest and => new All([.. and.Rules.Select(Of)]),
        OrTest or => new Any([.. or.Rules.Select(Of)]),
        NotTest not => new None(Of(not.Rule)),
        ComparisonTest { Operator: "IsPresent" } present => new Presence(present),
        ComparisonTest { Operator: "IsNull" or "IsString" or "IsNumeric" or "IsBoolean" or "IsTimestamp" } kind => new OfKind(kind),
        ComparisonTest comparison => new Comparison(comparison),
        _ => throw new ArgumentException($"There is no test of the kind {test.GetType().Name}.", nameof(test)),
    };

    /// <summary>Whether the condition is true.</summary>
    /// <param name="scope">The values that its paths read.</param>
    /// <exception cref="EvaluationException">A path selects nothing.</exception>
    public abstract bool Holds(EvaluationScope scope);

    private static JsonValue Read(string path, EvaluationScope scope)
        => JsonPath.TrySelect(JsonPath.Parse(path), scope, out var value, out _)
            ? value
            : throw new EvaluationException(ErrorNames.Runtime, $"Invalid path '{path}': The choice state's condition path references an invalid value.");

    private sealed class All(ChoiceCondition[] parts) : ChoiceCondition
    {
        public override bool Holds(EvaluationScope scope) => Array.TrueForAll(parts, part => part.Holds(scope));
    }

    private sealed class Any(ChoiceCondition[] parts) : ChoiceCondition
    {
        public override bool Holds(EvaluationScope scope) => Array.Exists(parts, part => part.Holds(scope));
    }

    private sealed class None(ChoiceCondition part) : ChoiceCondition
    {
        public override bool Holds(EvaluationScope scope) => !part.Holds(scope);
    }

    private sealed class Presence(ComparisonTest test) : ChoiceCondition
    {
        private readonly bool _expected = test.Operand is JsonBoolean { Value: true };

        public override bool Holds(EvaluationScope scope) => JsonPath.TrySelect(JsonPath.Parse(test.Variable), scope, out _, out _) == _expected;
    }

    private sealed class OfKind(ComparisonTest test) : ChoiceCondition
    {
        private readonly bool _expected = test.Operand is JsonBoolean { Value: true };

        public override bool Holds(EvaluationScope scope)
        {
            var value = Read(test.Variable, scope);
            return _expected == test.Operator switch
            {
                "IsNull" => value is JsonNull,
                "IsString" => value is JsonString,
                "IsNumeric" => value is JsonNumber,
                "IsBoolean" => value is JsonBoolean,
                _ => value is JsonString { Value: var text } && Timestamp.TryParse(text, out _),
            };
        }
    }

    private sealed class Comparison : ChoiceCondition
    {
        private readonly string _variable;
        private readonly PathExpression? _parsed;
        private readonly JsonValue? _operand;
        private readonly string? _operandPath;
        private readonly ChoiceComparison _compare;

        public Comparison(ComparisonTest test)
        {
            _variable = test.Variable;
            var name = test.Operator;
            if (name.EndsWith("Path", StringComparison.Ordinal))
            {
                name = name[..^4];
                _operandPath = (test.Operand as JsonString)?.Value ?? "";
            }
            else
            {
                _operand = test.Operand;
            }

            _compare = ChoiceComparison.Of(name);
            _ = PathExpression.TryParse(_variable, out _parsed, out _);
        }

        public override bool Holds(EvaluationScope scope)
        {
            if (_parsed is null || !JsonPath.TrySelect(_parsed, scope, out var value, out _))
            {
                value = Read(_variable, scope);
            }

            return _compare.Holds(value, _operand ?? Read(_operandPath!, scope));
        }
    }
}

using System.Reflection;
using System.Runtime.CompilerServices;
using Stepwise.Generator.Incremental;
using Stepwise.Generator.Kinds.Raw;
using Stepwise.Generator.Model;
using Stepwise.Json;

namespace Stepwise.Generator.Tests.Incremental;

/// <summary>What leaves a transform is compared with what left it before, and equal models are not compiled again. So equality must imply equal output.</summary>
public sealed class ModelEqualityTests
{
    /// <summary>Types whose equality sees everything that can be written. <see cref="double"/> is one of them, except for the sign of zero: BackoffRate is at least 1.</summary>
    private static readonly HashSet<Type> _exact = [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double)];

    [Fact]
    public void Every_type_that_a_model_is_made_of_is_compared_by_all_that_it_holds()
    {
        var types = new HashSet<Type>();
        foreach (var root in new[] { typeof(WorkflowReading), typeof(SignatureModel), typeof(ArtifactFile) })
        {
            Visit(root, root.Name, types);
        }

        Assert.Contains(typeof(RawStateModel), types);
        Assert.Contains(typeof(EventRuleModel), types);
        Assert.Contains(typeof(ConstantExpression), types);
    }

    [Theory]
    [InlineData("a field of JSON", typeof(HoldsJson))]
    [InlineData("a list", typeof(HoldsList))]
    [InlineData("a decimal, for which 1.0 is 1.00", typeof(HoldsDecimal))]
    [InlineData("an equality of its own", typeof(HasOwnEquality))]
    public void The_walk_finds(string fault, Type type) => Assert.Throws<Xunit.Sdk.FailException>(() => Visit(type, fault, []));

    [Theory]
    [InlineData("""{ "a": "${Foo}" }""", """{ "a": "$\u007bFoo}" }""")]
    [InlineData("""{ "${a}": 1 }""", """{ "$\u007ba}": 1 }""")]
    [InlineData("""{ "a": 1, "b": 2 }""", """{ "b": 2, "a": 1 }""")]
    [InlineData("""[{ "a": 1, "b": { "c": "%{d}" } }]""", """[{ "a": 1, "b": { "c": "%\u007bd}" } }]""")]
    public void JSON_that_is_written_in_another_way_is_other_JSON(string left, string right)
    {
        Assert.Equal(JsonValue.Parse(left), JsonValue.Parse(right));
        Assert.NotEqual(Written(left), Written(right));
        Assert.NotEqual(new ConstantExpression(JsonValue.Parse(left), WireType.String, 0), new ConstantExpression(JsonValue.Parse(right), WireType.String, 0));
    }

    [Fact]
    public void JSON_that_is_written_alike_is_equal_whatever_the_white_space()
    {
        var (left, right) = (Written("""{ "a": [1, "$\u007bx}"] }"""), Written("""{"a":[1.0,"$\u007bx}"]}"""));
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    private static WrittenJson<JsonValue> Written(string json) => new(JsonValue.Parse(json));

    private static void Visit(Type type, string path, HashSet<Type> visited)
    {
        if (_exact.Contains(type) || type.IsEnum || !visited.Add(type))
        {
            return;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is var definition && (definition == typeof(EquatableArray<>) || definition == typeof(Nullable<>)))
        {
            Visit(type.GenericTypeArguments[0], path + "[]", visited);
            return;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(WrittenJson<>))
        {
            return;
        }

        var equality = type.GetMethod(nameof(Equals), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, [type]);
        if (equality?.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
        {
            Assert.Fail($"{path} is a {type}, whose equality is not that of a record: it may miss something that is written.");
        }

        for (var holder = type; holder is not null && holder != typeof(object); holder = holder.BaseType)
        {
            foreach (var field in holder.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.FieldType, path + "." + field.Name, visited);
            }
        }

        foreach (var derived in type.Assembly.GetTypes())
        {
            if (derived.BaseType == type)
            {
                Visit(derived, derived.Name, visited);
            }
        }
    }

    private sealed record HoldsJson(JsonValue Value);

    private sealed record HoldsList(List<string> Values);

    private sealed record HoldsDecimal(decimal Value);

    private sealed record HasOwnEquality(string Seen, string Missed)
    {
        public bool Equals(HasOwnEquality? other) => other?.Seen == Seen;

        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Seen);
    }
}

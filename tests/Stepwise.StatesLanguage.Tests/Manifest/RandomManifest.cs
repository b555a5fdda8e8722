using System.Reflection;
using Stepwise.Json;
using Stepwise.StatesLanguage.Manifest;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Tests.Manifest;

/// <summary>Makes manifests of random content by their constructors and properties.</summary>
internal sealed class RandomManifest
{
    private static readonly string[] _texts = ["", "a", "Grüße 世界", "${Key}", "%{x} $${Key}", "\"quoted\" \\ \n\t", "arn:aws:sns:eu-central-1:123456789012:t"];
    private static readonly string[] _values = ["true", "12", "1.5", "\"text ${Key}\"", "[]", "[null,\"%{x}\"]", """{"a":{"${b}":"${Key}"},"c":[]}"""];

    private readonly Random _random;

    private RandomManifest(int seed) => _random = new Random(seed);

    public static WorkflowManifest Create(int seed)
    {
        var manifest = (WorkflowManifest)new RandomManifest(seed).Object(typeof(WorkflowManifest));
        return manifest with { Resources = [.. manifest.Resources.OrderBy(resource => ResourceKind.All.ToList().IndexOf(resource.Kind))] };
    }

    private object Object(Type type)
    {
        if (type == typeof(NoteBlock))
        {
            return Block();
        }

        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var nullability = new NullabilityInfoContext();
        var result = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, nullability.Create(parameter).WriteState == NullabilityState.Nullable))]);
        var byConstructor = constructor.GetParameters().Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && !byConstructor.Contains(property.Name)))
        {
            property.SetValue(result, Value(property.PropertyType, nullability.Create(property).WriteState == NullabilityState.Nullable));
        }

        return result is ManifestEventRule rule ? OneTrigger(rule) : result;
    }

    private object? Value(Type type, bool isNullable)
    {
        if (isNullable && _random.Next(3) == 0)
        {
            return null;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => Text(),
            _ when type == typeof(bool) => _random.Next(2) == 0,
            _ when type == typeof(int) => _random.Next(int.MinValue, int.MaxValue),
            _ when type == typeof(long) => _random.NextInt64(),
            _ when type == typeof(double) => _random.Next(2) == 0 ? _random.Next(100_000) : _random.NextDouble(),
            _ when type == typeof(JsonValue) => JsonValue.Parse(_values[_random.Next(_values.Length)]),
            _ when type == typeof(JsonObject) => JsonObject.Create(("a", Text()), ("b", Text())),
            _ when type == typeof(ResourceKind) => ResourceKind.All[_random.Next(ResourceKind.All.Count)],
            _ when type.IsEnum => Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length)),
            _ when type.IsGenericType => List(type.GetGenericArguments()[0]),
            _ => Object(type),
        };
    }

    private Array List(Type type)
    {
        var items = Array.CreateInstance(type, _random.Next(3));
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Value(type, isNullable: false), i);
        }

        return items;
    }

    private ManifestEventRule OneTrigger(ManifestEventRule rule) => _random.Next(2) == 0
        ? rule with { Schedule = Text(), Pattern = null }
        : rule with { Schedule = null, Pattern = JsonValue.Parse(_values[_random.Next(_values.Length)]) };

    private NoteBlock Block()
    {
        var kind = (NoteBlockKind)_random.Next(4);
        NotePiece[] Line() => [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => new NotePiece((NotePieceKind)_random.Next(3), Text()))];
        return kind switch
        {
            NoteBlockKind.Paragraph => new(kind, [Line()]),
            NoteBlockKind.Code => new(kind, [[new NotePiece(NotePieceKind.Text, Text())]]),
            _ => new(kind, [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Line())]),
        };
    }

    private string Text() => _texts[_random.Next(_texts.Length)];
}

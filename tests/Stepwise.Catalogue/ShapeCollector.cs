using System.Text.Json;
using System.Text.RegularExpressions;
using Stepwise.StatesLanguage.Catalogue;

namespace Stepwise.Catalogue;

/// <summary>Collects the shapes that the requests and responses of a service use, each once.</summary>
internal sealed partial class ShapeCollector
{
    private readonly ApiModel _model;
    private readonly AttributeValues? _attributeValues;
    private readonly Dictionary<(string Name, ValuePlace Place), int> _positions = [];
    private readonly Queue<(string Name, ValuePlace Place, int Position)> _waiting = [];
    private readonly List<ModelShape?> _shapes = [];
    private readonly Dictionary<(ApiShapeKind Kind, string TypeName), int> _scalars = [];

    public ShapeCollector(ApiModel model)
    {
        _model = model;
        _attributeValues = AttributeValues.Of(model);
    }

    /// <summary>The shapes, by position. All of them are known when <see cref="Collect"/> returns.</summary>
    public IReadOnlyList<ModelShape> Shapes => _shapes!;

    /// <summary>Adds a shape, and all shapes in it. Returns its position.</summary>
    public int Collect(string name, ValuePlace place)
    {
        var position = PositionOf(name, place);
        while (_waiting.TryDequeue(out var next))
        {
            _shapes[next.Position] = Convert(next.Name, next.Place);
        }

        return position;
    }

    private int PositionOf(string name, ValuePlace place)
    {
        if (_attributeValues?.Reaches(name) != true)
        {
            place = ValuePlace.Request;
        }

        if (_positions.TryGetValue((name, place), out var position))
        {
            return position;
        }

        var shape = _model.Shape(name);
        if (KindOf(shape) is not (ApiShapeKind.Structure or ApiShapeKind.List or ApiShapeKind.Map))
        {
            position = Scalar(new(KindOf(shape), TypeNameOf(name, shape)) { Values = shape.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(static value => value.GetString()!)] : [] });
        }
        else
        {
            position = _shapes.Count;
            _shapes.Add(null);
            _waiting.Enqueue((name, place, position));
        }

        _positions.Add((name, place), position);
        return position;
    }

    /// <summary>Adds a shape without other shapes in it. Two of them that say the same are one.</summary>
    private int Scalar(ModelShape shape)
    {
        if (shape.Values.Count == 0 && _scalars.TryGetValue((shape.Kind, shape.TypeName), out var position))
        {
            return position;
        }

        position = _shapes.Count;
        _shapes.Add(shape);
        if (shape.Values.Count == 0)
        {
            _scalars.Add((shape.Kind, shape.TypeName), position);
        }

        return position;
    }

    private ModelShape Convert(string name, ValuePlace place)
    {
        var shape = _model.Shape(name);
        var converted = new ModelShape(KindOf(shape), TypeNameOf(name, shape));
        return converted.Kind switch
        {
            ApiShapeKind.List => converted with { Element = PositionOf(shape.GetProperty("member").GetProperty("shape").GetString()!, place) },
            ApiShapeKind.Map => converted with { Element = PositionOf(shape.GetProperty("value").GetProperty("shape").GetString()!, place) },
            _ when _attributeValues is not null && AttributeValues.Is(name) => converted with { Members = [.. AttributeValues.Members(shape, place).Select(member => new ModelMember(member.Name, false, PositionOf(member.Shape, member.Place)))] },
            _ => converted with { Members = [.. MembersOf(shape, place)] },
        };
    }

    private IEnumerable<ModelMember> MembersOf(JsonElement shape, ValuePlace place)
    {
        var required = shape.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(static name => name.GetString()!).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var member in shape.GetProperty("members").EnumerateObject())
        {
            // The SDK fills in an idempotency token that is missing.
            var isRequired = required.Contains(member.Name) && !IsTrue(member.Value, "idempotencyToken");
            var position = IsTrue(member.Value, "jsonvalue") ? Scalar(new(ApiShapeKind.Document, "")) : PositionOf(member.Value.GetProperty("shape").GetString()!, place);
            yield return new(WireNames.Member(member.Name), isRequired, position);
        }
    }

    /// <summary>The kind of a shape. An event stream is a document, because what Step Functions makes of it is not known.</summary>
    private static ApiShapeKind KindOf(JsonElement shape) => shape.GetProperty("type").GetString() switch
    {
        "structure" => IsTrue(shape, "document") || IsTrue(shape, "eventstream") ? ApiShapeKind.Document : ApiShapeKind.Structure,
        "list" => ApiShapeKind.List,
        "map" => ApiShapeKind.Map,
        "string" or "character" => ApiShapeKind.Text,
        "integer" or "long" or "float" or "double" => ApiShapeKind.Number,
        "boolean" => ApiShapeKind.Boolean,
        "timestamp" => ApiShapeKind.Timestamp,
        "blob" => ApiShapeKind.Blob,
        var type => throw new InvalidDataException($"The model has a shape of the type '{type}', which the catalogue has no kind for."),
    };

    /// <summary>The name of a type that says which resource a value names, such as <c>RoleArn</c> or <c>S3Location</c>; otherwise empty.</summary>
    private static string TypeNameOf(string name, JsonElement shape) =>
        KindOf(shape) is ApiShapeKind.Text or ApiShapeKind.Structure && !shape.TryGetProperty("enum", out _) && ResourceWord().IsMatch(name) ? name : "";

    private static bool IsTrue(JsonElement element, string trait) => element.TryGetProperty(trait, out var value) && value.ValueKind is JsonValueKind.True;

    [GeneratedRegex("Arn|Bucket|KMS|Role|S3|Uri", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResourceWord();
}

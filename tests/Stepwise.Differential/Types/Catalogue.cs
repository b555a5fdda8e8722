using System.Globalization;
using System.Text;

namespace Stepwise.Differential.Types;

/// <summary>The random types of one assembly, and of the library that it references.</summary>
internal sealed class Catalogue
{
    private static readonly string[] _names = ["Size", "Note", "Count", "Open", "Name", "Code", "Owner", "Price", "Rate", "When", "Part", "Words", "Rank", "Tint", "Id", "Kind", "Total", "Letter", "Table", "Next"];
    private static readonly string[] _oddNames = ["odd name", "a.b", "$price", "it's", "Größe", "x-y", "UPPER", "and", "a\"b", "back\\slash"];

    private readonly Random _random;
    private readonly List<RecordType> _records = [];
    private readonly StringBuilder _data = new();
    private readonly StringBuilder _library = new();

    /// <summary>Makes random types.</summary>
    public Catalogue(Random random)
    {
        _random = random;
        Naming = Naming.All[random.Next(Naming.All.Count)];
        Boolean = Simple("bool", Scalar.Boolean);
        Int = Simple("int", Scalar.Int);
        Long = Simple("long", Scalar.Long);
        Double = Simple("double", Scalar.Double);
        Decimal = Simple("decimal", Scalar.Decimal);
        Text = Simple("string", Scalar.Text);
        Char = Simple("char", Scalar.Char);
        Guid = Simple("Guid", Scalar.Guid);
        Instant = Simple("DateTimeOffset", Scalar.Instant);
        Duration = Simple("TimeSpan", Scalar.Duration);
        Date = Simple("DateOnly", Scalar.Date);
        Enums =
        [
            Enum(_data, "Color", isText: true, ("Red", 0, "red"), ("Green", 1, "Green"), ("Blue", 2, "it's blue")),
            Enum(_data, "Level", isText: false, ("Low", 0, "Low"), ("Middle", 5, "Middle"), ("High", 9, "High")),
            Enum(_library, "Tier", isText: true, ("Free", 0, "free"), ("Paid", 3, "paid")),
            Enum(_data, "Marks", isText: false, ("None", 0, "None"), ("A", 1, "A"), ("B", 2, "B"), ("C", 4, "C"), ("AC", 5, "AC"), ("BC", 6, "BC")),
        ];
        Scalars = [Boolean, Int, Long, Double, Decimal, Text, Char, Guid, Instant, Duration, Date, .. Enums.Select(static type => new TypeRef(type))];
        All = AddAll();
        for (var i = 0; i < 2; i++)
        {
            Add(_library, "L" + Number(i), random.Next(2) == 0 ? Creation.Positional : Creation.Initializer, isOblivious: false);
        }

        Add(_library, "LO", Creation.Initializer, isOblivious: true);
        for (var i = 0; i < 5; i++)
        {
            Add(_data, "R" + Number(i), random.Next(3) > 0 ? Creation.Positional : Creation.Initializer, isOblivious: false);
        }

        Add(_data, "O0", Creation.Initializer, isOblivious: true);
        Add(_data, "O1", Creation.Positional, isOblivious: true);
        AddBox();
        AddDerived();
        AddShapes();
        AddComparable();
    }

    /// <summary>How the machines name properties.</summary>
    public Naming Naming { get; }

    public TypeRef Boolean { get; }

    public TypeRef Int { get; }

    public TypeRef Long { get; }

    public TypeRef Double { get; }

    public TypeRef Decimal { get; }

    public TypeRef Text { get; }

    public TypeRef Char { get; }

    public TypeRef Guid { get; }

    public TypeRef Instant { get; }

    public TypeRef Duration { get; }

    public TypeRef Date { get; }

    /// <summary>An enum of flags, which is a number.</summary>
    public TypeRef Marks => new(Enums[3]);

    public IReadOnlyList<EnumType> Enums { get; }

    /// <summary>A record that has every scalar, and every scalar that may be null.</summary>
    public RecordType All { get; }

    public IReadOnlyList<TypeRef> Scalars { get; }

    public IReadOnlyList<RecordType> Records => _records;

    /// <summary>Records whose members all have a value of their own, so that their equality does not compare references. The first has members with bodies.</summary>
    public List<RecordType> Comparable { get; } = [];

    /// <summary>The source of the types.</summary>
    public string DataSource => Usings + "namespace Data;\n\n" + _data;

    /// <summary>The source of the types of the second assembly.</summary>
    public string LibrarySource => Usings + "namespace Library;\n\n" + _library;

    private static string Usings => "using System;\nusing System.Collections.Generic;\nusing System.Text.Json.Serialization;\nusing Library;\n\n";

    /// <summary>A random type of a parameter.</summary>
    public TypeRef RandomParameter(bool isRecord)
    {
        var type = isRecord ? new TypeRef(_records[_random.Next(_records.Count)]) : RandomType(_records, depth: 2);
        return _random.Next(3) == 0 ? type.Nullable : type.NotNull;
    }

    /// <summary>The declarations of the records that a type is made of.</summary>
    public static void Collect(CSharpType type, ISet<RecordType> found)
    {
        switch (type)
        {
            case RecordType record when found.Add(record):
                foreach (var member in record.Members)
                {
                    Collect(member.Type.Type, found);
                }

                foreach (var (_, derived) in record.Derived)
                {
                    Collect(derived, found);
                }

                break;
            case ListType list:
                Collect(list.Element.Type, found);
                break;
            case DictionaryType dictionary:
                Collect(dictionary.Value.Type, found);
                break;
        }
    }

    private static TypeRef Simple(string name, Scalar scalar) => new(new ScalarType(name, scalar));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static EnumType Enum(StringBuilder source, string name, bool isText, params (string Name, int Number, string Text)[] members)
    {
        if (isText)
        {
            source.Append("[JsonConverter(typeof(JsonStringEnumConverter<").Append(name).Append(">))]\n");
        }

        source.Append("public enum ").Append(name).Append(" { ");
        foreach (var (member, number, text) in members)
        {
            if (isText && text != member)
            {
                source.Append("[JsonStringEnumMemberName(").Append(CSharpText.Of(text)).Append(")] ");
            }

            source.Append(member).Append(" = ").Append(Number(number)).Append(", ");
        }

        source.Append("}\n\n");
        return new EnumType(name, isText, [.. members.Select(static member => new EnumName(member.Name, member.Number, member.Text))]);
    }

    private void Add(StringBuilder source, string name, Creation creation, bool isOblivious)
    {
        // A library cannot use what references it.
        var known = source == _library ? _records.Where(static record => record.Name[0] == 'L').ToList() : _records;
        var record = new RecordType(name, creation);
        var names = _names.OrderBy(_ => _random.Next()).Take(_random.Next(4, 9)).ToList();
        foreach (var member in names)
        {
            record.Members.Add(RandomMember(member, known, record, isOblivious, canUseData: source == _data));
        }

        Declare(record, isOblivious);
        source.Append(record.Declaration).Append('\n');
        _records.Add(record);
    }

    private static void Declare(RecordType record, bool isOblivious)
    {
        var text = new StringBuilder();
        if (isOblivious)
        {
            text.Append("#nullable disable\n");
        }

        if (record.Creation is Creation.Positional)
        {
            record.Positions = record.Members.Count;
            text.Append("public sealed record ").Append(record.Name).Append('(')
                .AppendJoin(", ", record.Members.Select(static member => string.Concat(Attributes(member, "property: "), member.Type.Text, " ", member.Name)))
                .Append(");\n");
        }
        else
        {
            text.Append("public sealed class ").Append(record.Name).Append("\n{\n");
            foreach (var member in record.Members)
            {
                var initial = !isOblivious && member.Type is { MayBeNull: false, Type.IsValueType: false } ? " = null!;" : "";
                text.Append("    ").Append(Attributes(member, "")).Append("public ").Append(member.Type.Text).Append(' ').Append(member.Name).Append(" { get; set; }").Append(initial).Append('\n');
            }

            text.Append("}\n");
        }

        if (isOblivious)
        {
            text.Append("#nullable restore\n");
        }

        record.Declaration = text.ToString();
    }

    private static string Attributes(Member member, string target)
    {
        var result = new StringBuilder();
        if (member.WireName is { } name)
        {
            result.Append('[').Append(target).Append("JsonPropertyName(").Append(CSharpText.Of(name)).Append(")] ");
        }

        if (member.Ignoring is not Ignoring.Default)
        {
            result.Append('[').Append(target).Append("JsonIgnore(Condition = JsonIgnoreCondition.").Append(member.Ignoring is Ignoring.Never ? "Never" : "WhenWritingDefault").Append(")] ");
        }

        if (member.IsTextEnum)
        {
            result.Append('[').Append(target).Append("JsonConverter(typeof(JsonStringEnumConverter<").Append(member.Type.Type.Name).Append(">))] ");
        }

        if (member.IsTextNumber)
        {
            result.Append('[').Append(target).Append("JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] ");
        }

        return result.ToString();
    }

    private Member RandomMember(string name, List<RecordType> known, RecordType itself, bool isOblivious, bool canUseData)
    {
        var type = name == "Next" ? new TypeRef(itself, Nullness.Nullable) : RandomType(known, depth: 2, canUseData);
        type = name == "Next" || _random.Next(5) < 2 ? type.Nullable : type.NotNull;
        if (isOblivious && !type.Type.IsValueType)
        {
            type = new TypeRef(Unannotated(type.Type), Nullness.Oblivious);
        }

        var wireName = _random.Next(8) == 0 ? _oddNames[_random.Next(_oddNames.Length)] : null;
        if (wireName is not null && itself.Members.Any(other => other.WireName == wireName))
        {
            wireName += name;
        }

        if (_random.Next(20) == 0)
        {
            wireName = "${" + name + "}";
        }

        var ignoring = Ignoring.Default;
        if (type.MayBeNull && _random.Next(6) == 0)
        {
            ignoring = Ignoring.Never;
        }
        else if (type is { MayBeNull: false, Type: ScalarType { Scalar: Scalar.Boolean or Scalar.Int or Scalar.Double or Scalar.Guid } } && _random.Next(4) == 0)
        {
            ignoring = Ignoring.WhenDefault;
        }

        var isTextEnum = type.Type is EnumType { IsText: false } && _random.Next(2) == 0;
        var isTextNumber = type.Type is ScalarType { Scalar: Scalar.Int or Scalar.Double or Scalar.Long } && _random.Next(8) == 0;
        return new(name, type, wireName, ignoring, isTextEnum, isTextNumber);
    }

    /// <summary>The type as it is read where there are no annotations.</summary>
    private static CSharpType Unannotated(CSharpType type) => type switch
    {
        ListType { Element: { Type.IsValueType: false } element } list => new ListType(new(Unannotated(element.Type), Nullness.Oblivious), list.CountName == "Length"),
        DictionaryType { Value: { Type.IsValueType: false } value } => new DictionaryType(new(Unannotated(value.Type), Nullness.Oblivious)),
        _ => type,
    };

    private TypeRef RandomType(List<RecordType> known, int depth, bool canUseData = true)
    {
        switch (_random.Next(10))
        {
            case 0 or 1 when known.Count > 0:
                return new(known[_random.Next(known.Count)]);
            case 2 or 3 when depth > 0:
                return new(new ListType(Element(RandomType(known, depth - 1, canUseData)), isArray: _random.Next(4) == 0));
            case 4 when depth > 0:
                return new(new DictionaryType(Element(RandomType(known, 0, canUseData)), _random.Next(3) == 0 ? "int" : "string"));
            default:
                var scalar = Scalars[_random.Next(Scalars.Count)];
                return canUseData || scalar.Type is not EnumType ? scalar : new(Enums[2]);
        }
    }

    /// <summary>The element of a collection.</summary>
    private TypeRef Element(TypeRef type) => _random.Next(3) == 0 ? type.Nullable : type.NotNull;

    private RecordType AddAll()
    {
        var all = new RecordType("Every", Creation.None);
        var names = new[] { "Flag", "Number", "Large", "Ratio", "Amount", "Text", "Sign", "Key", "At", "Span", "Day", "Color", "Level", "Tier", "Marks" };
        foreach (var (name, type) in names.Zip(Scalars))
        {
            all.Members.Add(new(name, type));
            all.Members.Add(new(name + "OrNull", type.Nullable));
        }

        all.Members.Add(new("Texts", new(new ListType(Element(Text), isArray: false))));
        all.Members.Add(new("Numbers", new(new ListType(Int, isArray: false), Nullness.Nullable)));
        all.Positions = all.Members.Count;
        all.Declaration = "public sealed record Every(" + string.Join(", ", all.Members.Select(static member => member.Type.Text + " " + member.Name)) + ");\n";
        _data.Append(all.Declaration).Append('\n');
        return all;
    }

    /// <summary>A generic record, closed over several types.</summary>
    private void AddBox()
    {
        const string Declaration = "public sealed record Box<T>(T Content, IReadOnlyList<T> Items, string? Label);\n";
        _data.Append(Declaration).Append('\n');
        List<TypeRef> arguments = [Text, Text.Nullable, Int, Int.Nullable, new(_records[0]), new(_records[0], Nullness.Nullable)];
        foreach (var argument in arguments)
        {
            var box = new RecordType($"Box<{argument.Text}>", Creation.Positional) { Declaration = Declaration, Positions = 3 };
            box.Members.Add(new("Content", argument));
            box.Members.Add(new("Items", new(new ListType(argument, isArray: false))));
            box.Members.Add(new("Label", Text.Nullable));
            _records.Add(box);
        }
    }

    /// <summary>A derived record that passes values to the primary constructor of its base.</summary>
    private void AddDerived()
    {
        var own = new Member("Extra", Int);
        var note = new Member("Remark", Text.Nullable);
        var title = new Member("Title", Text);
        var derived = new RecordType("Derived", Creation.Positional)
        {
            Positions = 3,
            Declaration = "public record Base(string Title, string? Remark);\npublic sealed record Derived(string Title, string? Remark, int Extra) : Base(Title, Remark);\n",
        };
        derived.Members.AddRange([title, note, own]);
        _data.Append(derived.Declaration).Append('\n');
        _records.Add(derived);
    }

    private void AddComparable()
    {
        var part = new RecordType("Part", Creation.Positional)
        {
            Positions = 3,
            Declaration = """
                public sealed record Part(int Size, string? Note, Level? Rank)
                {
                    [JsonIgnore] public int Twice => Size * 2;
                    [JsonIgnore] public string Label { get { var size = Size; return (Note ?? "none") + size; } }
                    public int Less(int n) => this.Twice - n;
                }

                """,
        };
        part.Members.AddRange([new("Size", Int), new("Note", Text.Nullable), new("Rank", new(Enums[1], Nullness.Nullable))]);
        var whole = new RecordType("Whole", Creation.Positional)
        {
            Positions = 6,
            Declaration = "public sealed record Whole(Part First, Part? Second, bool? Open, DateTimeOffset When, Guid? Key, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Count);\n",
        };
        whole.Members.AddRange(
            [new("First", new(part)), new("Second", new(part, Nullness.Nullable)), new("Open", Boolean.Nullable), new("When", Instant), new("Key", Guid.Nullable), new("Count", Int, null, Ignoring.WhenDefault)]);
        _data.Append(part.Declaration).Append('\n').Append(whole.Declaration).Append('\n');
        Comparable.AddRange([part, whole]);
        _records.AddRange(Comparable);
    }

    /// <summary>An abstract record whose JSON has a discriminator.</summary>
    private void AddShapes()
    {
        const string Declaration = """
            [JsonDerivedType(typeof(Circle), "circle")]
            [JsonDerivedType(typeof(Square), "square")]
            public abstract record Shape(string Caption, int? Layer);
            public sealed record Circle(string Caption, int? Layer, double Radius) : Shape(Caption, Layer);
            public sealed record Square(string Caption, int? Layer, int Side) : Shape(Caption, Layer);

            """;
        _data.Append(Declaration).Append('\n');
        var caption = new Member("Caption", Text);
        var layer = new Member("Layer", Int.Nullable);
        var circle = new RecordType("Circle", Creation.Positional) { Declaration = Declaration, Positions = 3 };
        circle.Members.AddRange([caption, layer, new("Radius", Double)]);
        var square = new RecordType("Square", Creation.Positional) { Declaration = Declaration, Positions = 3 };
        square.Members.AddRange([caption, layer, new("Side", Int)]);
        var shape = new RecordType("Shape", Creation.None) { Declaration = Declaration };
        shape.Members.AddRange([caption, layer]);
        shape.Derived.AddRange([("circle", circle), ("square", square)]);
        _records.Add(shape);
    }
}

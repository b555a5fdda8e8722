namespace Stepwise.StatesLanguage.Catalogue;

/// <summary>
/// Reads the block of a service. Texts and shapes are decoded when they are asked for.
/// <code>
/// texts    their number; the length of each; their bytes
/// shapes   their number; the length of each; for each its kind, its type's name, and
///          a structure   the number of members; for each its name times two, plus one if it is required, and its shape
///          a list, a map the shape of its elements
///          a text        the number of known values; the values
/// actions  their number; for each its name, its request and its response, the number of its errors, the errors
/// </code>
/// A text or a shape stands for its position in its table. The position of a request or of a response is one higher, and 0 stands for none.
/// </summary>
internal sealed class ServiceBlock
{
    private static readonly ApiShape _nothing = ApiShape.Structure("", []);

    private readonly BlockReader _reader;
    private readonly int[] _textEnds;
    private readonly string?[] _texts;
    private readonly int _textStart;
    private readonly int[] _shapeStarts;
    private readonly ApiShape?[] _shapes;

    private ServiceBlock(BlockReader reader)
    {
        _reader = reader;
        _textEnds = new int[reader.ReadCount()];
        _texts = new string?[_textEnds.Length];
        var length = 0;
        for (var i = 0; i < _textEnds.Length; i++)
        {
            length += reader.ReadNumber();
            _textEnds[i] = length;
        }

        _textStart = reader.Skip(length);
        var lengths = new int[reader.ReadCount()];
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = reader.ReadNumber();
        }

        _shapeStarts = new int[lengths.Length];
        _shapes = new ApiShape?[lengths.Length];
        for (var i = 0; i < lengths.Length; i++)
        {
            _shapeStarts[i] = reader.Skip(lengths[i]);
        }
    }

    public static ApiService Read(CatalogueEntry entry, byte[] bytes)
    {
        var reader = new BlockReader(bytes, "the service " + entry.Name);
        var block = new ServiceBlock(reader);
        var actions = new ApiAction[reader.ReadCount()];
        for (var i = 0; i < actions.Length; i++)
        {
            var name = block.ReadText(reader);
            var (request, response) = (block.ReadShape(reader), block.ReadShape(reader));
            var errors = new string[reader.ReadCount()];
            for (var j = 0; j < errors.Length; j++)
            {
                errors[j] = entry.ErrorPrefix + "." + block.ReadText(reader);
            }

            actions[i] = new(name, request, response, errors);
        }

        return new(entry.Name, entry.ErrorPrefix, entry.SigningName, actions);
    }

    private ApiShape ReadShape(BlockReader reader) => reader.ReadIndex(_shapes.Length + 1) is var index and > 0 ? Shape(index - 1) : _nothing;

    private string ReadText(BlockReader reader) => Text(reader.ReadIndex(_texts.Length));

    private string Text(int index)
    {
        if (Volatile.Read(ref _texts[index]) is { } known)
        {
            return known;
        }

        var start = index == 0 ? 0 : _textEnds[index - 1];
        var text = _reader.TextAt(_textStart + start, _textEnds[index] - start);
        return Interlocked.CompareExchange(ref _texts[index], text, null) ?? text;
    }

    private ApiShape Shape(int index)
    {
        if (Volatile.Read(ref _shapes[index]) is { } known)
        {
            return known;
        }

        var shape = Decode(_reader.At(_shapeStarts[index]));
        return Interlocked.CompareExchange(ref _shapes[index], shape, null) ?? shape;
    }

    private ApiShape Decode(BlockReader reader)
    {
        var kind = (ApiShapeKind)reader.ReadNumber();
        var typeName = ReadText(reader);
        switch (kind)
        {
            case ApiShapeKind.Structure:
                var members = new ApiMember[reader.ReadCount()];
                for (var i = 0; i < members.Length; i++)
                {
                    var name = reader.ReadIndex(2 * _texts.Length);
                    var shape = reader.ReadIndex(_shapes.Length);
                    members[i] = new(Text(name >> 1), (name & 1) == 1, () => Shape(shape));
                }

                return ApiShape.Structure(typeName, members);
            case ApiShapeKind.List:
                var item = reader.ReadIndex(_shapes.Length);
                return ApiShape.List(typeName, () => Shape(item));
            case ApiShapeKind.Map:
                var value = reader.ReadIndex(_shapes.Length);
                return ApiShape.Map(typeName, () => Shape(value));
            case ApiShapeKind.Text:
                var values = new string[reader.ReadCount()];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = ReadText(reader);
                }

                return ApiShape.Text(typeName, values);
            default:
                return ApiShape.Scalar(kind, typeName);
        }
    }
}

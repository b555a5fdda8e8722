using System.Text;
using Stepwise.StatesLanguage.Catalogue;

namespace Stepwise.Catalogue;

/// <summary>Writes the block of a service, which <see cref="ServiceBlock"/> reads.</summary>
internal sealed class ServiceBlockWriter
{
    private readonly BlockWriter _block = new();
    private readonly Dictionary<string, int> _positions;

    private ServiceBlockWriter(IEnumerable<string> texts)
    {
        var inOrder = texts.Distinct().Order(StringComparer.Ordinal).ToList();
        _positions = inOrder.Select(static (text, position) => (text, position)).ToDictionary(static item => item.text, static item => item.position, StringComparer.Ordinal);
        WriteTable(_block, [.. inOrder.Select(Encoding.UTF8.GetBytes)]);
    }

    public static byte[] Write(ApiModel model)
    {
        var shapes = new ShapeCollector(model);
        var actions = model.Operations.Select(operation => new
        {
            Name = WireNames.Action(operation.Name),
            Request = operation.Value.TryGetProperty("input", out var input) ? shapes.Collect(input.GetProperty("shape").GetString()!, ValuePlace.Request) + 1 : 0,
            Response = operation.Value.TryGetProperty("output", out var output) ? shapes.Collect(output.GetProperty("shape").GetString()!, ValuePlace.Response) + 1 : 0,
            Errors = operation.Value.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(static error => WireNames.Error(error.GetProperty("shape").GetString()!)).Distinct().Order(StringComparer.Ordinal).ToList() : [],
        }).ToList();

        var texts = shapes.Shapes.SelectMany(static shape => shape.Members.Select(static member => member.Name).Concat(shape.Values).Append(shape.TypeName));
        var writer = new ServiceBlockWriter(texts.Concat(actions.SelectMany(static action => action.Errors.Append(action.Name))));
        WriteTable(writer._block, [.. shapes.Shapes.Select(writer.Encode)]);
        writer._block.WriteNumber(actions.Count);
        foreach (var action in actions)
        {
            writer.WriteText(writer._block, action.Name);
            writer._block.WriteNumber(action.Request);
            writer._block.WriteNumber(action.Response);
            writer._block.WriteNumber(action.Errors.Count);
            foreach (var error in action.Errors)
            {
                writer.WriteText(writer._block, error);
            }
        }

        return writer._block.ToArray();
    }

    private byte[] Encode(ModelShape shape)
    {
        var bytes = new BlockWriter();
        bytes.WriteNumber((int)shape.Kind);
        WriteText(bytes, shape.TypeName);
        switch (shape.Kind)
        {
            case ApiShapeKind.Structure:
                bytes.WriteNumber(shape.Members.Count);
                foreach (var member in shape.Members)
                {
                    bytes.WriteNumber((_positions[member.Name] << 1) | (member.IsRequired ? 1 : 0));
                    bytes.WriteNumber(member.Shape);
                }

                break;
            case ApiShapeKind.List or ApiShapeKind.Map:
                bytes.WriteNumber(shape.Element);
                break;
            case ApiShapeKind.Text:
                bytes.WriteNumber(shape.Values.Count);
                foreach (var value in shape.Values)
                {
                    WriteText(bytes, value);
                }

                break;
        }

        return bytes.ToArray();
    }

    private void WriteText(BlockWriter bytes, string text) => bytes.WriteNumber(_positions[text]);

    /// <summary>Writes the number of items, the length of each, and the items.</summary>
    private static void WriteTable(BlockWriter block, List<byte[]> items)
    {
        block.WriteNumber(items.Count);
        foreach (var item in items)
        {
            block.WriteNumber(item.Length);
        }

        foreach (var item in items)
        {
            block.Write(item);
        }
    }
}

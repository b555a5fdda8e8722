using System.Buffers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Stepwise.Json;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Stepwise.Benchmarks.Json;

/// <summary>Reading and writing JSON, beside System.Text.Json's nodes. Stepwise keeps the position of every value, and names are checked to be unique.</summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(4 * 1024 * 1024);
    private string[] _texts = [];
    private byte[][] _bytes = [];
    private JsonValue[] _values = [];
    private JsonNode[] _nodes = [];

    /// <summary>Which texts.</summary>
    [ParamsSource(nameof(Corpora))]
    public string Corpus { get; set; } = "";

    public static IEnumerable<string> Corpora => JsonCorpus.All.Select(static corpus => corpus.Name);

    [GlobalSetup]
    public void Setup()
    {
        _texts = [.. JsonCorpus.All.Single(corpus => corpus.Name == Corpus).Texts];
        _bytes = [.. _texts.Select(Encoding.UTF8.GetBytes)];
        _values = [.. _texts.Select(JsonValue.Parse)];
        _nodes = [.. _texts.Select(static text => Visited(JsonNode.Parse(text)!))];
    }

    [Benchmark]
    public void Read()
    {
        foreach (var text in _texts)
        {
            JsonValue.Parse(text);
        }
    }

    [Benchmark]
    public void ReadNode()
    {
        foreach (var text in _texts)
        {
            Visited(JsonNode.Parse(text)!);
        }
    }

    [Benchmark]
    public void ReadBytes()
    {
        foreach (var text in _bytes)
        {
            JsonValue.Parse(text);
        }
    }

    [Benchmark]
    public void ReadBytesNode()
    {
        foreach (var text in _bytes)
        {
            Visited(JsonNode.Parse(text)!);
        }
    }

    [Benchmark]
    public void Write()
    {
        foreach (var value in _values)
        {
            value.ToJson();
        }
    }

    [Benchmark]
    public void WriteNode()
    {
        foreach (var node in _nodes)
        {
            node.ToJsonString();
        }
    }

    [Benchmark]
    public void WriteBytes()
    {
        foreach (var value in _values)
        {
            _output.ResetWrittenCount();
            value.WriteTo(_output);
        }
    }

    [Benchmark]
    public void WriteBytesNode()
    {
        foreach (var node in _nodes)
        {
            _output.ResetWrittenCount();
            using var writer = new Utf8JsonWriter(_output);
            node.WriteTo(writer);
        }
    }

    /// <summary>A node makes its inner nodes when they are looked at. The text of strings is left as it is, although Stepwise decodes it.</summary>
    private static JsonNode Visited(JsonNode node)
    {
        switch (node)
        {
            case System.Text.Json.Nodes.JsonObject members:
                foreach (var member in members)
                {
                    if (member.Value is { } value)
                    {
                        Visited(value);
                    }
                }

                break;
            case System.Text.Json.Nodes.JsonArray items:
                foreach (var item in items)
                {
                    if (item is not null)
                    {
                        Visited(item);
                    }
                }

                break;
        }

        return node;
    }
}

using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Stepwise.Json;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Stepwise.Benchmarks;

/// <summary>Reading and writing JSON, beside System.Text.Json's nodes. Stepwise keeps the position of every value, and names are checked to be unique.</summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private string text = "";
    private JsonValue value = null!;
    private JsonNode node = null!;

    [GlobalSetup]
    public void Setup()
    {
        text = LargeDefinition.Text(states: 2000);
        value = JsonValue.Parse(text);
        node = JsonNode.Parse(text)!;
        _ = node.ToJsonString();
    }

    [Benchmark(Description = "Read: Stepwise.Json")]
    public object Read() => JsonValue.Parse(text);

    /// <summary>A node is parsed when it is looked at: a copy looks at all of them.</summary>
    [Benchmark(Description = "Read: JsonNode")]
    public object ReadNode() => JsonNode.Parse(text)!.DeepClone();

    [Benchmark(Description = "Write: Stepwise.Json")]
    public string Write() => value.ToJson(indented: true);

    [Benchmark(Description = "Write: JsonNode")]
    public string WriteNode() => node.ToJsonString(Indented);
}

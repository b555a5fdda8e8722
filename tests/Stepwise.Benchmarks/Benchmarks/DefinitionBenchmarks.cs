using BenchmarkDotNet.Attributes;
using Stepwise.Json;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.Benchmarks;

/// <summary>Validating a definition of 200 states.</summary>
[MemoryDiagnoser]
public class DefinitionBenchmarks
{
    private string text = "";
    private JsonValue value = null!;

    [GlobalSetup]
    public void Setup()
    {
        text = LargeDefinition.Text(states: 200);
        value = JsonValue.Parse(text);
    }

    [Benchmark(Description = "Validate text")]
    public object ValidateText() => DefinitionValidator.Validate(text);

    [Benchmark(Description = "Validate a value that was read")]
    public object ValidateValue() => DefinitionValidator.Validate(value);
}

using BenchmarkDotNet.Attributes;
using Stepwise.Json;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.Benchmarks;

/// <summary>Validating a definition of 200 states.</summary>
[MemoryDiagnoser]
public class DefinitionBenchmarks
{
    private string _text = "";
    private JsonValue _value = null!;

    [GlobalSetup]
    public void Setup()
    {
        _text = LargeDefinition.Text(states: 200);
        _value = JsonValue.Parse(_text);
    }

    [Benchmark(Description = "Validate text")]
    public object ValidateText() => DefinitionValidator.Validate(_text);

    [Benchmark(Description = "Validate a value that was read")]
    public object ValidateValue() => DefinitionValidator.Validate(_value);
}

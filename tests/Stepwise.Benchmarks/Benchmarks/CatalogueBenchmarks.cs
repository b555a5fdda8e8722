using BenchmarkDotNet.Attributes;
using Stepwise.StatesLanguage.Catalogue;

namespace Stepwise.Benchmarks;

/// <summary>Opening the catalogue of services, and a small, a usual and the largest service in it.</summary>
[MemoryDiagnoser]
public class CatalogueBenchmarks
{
    [Params("sns", "dynamodb", "ec2")]
    public string Service { get; set; } = "";

    [Benchmark(Description = "Read the index", Baseline = true)]
    public object ReadIndex() => Open();

    [Benchmark(Description = "Read the index and a service")]
    public object ReadService()
    {
        Open().TryFind(Service, out var service);
        return service!;
    }

    private static ServiceCatalogue Open() => ServiceCatalogue.Read(static () => typeof(ServiceCatalogue).Assembly.GetManifestResourceStream(ServiceCatalogue.ResourceName)!);
}

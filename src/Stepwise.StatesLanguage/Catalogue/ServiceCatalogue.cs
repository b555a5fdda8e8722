using System.Diagnostics.CodeAnalysis;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.StatesLanguage.Catalogue;

/// <summary>
/// The services of AWS with their actions, requests, responses and errors, as Step Functions spells them. The data come from a file that a program of this repository makes of botocore's models of the APIs
/// (see <c>tests/Stepwise.Catalogue</c>). The index of names is read first; a service is read when it is asked for, and kept. All members can be called from several threads.
/// </summary>
internal sealed class ServiceCatalogue
{
    /// <summary>The name of the file among the resources of an assembly.</summary>
    public const string ResourceName = "Stepwise.StatesLanguage.Catalogue.services.bin";

    private static readonly Lazy<ServiceCatalogue> _aws = new(static () => Read(OpenResource));

    private readonly Dictionary<string, Lazy<ApiService>> _services;

    private ServiceCatalogue(CatalogueFile file)
    {
        Source = file.Source;
        _services = file.Entries.ToDictionary(static entry => entry.Name, entry => new Lazy<ApiService>(() => ServiceBlock.Read(entry, file.ReadBlock(entry))), StringComparer.Ordinal);
        Names = [.. file.Entries.Select(static entry => entry.Name)];
    }

    /// <summary>The catalogue that is part of this assembly.</summary>
    public static ServiceCatalogue Aws => _aws.Value;

    /// <summary>What the data were made of, such as <c>botocore 1.43.11</c>.</summary>
    public string Source { get; }

    /// <summary>The names of all services, in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads a catalogue.</summary>
    /// <param name="open">Opens the file. It is called again for each service, and the streams can seek.</param>
    /// <exception cref="InvalidDataException">The file is not a catalogue, is damaged, or has a version that this reader does not know.</exception>
    public static ServiceCatalogue Read(Func<Stream> open) => new(CatalogueFile.Open(open));

    public bool Has(string service) => _services.ContainsKey(service);

    /// <summary>Finds a service by its name in the resource of a Task, such as <c>cloudwatchlogs</c>.</summary>
    /// <exception cref="InvalidDataException">The part of the file with the service is damaged.</exception>
    public bool TryFind(string service, [NotNullWhen(true)] out ApiService? found)
    {
        found = _services.TryGetValue(service, out var entry) ? entry.Value : null;
        return found is not null;
    }

    /// <summary>Finds an action by the names in the resource of a Task.</summary>
    /// <exception cref="InvalidDataException">The part of the file with the service is damaged.</exception>
    public bool TryFind(string service, string action, [NotNullWhen(true)] out ApiAction? found)
    {
        found = null;
        return TryFind(service, out var owner) && owner.TryFind(action, out found);
    }

    /// <summary>The name of the service that somebody probably meant; null if no name is similar.</summary>
    public string? Closest(string service) => Spelling.Closest(service, Names);

    private static Stream OpenResource() => typeof(ServiceCatalogue).Assembly.GetManifestResourceStream(ResourceName)
        ?? throw new InvalidDataException($"The assembly has no resource {ResourceName}.");
}

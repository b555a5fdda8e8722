using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Stepwise.Json;

namespace Stepwise.StatesLanguage.Catalogue;

/// <summary>
/// The actions of optimized integrations. Most of them are actions of the <see cref="ServiceCatalogue"/>; the file <c>integrations.json</c> has what differs.
/// <code>
/// "services"  the name of an integration's service, and the name of the same service in the catalogue, if it is another one
/// "actions"   "of": the action of the catalogue; "adds": more members of its request; or "request": all members. "response": all members
/// a member    its name, with ! if it is required, and its shape: a kind; values with | between them; {"*": the shape of the values of a map}; an object of members, with "..." if there may be more;
///             or a place in a request, such as emr:addJobFlowSteps/Steps/*
/// </code>
/// </summary>
internal sealed class IntegrationCatalogue
{
    /// <summary>The name of the file among the resources of an assembly.</summary>
    public const string ResourceName = "Stepwise.StatesLanguage.Catalogue.integrations.json";

    private static readonly Lazy<IntegrationCatalogue> _aws = new(static () => new(ReadResource(), ServiceCatalogue.Aws));

    private readonly JsonObject _services;
    private readonly JsonObject _actions;
    private readonly ServiceCatalogue _catalogue;
    private readonly ConcurrentDictionary<string, ApiAction?> _found = new(StringComparer.Ordinal);

    private IntegrationCatalogue(JsonObject file, ServiceCatalogue catalogue)
    {
        _services = (JsonObject)file["services"]!;
        _actions = (JsonObject)file["actions"]!;
        _catalogue = catalogue;
    }

    /// <summary>The integrations that are part of this assembly.</summary>
    public static IntegrationCatalogue Aws => _aws.Value;

    /// <summary>The integrations that the file describes, such as <c>http:invoke</c>.</summary>
    public IEnumerable<string> Described => _actions.Members.Select(static member => member.Name);

    /// <summary>The name in the catalogue of a service that optimized integrations name in another way, such as <c>sfn</c> for <c>states</c>; otherwise null.</summary>
    public string? ServiceOf(string service) => (_services[service] as JsonString)?.Value;

    /// <summary>Finds an action by the names in the resource of a Task, such as <c>events</c> and <c>putEvents</c>. Its response is that of a call that does not wait for a job or a token. Its errors are not known.</summary>
    public bool TryFind(string service, string action, [NotNullWhen(true)] out ApiAction? found)
    {
        found = _found.GetOrAdd(service + ":" + action, name => Find(name, service, action));
        return found is not null;
    }

    private ApiAction? Find(string name, string service, string action)
    {
        if (_actions[name] is JsonObject described)
        {
            return Read(action, described);
        }

        return _catalogue.TryFind(ServiceOf(service) ?? service, action, out var known) ? known with { Errors = [] } : null;
    }

    private ApiAction Read(string name, JsonObject described)
    {
        var response = Structure((JsonObject)described["response"]!);
        if (described["of"] is not JsonString of)
        {
            return new(name, Structure((JsonObject)described["request"]!), response, []);
        }

        var request = Action(of.Value).Request;
        var more = described["adds"] is JsonObject adds ? Structure(adds).Members : [];
        return new(name, ApiShape.Structure(request.TypeName, [.. request.Members.Where(member => more.All(added => added.Name != member.Name)), .. more]), response, []);
    }

    private ApiShape Structure(JsonObject members) => ApiShape.Structure("", [.. members.Members.Where(static member => member.Name != "...").Select(Member)], isOpen: members["..."] is not null);

    private ApiMember Member(JsonMember member)
    {
        var shape = Shape(member.Value);
        return new(member.Name.TrimEnd('!'), member.Name.EndsWith("!", StringComparison.Ordinal), () => shape);
    }

    private ApiShape Shape(JsonValue shape)
    {
        if (shape is JsonObject @object)
        {
            return @object["*"] is { } value ? ApiShape.Map("", () => Shape(value)) : Structure(@object);
        }

        var text = ((JsonString)shape).Value;
        return text switch
        {
            "text" => ApiShape.Text("", []),
            "number" => ApiShape.Scalar(ApiShapeKind.Number, ""),
            "boolean" => ApiShape.Scalar(ApiShapeKind.Boolean, ""),
            "document" => ApiShape.Any,
            _ when text.IndexOf('/') > 0 => Place(text),
            _ => ApiShape.Text("", text.Split('|')),
        };
    }

    private ApiShape Place(string text)
    {
        var steps = text.Split('/');
        return steps.Skip(1).Aggregate(Action(steps[0]).Request, (shape, step) => step == "*" ? shape.Element : shape.TryFind(step, out var member) ? member.Shape : throw NotThere(text));
    }

    private ApiAction Action(string name) => name.Split(':') is [var service, var action] && _catalogue.TryFind(service, action, out var found) ? found : throw NotThere(name);

    private static InvalidDataException NotThere(string name) => new($"The catalogue of services has no '{name}', which the integrations name.");

    private static JsonObject ReadResource()
    {
        using var stream = typeof(IntegrationCatalogue).Assembly.GetManifestResourceStream(ResourceName) ?? throw new InvalidDataException($"The assembly has no resource {ResourceName}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return (JsonObject)JsonValue.Parse(reader.ReadToEnd());
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stepwise;

/// <summary>A workflow as a value: what runs it locally or starts it on AWS takes this. The generator makes one as the <c>Workflow</c> property of each workflow class.</summary>
/// <typeparam name="TInput">The input.</typeparam>
/// <typeparam name="TOutput">The output.</typeparam>
/// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
public sealed class WorkflowDescriptor<TInput, TOutput, TTasks>
{
    private readonly Func<string> definition;
    private readonly Func<string>? manifest;
    private readonly Lazy<IReadOnlyList<WorkflowTask<TTasks>>> tasks;

    /// <summary>Describes a workflow.</summary>
    /// <param name="name">The machine's name.</param>
    /// <param name="definition">Reads the definition.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public WorkflowDescriptor(string name, Func<string> definition)
        : this(name, definition, JsonNaming.CamelCase)
    {
    }

    /// <summary>Describes a workflow whose names on the wire follow another rule than camelCase.</summary>
    /// <param name="name">The machine's name.</param>
    /// <param name="definition">Reads the definition.</param>
    /// <param name="naming">How properties are named on the wire.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public WorkflowDescriptor(string name, Func<string> definition, JsonNaming naming)
        : this(name, definition, naming, null, null)
    {
    }

    /// <summary>Describes a workflow with what runs it locally.</summary>
    /// <param name="name">The machine's name.</param>
    /// <param name="definition">Reads the definition.</param>
    /// <param name="naming">How properties are named on the wire.</param>
    /// <param name="manifest">Reads the manifest; null for none.</param>
    /// <param name="tasks">Makes the list of the Lambda tasks; null for none.</param>
    /// <exception cref="ArgumentNullException">The name or the definition is null.</exception>
    public WorkflowDescriptor(string name, Func<string> definition, JsonNaming naming, Func<string>? manifest, Func<IReadOnlyList<WorkflowTask<TTasks>>>? tasks)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        this.definition = definition ?? throw new ArgumentNullException(nameof(definition));
        this.manifest = manifest;
        this.tasks = new(tasks ?? (static () => []));
        SerializerOptions = new JsonSerializerOptions
        {
            PropertyNamingPolicy = naming switch
            {
                JsonNaming.AsWritten => null,
                JsonNaming.SnakeCase => JsonNamingPolicy.SnakeCaseLower,
                _ => JsonNamingPolicy.CamelCase,
            },
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
    }

    /// <summary>The machine's name.</summary>
    public string Name { get; }

    /// <summary>The definition, Amazon States Language with its substitutions.</summary>
    public string Definition => definition();

    /// <summary>The manifest, JSON: what is known of the workflow beside the definition, such as the function behind each substitution. Null where the descriptor was made without one.</summary>
    public string? Manifest => manifest?.Invoke();

    /// <summary>The Lambda tasks, each with the method of <typeparamref name="TTasks"/> that does its work. Empty where the descriptor was made without them.</summary>
    public IReadOnlyList<WorkflowTask<TTasks>> Tasks => tasks.Value;

    /// <summary>How input and output are written on the wire: the workflow's names, and nothing where a value is null.</summary>
    public JsonSerializerOptions SerializerOptions { get; }
}

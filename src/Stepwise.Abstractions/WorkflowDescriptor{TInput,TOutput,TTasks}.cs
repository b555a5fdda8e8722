using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stepwise;

/// <summary>Describes a workflow to programs that start it on AWS or execute it locally. The generator creates one as the property <c>Workflow</c> of each workflow class.</summary>
/// <typeparam name="TInput">The type of the input.</typeparam>
/// <typeparam name="TOutput">The type of the output.</typeparam>
/// <typeparam name="TTasks">The interface of the Lambda tasks.</typeparam>
public sealed class WorkflowDescriptor<TInput, TOutput, TTasks>
{
    private readonly Func<string> _definition;
    private readonly Func<string>? _manifest;
    private readonly Lazy<IReadOnlyList<WorkflowTask<TTasks>>> _tasks;

    /// <summary>Describes a workflow whose JSON names are in camel case.</summary>
    /// <param name="name">The machine's name.</param>
    /// <param name="definition">Returns the definition.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public WorkflowDescriptor(string name, Func<string> definition)
        : this(name, definition, JsonNaming.CamelCase)
    {
    }

    /// <summary>Describes a workflow.</summary>
    /// <param name="name">The machine's name.</param>
    /// <param name="definition">Returns the definition.</param>
    /// <param name="naming">How names of C# properties become names of JSON properties.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public WorkflowDescriptor(string name, Func<string> definition, JsonNaming naming)
        : this(name, definition, naming, null, null)
    {
    }

    /// <summary>Describes a workflow that can be executed locally.</summary>
    /// <param name="name">The machine's name.</param>
    /// <param name="definition">Returns the definition.</param>
    /// <param name="naming">How names of C# properties become names of JSON properties.</param>
    /// <param name="manifest">Returns the manifest; null for none.</param>
    /// <param name="tasks">Returns the Lambda tasks; null for none. It is called once, when <see cref="Tasks"/> is first read.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="definition"/> is null.</exception>
    public WorkflowDescriptor(string name, Func<string> definition, JsonNaming naming, Func<string>? manifest, Func<IReadOnlyList<WorkflowTask<TTasks>>>? tasks)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        _definition = definition ?? throw new ArgumentNullException(nameof(definition));
        _manifest = manifest;
        _tasks = new(tasks ?? (static () => []));
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

    /// <summary>The definition in Amazon States Language, with its substitutions.</summary>
    public string Definition => _definition();

    /// <summary>The manifest as JSON: what the definition does not contain, such as the function behind each substitution. Null if the descriptor was created without one.</summary>
    public string? Manifest => _manifest?.Invoke();

    /// <summary>The Lambda tasks, each with the method of <typeparamref name="TTasks"/> that does its work. Empty if the descriptor was created without them.</summary>
    public IReadOnlyList<WorkflowTask<TTasks>> Tasks => _tasks.Value;

    /// <summary>The options that serialize input and output as the workflow does: with the workflow's names, and without properties that are null.</summary>
    public JsonSerializerOptions SerializerOptions { get; }
}

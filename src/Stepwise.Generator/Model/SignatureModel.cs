namespace Stepwise.Generator.Model;

/// <summary>What the generated part of a workflow class needs: declarations only, as C# text. Equal for equal declarations, so that edits of bodies and comments end here.</summary>
internal sealed record SignatureModel(
    string HintName,
    string? Namespace,
    EquatableArray<string> Containers,
    string Keyword,
    string ClassName,
    string WorkflowName,
    string Accessibility,
    ContractSignature Input,
    ContractSignature Output,
    EquatableArray<TaskSignature> Tasks,
    EquatableArray<string> Bodies,
    Naming Naming,
    string? ScheduleGroup)
{
    /// <summary>The method that <c>[DynamicSchedules]</c> adds.</summary>
    public const string ScheduleAt = "ScheduleAt";
}

/// <summary>An input, an output or a payload: a type of the author, or a record to generate.</summary>
internal sealed record ContractSignature(string? ExistingType, EquatableArray<PropertySignature> Properties);

/// <summary>A property of a generated record.</summary>
/// <param name="Form">The attributes of System.Text.Json that give it another form in JSON than its type has, as C# text. Empty if there are none.</param>
internal sealed record PropertySignature(string Type, string Name, string WireName, bool OmitsNull, string Form = "");

/// <summary>A Lambda task in <c>ITasks</c>: the method, and the state and the function whose work it does.</summary>
internal sealed record TaskSignature(string Name, string StateName, string Function, ContractSignature Payload, string? ResultType);

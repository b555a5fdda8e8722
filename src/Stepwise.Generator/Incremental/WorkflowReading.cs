using Stepwise.Generator.Model;

namespace Stepwise.Generator.Incremental;

/// <summary>The model of a workflow, or the reason why the class could not be read.</summary>
internal sealed record WorkflowReading(string HintName, string ClassName, WorkflowModel? Model, string? Failure);

using Stepwise.Generator.Model;

namespace Stepwise.Generator.Incremental;

/// <summary>A workflow that was read, or why it could not be.</summary>
internal sealed record WorkflowReading(string HintName, string ClassName, WorkflowModel? Model, string? Failure);

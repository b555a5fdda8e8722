using System.Runtime.Serialization;

namespace Stepwise.Build;

/// <summary>One diagnostic of a workflow for which nothing was emitted.</summary>
[DataContract]
internal sealed class WorkflowStatusError
{
    [DataMember(Name = "id")]
    public string? Id { get; set; }

    [DataMember(Name = "message")]
    public string? Message { get; set; }

    [DataMember(Name = "file")]
    public string? File { get; set; }

    [DataMember(Name = "line")]
    public int Line { get; set; }

    [DataMember(Name = "column")]
    public int Column { get; set; }
}

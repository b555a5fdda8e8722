using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Stepwise.Build;

/// <summary>The errors of a workflow for which the generator emitted nothing.</summary>
[DataContract]
internal sealed class WorkflowStatus
{
    [DataMember(Name = "errors")]
    public List<WorkflowStatusError>? Errors { get; set; }

    /// <summary>Reads a status. Returns null if the text is not a status.</summary>
    public static WorkflowStatus? Parse(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        try
        {
            return (WorkflowStatus?)new DataContractJsonSerializer(typeof(WorkflowStatus)).ReadObject(stream);
        }
        catch (Exception exception) when (exception is SerializationException or FormatException)
        {
            return null;
        }
    }
}

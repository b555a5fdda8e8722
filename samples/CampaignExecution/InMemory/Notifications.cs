using Stepwise.Json;
using Stepwise.Local;

namespace CampaignSystem.InMemory;

/// <summary>What SNS was asked to send.</summary>
internal sealed class Notifications
{
    private readonly List<Notification> _sent = [];

    public IReadOnlyList<Notification> Sent => _sent;

    /// <summary>Stands for <c>sns:publish</c>.</summary>
    public ValueTask<JsonValue> PublishAsync(TaskRequest request, CancellationToken cancellationToken)
    {
        var parameters = (JsonObject)request.Parameters;
        _sent.Add(new(TextOf(parameters, "TopicArn"), TextOf(parameters, "Subject"), TextOf(parameters, "Message")));
        return new(JsonObject.Create(("MessageId", $"message-{_sent.Count}")));
    }

    private static string TextOf(JsonObject parameters, string name) => ((JsonString)parameters[name]!).Value;
}

/// <summary>A message to the subscribers of a topic.</summary>
internal sealed record Notification(string TopicArn, string Subject, string Message);

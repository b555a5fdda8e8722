using Stepwise;

namespace Workflows;

/// <summary>Has every kind of deployment, with text of "every" kind: ${literal}, %{literal} and Grüße.</summary>
[StateMachine("every-kind", TimeoutSeconds = 3_600)]
[Retry(MaxAttempts = 2), Catch(Next = nameof(Failed))]
[Logging(ExecutionLogLevel.Error), Tracing]
[Encryption("campaign-data")]
[Alarm(AlarmMetric.ExecutionsFailed, Topic = "on-call")]
[Alarm(AlarmMetric.ExecutionThrottled)]
[Alarm(AlarmMetric.ExecutionTime, ThresholdSeconds = 90, PeriodSeconds = 60, EvaluationPeriods = 2, Topic = "arn:aws:sns:eu-central-1:123456789012:elsewhere")]
[Schedule("nightly", "cron(0 2 * * ? *)", TimeZone = "Europe/Vienna", Input = """{ "campaignId": "00000000-0000-0000-0000-000000000000", "note": "${literal} \"quoted\" ${OnCallTopicArn}" }""")]
[EventRule("poll", Schedule = "rate(5 minutes)", Enabled = false, Input = """{ "campaignId": "00000000-0000-0000-0000-000000000000", "note": "%{x}" }""")]
[EventRule("requested", Pattern = """{ "source": ["campaigns"], "detail-type": ["${literal}"] }""", InputPaths = ["campaignId=$.detail.campaignId", "note=$.detail.note"])]
[DynamicSchedules("every-kind"), Publish(Alias = "live")]
public sealed partial class EveryKind
{
    [Start(Next = nameof(Validate))]
    public static partial void Start(Guid campaignId, string note);

    /// <summary>Checks.</summary>
    [LambdaTask("validate-campaign", TimeoutSeconds = 30, ResultName = "valid", Next = nameof(Queue))]
    public static partial Task<bool> Validate(Guid campaignId);

    /// <summary>Queues.</summary>
    [ServiceTask("sqs:sendMessage", TimeoutSeconds = 30, Next = nameof(Tell))]
    public static object Queue(Guid campaignId, bool valid) => new { QueueUrl = Deployed.Queue("dial-tasks"), MessageBody = $"{campaignId} {Asl.Literal("${literal}")} %{{x}} {(valid ? "yes" : "no")}" };

    /// <summary>Tells.</summary>
    [ServiceTask("sns:publish", TimeoutSeconds = 30, End = true)]
    public static object Tell(string note) => new { TopicArn = Deployed.Topic("campaign-notifications"), Message = note + " \"quoted\" 世界" };

    [Fail("Failed")]
    public static string? Failed(WorkflowError error) => error.Cause;
}

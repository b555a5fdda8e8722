using System.Globalization;
using System.Text;
using System.Text.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise;

/// <summary>A request to EventBridge Scheduler's CreateSchedule that starts one execution at one time, after which the schedule deletes itself. The generated <c>ScheduleAt</c> makes it.</summary>
public sealed record ScheduleRequest
{
    private readonly int? maximumWindowInMinutes;

    private ScheduleRequest(string name, string groupName, string scheduleExpression, ScheduleRequestTarget target)
    {
        Name = name;
        GroupName = groupName;
        ScheduleExpression = scheduleExpression;
        Target = target;
    }

    /// <summary>The schedule's name. It is unique in its group, so that a second request of the same name is refused and starts nothing twice.</summary>
    public string Name { get; }

    /// <summary>The schedule group.</summary>
    public string GroupName { get; }

    /// <summary>The time: <c>at(2026-01-15T10:00:00)</c>.</summary>
    public string ScheduleExpression { get; }

    /// <summary>The time zone of <see cref="ScheduleExpression"/>: always UTC.</summary>
    public string ScheduleExpressionTimezone { get; } = "UTC";

    /// <summary>What is started.</summary>
    public ScheduleRequestTarget Target { get; init; }

    /// <summary>How late the start may be: <c>OFF</c>, within the minute, or <c>FLEXIBLE</c>, within <see cref="MaximumWindowInMinutes"/>.</summary>
    public string FlexibleTimeWindowMode => MaximumWindowInMinutes is null ? "OFF" : "FLEXIBLE";

    /// <summary>How many minutes late the start may be, 1 to 1,440; null, the default, for within the minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 1,440.</exception>
    public int? MaximumWindowInMinutes
    {
        get => maximumWindowInMinutes;
        init
        {
            if (value is < 1 or > 1440)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "MaximumWindowInMinutes is 1 to 1,440.");
            }

            maximumWindowInMinutes = value;
        }
    }

    /// <summary>What becomes of the schedule afterwards: <c>DELETE</c>.</summary>
    public string ActionAfterCompletion { get; } = "DELETE";

    /// <summary>Makes a request.</summary>
    /// <param name="name">The schedule's name: 1 to 64 of A-Z, a-z, 0-9, -, _ and a dot.</param>
    /// <param name="groupName">The schedule group, by the same rule.</param>
    /// <param name="at">When: a whole minute, which is as exact as the service is; in any time zone, it is written in UTC. Whether it lies ahead is not checked: the clock that counts is the
    /// service's, which judges the request when it comes.</param>
    /// <param name="input">The execution's input, JSON text.</param>
    /// <param name="target">What is started, and as whom.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A name or an ARN is not valid, the time is no whole minute, or the input is longer than an execution takes.</exception>
    public static ScheduleRequest At(string name, string groupName, DateTimeOffset at, string input, ScheduleTarget target)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(target);
        CheckName(name, nameof(name));
        CheckName(groupName, nameof(groupName));
        CheckArn(target, target.StateMachineArn, nameof(target.StateMachineArn));
        CheckArn(target, target.RoleArn, nameof(target.RoleArn));
        if (target.DeadLetterQueueArn is not null)
        {
            CheckArn(target, target.DeadLetterQueueArn, nameof(target.DeadLetterQueueArn));
        }

        if (Encoding.UTF8.GetByteCount(input) is var length && length > Limits.PayloadBytes)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The input has {length:N0} bytes, and an execution takes {Limits.PayloadBytes:N0}."), nameof(input));
        }

        if (at.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            throw new ArgumentException($"{at.ToString("O", CultureInfo.InvariantCulture)} is no whole minute, and EventBridge Scheduler is exact to the minute.", nameof(at));
        }

        return new ScheduleRequest(
            name,
            groupName,
            "at(" + at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + ")",
            new ScheduleRequestTarget(
                target.StateMachineArn,
                target.RoleArn,
                input,
                target.DeadLetterQueueArn is { } queue ? new ScheduleDeadLetterConfig(queue) : null,
                new ScheduleRetryPolicy()));
    }

    /// <summary>Writes the request as the API takes it: <c>aws scheduler create-schedule --cli-input-json</c>.</summary>
    /// <returns>JSON.</returns>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString(nameof(Name), Name);
            writer.WriteString(nameof(GroupName), GroupName);
            writer.WriteString(nameof(ScheduleExpression), ScheduleExpression);
            writer.WriteString(nameof(ScheduleExpressionTimezone), ScheduleExpressionTimezone);
            writer.WriteStartObject("FlexibleTimeWindow");
            writer.WriteString("Mode", FlexibleTimeWindowMode);
            if (MaximumWindowInMinutes is { } minutes)
            {
                writer.WriteNumber(nameof(MaximumWindowInMinutes), minutes);
            }

            writer.WriteEndObject();
            writer.WriteString(nameof(ActionAfterCompletion), ActionAfterCompletion);
            writer.WriteStartObject(nameof(Target));
            writer.WriteString("Arn", Target.Arn);
            writer.WriteString("RoleArn", Target.RoleArn);
            writer.WriteString("Input", Target.Input);
            if (Target.DeadLetterConfig is { } deadLetters)
            {
                writer.WriteStartObject("DeadLetterConfig");
                writer.WriteString("Arn", deadLetters.Arn);
                writer.WriteEndObject();
            }

            writer.WriteStartObject("RetryPolicy");
            writer.WriteNumber("MaximumEventAgeInSeconds", Target.RetryPolicy.MaximumEventAgeInSeconds);
            writer.WriteNumber("MaximumRetryAttempts", Target.RetryPolicy.MaximumRetryAttempts);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void CheckArn(ScheduleTarget target, string? arn, string part)
    {
        if (arn is null || !arn.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw new ArgumentException($"{part} is '{arn}', and an ARN begins with 'arn:': take it from the outputs of the deployment.", nameof(target));
        }
    }

    private static void CheckName(string name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        if (name.Length is 0 or > 64)
        {
            throw new ArgumentException($"'{name}' has {name.Length} characters; it needs 1 to 64.", parameter);
        }

        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_' or '.'))
            {
                throw new ArgumentException($"'{name}' has '{character}'; it may have A-Z, a-z, 0-9, -, _ and a dot.", parameter);
            }
        }
    }
}

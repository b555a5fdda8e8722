using System.Globalization;
using System.Text;
using System.Text.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise;

/// <summary>A request to EventBridge Scheduler's CreateSchedule that starts one execution at one time and then deletes the schedule. The generated method <c>ScheduleAt</c> creates it.</summary>
public sealed record ScheduleRequest
{
    private readonly int? _maximumWindowInMinutes;

    private ScheduleRequest(string name, string groupName, string scheduleExpression, ScheduleRequestTarget target)
    {
        Name = name;
        GroupName = groupName;
        ScheduleExpression = scheduleExpression;
        Target = target;
    }

    /// <summary>The schedule's name; the field <c>Name</c>. It is unique in its group: AWS rejects a second request with the same name, so a retry starts nothing twice.</summary>
    public string Name { get; }

    /// <summary>The name of the schedule group; the field <c>GroupName</c>.</summary>
    public string GroupName { get; }

    /// <summary>The time, such as <c>at(2026-01-15T10:00:00)</c>; the field <c>ScheduleExpression</c>.</summary>
    public string ScheduleExpression { get; }

    /// <summary>The time zone of <see cref="ScheduleExpression"/>, always <c>UTC</c>; the field <c>ScheduleExpressionTimezone</c>.</summary>
    public string ScheduleExpressionTimezone { get; } = "UTC";

    /// <summary>The state machine to start, its input and the role; the field <c>Target</c>.</summary>
    public ScheduleRequestTarget Target { get; init; }

    /// <summary>The mode of the field <c>FlexibleTimeWindow</c>: <c>OFF</c> starts within the minute, <c>FLEXIBLE</c> within <see cref="MaximumWindowInMinutes"/>.</summary>
    public string FlexibleTimeWindowMode => MaximumWindowInMinutes is null ? "OFF" : "FLEXIBLE";

    /// <summary>The number of minutes by which the start may be late, 1 to 1,440; a field of <c>FlexibleTimeWindow</c>. Default: null, the start is within the minute.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 1,440.</exception>
    public int? MaximumWindowInMinutes
    {
        get => _maximumWindowInMinutes;
        init
        {
            if (value is < 1 or > 1440)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "MaximumWindowInMinutes must be from 1 to 1,440.");
            }

            _maximumWindowInMinutes = value;
        }
    }

    /// <summary>What happens to the schedule after the start, always <c>DELETE</c>; the field <c>ActionAfterCompletion</c>.</summary>
    public string ActionAfterCompletion { get; } = "DELETE";

    /// <summary>Creates a request.</summary>
    /// <param name="name">The schedule's name: 1 to 64 characters of <c>A-Z a-z 0-9 - _ .</c>.</param>
    /// <param name="groupName">The name of the schedule group, with the same rule.</param>
    /// <param name="at">The time of the start, a whole minute, in any time zone. It is not compared with the clock, because AWS checks it when the request arrives.</param>
    /// <param name="input">The execution's input, JSON text of at most 262,144 bytes.</param>
    /// <param name="target">The state machine to start, and the role that starts it.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A name or an ARN is not valid, the time is not a whole minute, or the input is too large.</exception>
    public static ScheduleRequest Create(string name, string groupName, DateTimeOffset at, string input, ScheduleTarget target)
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

    /// <summary>Returns the request as JSON, in the form of <c>aws scheduler create-schedule --cli-input-json</c>.</summary>
    /// <returns>The JSON text.</returns>
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

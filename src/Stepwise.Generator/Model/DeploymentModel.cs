using Stepwise.Json;

namespace Stepwise.Generator.Model;

/// <summary>What a workflow class asks of its deployment: encryption, alarms, what starts executions, versions.</summary>
internal sealed record DeploymentModel
{
    public static readonly DeploymentModel None = new();

    public EncryptionModel? Encryption { get; init; }

    public EquatableArray<AlarmModel> Alarms { get; init; }

    public EquatableArray<ScheduleModel> Schedules { get; init; }

    public EquatableArray<EventRuleModel> EventRules { get; init; }

    /// <summary>The group of dynamic schedules; null where there are none.</summary>
    public string? ScheduleGroup { get; init; }

    public PublishModel? Publish { get; init; }
}

/// <summary>A key: an ARN or a substitution such as <c>${CampaignDataKeyArn}</c>.</summary>
internal sealed record EncryptionModel(string KeyArn, int DataKeyReuseSeconds);

/// <summary>An alarm.</summary>
/// <param name="Metric">The metric's name in CloudWatch.</param>
/// <param name="Threshold">Executions, or milliseconds.</param>
/// <param name="PeriodSeconds">The length of a period.</param>
/// <param name="EvaluationPeriods">How many periods.</param>
/// <param name="Topic">The topic that is told.</param>
internal sealed record AlarmModel(string Metric, long Threshold, int PeriodSeconds, int EvaluationPeriods, TopicModel? Topic);

/// <summary>A topic: its name and its substitution's key, or an ARN that is both.</summary>
internal sealed record TopicModel(string Name, string Key, int Anchor)
{
    public bool IsArn => Name == Key;
}

internal sealed record PublishModel(string? Alias);

/// <summary>What starts executions.</summary>
internal abstract record TriggerModel
{
    public required string Name { get; init; }

    public bool IsEnabled { get; init; }

    /// <summary>The constant input.</summary>
    public WrittenJson<JsonValue>? Input { get; init; }

    /// <summary>The place of the input; of the attribute's name where it has none.</summary>
    public int InputAnchor { get; init; }

    /// <summary>Whether an input was written that could not be read.</summary>
    public bool IsInputUnread { get; init; }
}

internal sealed record ScheduleModel : TriggerModel
{
    public required string Expression { get; init; }

    public string? TimeZone { get; init; }
}

internal sealed record EventRuleModel : TriggerModel
{
    public string? Schedule { get; init; }

    public WrittenJson<JsonValue>? Pattern { get; init; }

    public EquatableArray<InputPathModel> InputPaths { get; init; }

    /// <summary>The template as it was written; null where it is made of the paths.</summary>
    public string? InputTemplate { get; init; }

    /// <summary>The template as JSON of the same length, in which text stands for each placeholder.</summary>
    public WrittenJson<JsonValue>? TemplateValue { get; init; }

    /// <summary>The placeholders of the template, in order.</summary>
    public EquatableArray<PlaceholderModel> Placeholders { get; init; }

    /// <summary>The place of the template.</summary>
    public int TemplateAnchor { get; init; }
}

/// <summary>A placeholder of a template.</summary>
/// <param name="Name">The name of an input path, or one that EventBridge defines.</param>
/// <param name="Start">Where the string begins that it stands for or in.</param>
/// <param name="IsQuoted">Whether it is a part of a string; otherwise it is a value of its own.</param>
internal sealed record PlaceholderModel(string Name, int Start, bool IsQuoted);

/// <summary>A property of the input and the path into the event that fills it.</summary>
internal sealed record InputPathModel(string Name, string Path, int Anchor);

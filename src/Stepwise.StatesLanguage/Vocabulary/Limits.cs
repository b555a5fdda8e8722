namespace Stepwise.StatesLanguage.Vocabulary;

/// <summary>The limits of Step Functions, and of the services that a definition or its deployment uses. Each figure has its only place here.</summary>
internal static class Limits
{
    /// <summary>The greatest value of ASL's fields for seconds, and of <c>MaxAttempts</c>.</summary>
    public const int Seconds = 99_999_999;

    /// <summary>The greatest <c>MaxDelaySeconds</c> of a retrier, in seconds.</summary>
    public const int MaxDelaySeconds = 31_622_400;

    /// <summary>The largest input or output of a state, a task or an execution, in bytes of UTF-8.</summary>
    public const int PayloadBytes = 262_144;

    /// <summary>The greatest number of nested evaluations of a JSONata expression: <c>1 + 1</c> takes two.</summary>
    public const int NestedEvaluations = 100;

    /// <summary>The number of events that the history of a Standard execution can hold.</summary>
    public const int HistoryEvents = 25_000;

    /// <summary>The greatest length of a definition, in characters.</summary>
    public const int DefinitionLength = 1_048_576;

    /// <summary>The greatest length of the name of a state machine, an execution, a state or a variable, in characters.</summary>
    public const int NameLength = 80;

    /// <summary>The greatest length of the name of an event rule, a schedule or a group of schedules, in characters.</summary>
    public const int TriggerNameLength = 64;

    /// <summary>The greatest length of the <c>Description</c> of a CloudFormation template, in bytes of UTF-8.</summary>
    public const int TemplateDescriptionBytes = 1_024;

    /// <summary>The greatest length of the <c>Label</c> of a Map, in characters.</summary>
    public const int LabelLength = 40;

    /// <summary>The greatest number of items that a Distributed Map reads.</summary>
    public const int MapItems = 100_000_000;

    /// <summary>The greatest number of iterations of an inline Map that run at once.</summary>
    public const int InlineConcurrency = 40;

    /// <summary>The greatest number of child executions of a Distributed Map that run at once.</summary>
    public const int DistributedConcurrency = 10_000;

    /// <summary>The greatest length of a managed policy, in characters without white space.</summary>
    public const int ManagedPolicyLength = 6_144;

    /// <summary>The greatest total length of the inline policies of a role, in characters without white space.</summary>
    public const int InlinePolicyLength = 10_240;

    /// <summary>The characters that the names of state machines, executions and states and the labels of Maps cannot contain, in addition to control characters. Some of these names cannot contain white space either.</summary>
    public const string ForbiddenInNames = "<>{}[]?*\"#%\\^|~`$&,;:/";

    /// <summary>The numbers of days for which CloudWatch Logs can keep the events of a log group; 0 means that they never expire.</summary>
    public static readonly IReadOnlyList<int> LogRetentionDays =
        [0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <summary><see cref="LogRetentionDays"/> without 0, as a message lists them: <c>1, 3, 5 or 7</c>.</summary>
    public static string LogRetentionText => string.Join(", ", LogRetentionDays.Skip(1).Take(LogRetentionDays.Count - 2)) + " or " + LogRetentionDays[LogRetentionDays.Count - 1];
}

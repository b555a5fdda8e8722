namespace Stepwise.Generator.Model;

internal enum LogLevel
{
    Off,
    Error,
    Fatal,
    All,
}

/// <summary>The logging of executions.</summary>
internal sealed record LoggingModel(LogLevel Level, bool IncludeExecutionData, int RetentionDays, string? LogGroupPrefix);

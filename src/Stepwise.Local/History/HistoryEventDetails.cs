using Stepwise.Json;

namespace Stepwise.Local;

/// <summary>What there is to say about an event.</summary>
public abstract record HistoryEventDetails
{
    private protected HistoryEventDetails()
    {
    }

    /// <summary>The member of an event that holds the details, such as <c>stateEnteredEventDetails</c>.</summary>
    internal abstract string FieldName(HistoryEventType type);

    /// <summary>The details as <c>GetExecutionHistory</c> returns them.</summary>
    internal JsonObject ToJson(bool includeExecutionData)
    {
        var builder = new JsonObject.Builder();
        Write(new(builder, includeExecutionData));
        return builder.ToObject();
    }

    private protected abstract void Write(Writer writer);

    private protected static string FieldOf(HistoryEventType type)
    {
        var name = type.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..] + "EventDetails";
    }

    /// <summary>Writes fields as AWS does: absent where there is nothing, data as JSON text beside a note on whether it was cut.</summary>
    private protected readonly struct Writer(JsonObject.Builder builder, bool includeExecutionData)
    {
        public void Text(string name, string? value)
        {
            if (value is not null)
            {
                builder.Add(name, value);
            }
        }

        public void Number(string name, long? value)
        {
            if (value is { } number)
            {
                builder.Add(name, number);
            }
        }

        public void Data(string name, JsonValue? value)
        {
            if (value is not null && includeExecutionData)
            {
                builder.Add(name, value.ToJson());
                builder.Add(name + "Details", new JsonObject.Builder().Add("truncated", false).ToObject());
            }
        }

        public void Value(string name, JsonValue? value)
        {
            if (value is not null)
            {
                builder.Add(name, value);
            }
        }
    }
}

/// <summary>An execution starts.</summary>
/// <param name="Input">Its input.</param>
/// <param name="RoleArn">The role in which it runs.</param>
public sealed record ExecutionStartedDetails(JsonValue Input, string RoleArn) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => "executionStartedEventDetails";

    private protected override void Write(Writer writer)
    {
        writer.Data("input", Input);
        writer.Text("roleArn", RoleArn);
    }
}

/// <summary>An execution, a task, an activity or a function succeeds with an output, or a task is submitted.</summary>
/// <param name="Output">The output.</param>
/// <param name="Resource">For tasks the action, such as <c>publish</c>; otherwise null.</param>
/// <param name="ResourceType">For tasks the service, such as <c>sns</c>; otherwise null.</param>
public sealed record OutputDetails(JsonValue Output, string? Resource = null, string? ResourceType = null) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => FieldOf(type);

    private protected override void Write(Writer writer)
    {
        writer.Data("output", Output);
        writer.Text("resource", Resource);
        writer.Text("resourceType", ResourceType);
    }
}

/// <summary>Something fails, times out, is aborted or cannot be scheduled.</summary>
/// <param name="Error">The name of the error, or null if the failure has no name.</param>
/// <param name="Cause">The cause of the error, or null if the failure has no cause.</param>
/// <param name="Resource">For tasks the action; otherwise null.</param>
/// <param name="ResourceType">For tasks the service; otherwise null.</param>
public sealed record ErrorDetails(string? Error, string? Cause, string? Resource = null, string? ResourceType = null) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => FieldOf(type);

    private protected override void Write(Writer writer)
    {
        writer.Text("error", Error);
        writer.Text("cause", Cause);
        writer.Text("resource", Resource);
        writer.Text("resourceType", ResourceType);
    }
}

/// <summary>A state is entered.</summary>
/// <param name="Name">The state.</param>
/// <param name="Input">Its input, before <c>InputPath</c>.</param>
public sealed record StateEnteredDetails(string Name, JsonValue Input) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => "stateEnteredEventDetails";

    private protected override void Write(Writer writer)
    {
        writer.Text("name", Name);
        writer.Data("input", Input);
    }
}

/// <summary>A state is left.</summary>
/// <param name="Name">The state.</param>
/// <param name="Output">Its output.</param>
/// <param name="AssignedVariables">The variables that it set; null for none.</param>
public sealed record StateExitedDetails(string Name, JsonValue Output, JsonObject? AssignedVariables = null) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => "stateExitedEventDetails";

    private protected override void Write(Writer writer)
    {
        writer.Text("name", Name);
        writer.Data("output", Output);
        if (AssignedVariables is { } variables)
        {
            var texts = new JsonObject.Builder();
            foreach (var variable in variables.Members)
            {
                texts.Add(variable.Name, variable.Value.ToJson());
            }

            writer.Value("assignedVariables", texts.ToObject());
            writer.Value("assignedVariablesDetails", new JsonObject.Builder().Add("truncated", false).ToObject());
        }
    }
}

/// <summary>A JSONata expression fails.</summary>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">The cause.</param>
/// <param name="Location">The field; null where none is named.</param>
/// <param name="State">The state.</param>
public sealed record EvaluationFailedDetails(string Error, string Cause, string? Location, string State) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => "evaluationFailedEventDetails";

    private protected override void Write(Writer writer)
    {
        writer.Text("error", Error);
        writer.Text("cause", Cause);
        writer.Text("location", Location);
        writer.Text("state", State);
    }
}

/// <summary>A function or an activity is scheduled.</summary>
/// <param name="Input">What it gets.</param>
/// <param name="Resource">Its ARN.</param>
/// <param name="TimeoutInSeconds">How long it may take; null where nothing is said.</param>
/// <param name="HeartbeatInSeconds">How long it may be silent; null where nothing is said.</param>
/// <param name="CredentialsRoleArn">The role to act in; null for the execution's.</param>
public sealed record WorkScheduledDetails(JsonValue Input, string Resource, long? TimeoutInSeconds, long? HeartbeatInSeconds, string? CredentialsRoleArn = null) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => FieldOf(type);

    private protected override void Write(Writer writer)
    {
        writer.Data("input", Input);
        writer.Text("resource", Resource);
        writer.Number("timeoutInSeconds", TimeoutInSeconds);
        writer.Number("heartbeatInSeconds", HeartbeatInSeconds);
        if (CredentialsRoleArn is not null)
        {
            writer.Value("taskCredentials", new JsonObject.Builder().Add("roleArn", CredentialsRoleArn).ToObject());
        }
    }
}

/// <summary>A task of an integration is scheduled.</summary>
/// <param name="Parameters">What the service gets.</param>
/// <param name="Region">The service's region.</param>
/// <param name="Resource">The action with its pattern, such as <c>startExecution.sync</c>.</param>
/// <param name="ResourceType">The service.</param>
/// <param name="TimeoutInSeconds">How long it may take; null where nothing is said.</param>
/// <param name="HeartbeatInSeconds">How long it may be silent; null where nothing is said.</param>
/// <param name="CredentialsRoleArn">The role to act in; null for the execution's.</param>
public sealed record TaskScheduledDetails(
    JsonValue Parameters,
    string Region,
    string Resource,
    string ResourceType,
    long? TimeoutInSeconds,
    long? HeartbeatInSeconds,
    string? CredentialsRoleArn = null) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => "taskScheduledEventDetails";

    private protected override void Write(Writer writer)
    {
        writer.Text("parameters", Parameters.ToJson());
        writer.Text("region", Region);
        writer.Text("resource", Resource);
        writer.Text("resourceType", ResourceType);
        writer.Number("timeoutInSeconds", TimeoutInSeconds);
        writer.Number("heartbeatInSeconds", HeartbeatInSeconds);
        if (CredentialsRoleArn is not null)
        {
            writer.Value("taskCredentials", new JsonObject.Builder().Add("roleArn", CredentialsRoleArn).ToObject());
        }
    }
}

/// <summary>A task of an integration starts.</summary>
/// <param name="Resource">The action with its pattern.</param>
/// <param name="ResourceType">The service.</param>
public sealed record TaskStartedDetails(string Resource, string ResourceType) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => "taskStartedEventDetails";

    private protected override void Write(Writer writer)
    {
        writer.Text("resource", Resource);
        writer.Text("resourceType", ResourceType);
    }
}

/// <summary>A worker takes an activity's task.</summary>
/// <param name="WorkerName">The worker; null where it gave no name.</param>
public sealed record ActivityStartedDetails(string? WorkerName) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => "activityStartedEventDetails";

    private protected override void Write(Writer writer) => writer.Text("workerName", WorkerName);
}

/// <summary>A Map begins.</summary>
/// <param name="Length">The number of items.</param>
public sealed record MapStateStartedDetails(int Length) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => "mapStateStartedEventDetails";

    private protected override void Write(Writer writer) => writer.Number("length", Length);
}

/// <summary>An iteration of a Map starts, succeeds, fails or is aborted.</summary>
/// <param name="Name">The Map.</param>
/// <param name="Index">The item, from 0.</param>
public sealed record MapIterationDetails(string Name, int Index) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => FieldOf(type);

    private protected override void Write(Writer writer)
    {
        writer.Number("index", Index);
        writer.Text("name", Name);
    }
}

/// <summary>A map run starts or is redriven.</summary>
/// <param name="MapRunArn">The map run.</param>
/// <param name="RedriveCount">How often it has been redriven; null at its start.</param>
public sealed record MapRunDetails(string MapRunArn, int? RedriveCount = null) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => FieldOf(type);

    private protected override void Write(Writer writer)
    {
        writer.Text("mapRunArn", MapRunArn);
        writer.Number("redriveCount", RedriveCount);
    }
}

/// <summary>An execution is redriven.</summary>
/// <param name="RedriveCount">How often it has been.</param>
public sealed record ExecutionRedrivenDetails(int RedriveCount) : HistoryEventDetails
{
    internal override string FieldName(HistoryEventType type) => "executionRedrivenEventDetails";

    private protected override void Write(Writer writer) => writer.Number("redriveCount", RedriveCount);
}

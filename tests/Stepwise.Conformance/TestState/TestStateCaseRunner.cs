using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Stepwise.Conformance.Asl;
using Stepwise.Json;
using Stepwise.Local;

namespace Stepwise.Conformance.TestState;

/// <summary>Makes a recorded call and compares the response.</summary>
internal static partial class TestStateCaseRunner
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs a case.</summary>
    /// <returns>Where what came out differs from what was recorded; empty where it does not.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "An exception of any type fails the case, and the next ones are still run.")]
    public static async Task<IReadOnlyList<string>> RunAsync(TestStateCase @case)
    {
        if (@case.Problem is not null)
        {
            return [@case.Problem];
        }

        try
        {
            var answer = await AnswerAsync(@case.Request, @case.Functions);
            var differences = new JsonDifferences(@case.Placeholders, []);
            differences.Compare("", Comparable(@case.Expected), answer);
            return differences.Found;
        }
        catch (Exception exception)
        {
            return [$"{exception.GetType().Name}: {exception.Message}"];
        }
    }

    private static async Task<JsonObject> AnswerAsync(JsonObject request, JsonObject functions)
    {
        using var service = new LocalStepFunctions(new() { AccountId = "111111111111", Tasks = new LocalTasks().OnAnything(new RecordedTasks(functions, null).HandleAsync) });
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            var response = await service.TestStateAsync(RequestOf(request), patience.Token);
            return JsonObject.Create(("response", response.ToJson()));
        }
        catch (TestStateException refusal)
        {
            return JsonObject.Create(("apiError", JsonObject.Create(("code", refusal.Code), ("message", refusal.Message))));
        }
    }

    private static TestStateRequest RequestOf(JsonObject request) => new()
    {
        Definition = request["definition"]!.ToJson(),
        StateName = request.Text("stateName"),
        Input = request["input"] ?? JsonObject.Empty,
        RoleArn = request.Text("roleArn"),
        InspectionLevel = Enum.Parse<InspectionLevel>(request.Text("inspectionLevel") ?? "INFO", ignoreCase: true),
        Context = request["context"] as JsonObject,
        Variables = request["variables"] as JsonObject ?? JsonObject.Empty,
        Mock = request["mock"] is JsonObject mock ? MockOf(mock) : null,
        Configuration = request["stateConfiguration"] is JsonObject configuration ? ConfigurationOf(configuration) : new(),
    };

    private static TestStateMock MockOf(JsonObject mock) => new()
    {
        Result = mock.Text("result"),
        ErrorOutput = mock["errorOutput"] is JsonObject error ? new(error.Text("error"), error.Text("cause")) : null,
        FieldValidationMode = Enum.Parse<MockValidationMode>(mock.Text("fieldValidationMode") ?? "STRICT", ignoreCase: true),
    };

    private static TestStateConfiguration ConfigurationOf(JsonObject configuration) => new()
    {
        RetrierRetryCount = Number(configuration, "retrierRetryCount") ?? 0,
        ErrorCausedByState = configuration.Text("errorCausedByState"),
        MapIterationFailureCount = Number(configuration, "mapIterationFailureCount"),
        MapItemReaderData = configuration.Text("mapItemReaderData"),
    };

    /// <summary>Some messages were recorded with what the Python client puts before them.</summary>
    private static JsonObject Comparable(JsonObject expected)
        => expected["apiError"] is JsonObject error && error.Text("message") is { } message
            ? JsonObject.Create(("apiError", JsonObject.Create(("code", error["code"]!), ("message", OfClient().Replace(message, "")))))
            : expected;

    private static int? Number(JsonObject content, string name) => content[name] is JsonNumber number ? (int)number.ToDouble() : null;

    [GeneratedRegex(@"^An error occurred \(\w+\) when calling the \w+ operation: ", RegexOptions.CultureInvariant)]
    private static partial Regex OfClient();
}

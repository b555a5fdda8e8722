using Stepwise.Cli.Shell;
using Stepwise.Json;
using Stepwise.Local;
using Stepwise.StatesLanguage;

namespace Stepwise.Cli.Running;

/// <summary>Explains which mock a Task needs that has neither a handler nor a mock.</summary>
internal static class MissingMock
{
    public static void Explain(TaskRequest request, MockSelection mocks, string? file, Terminal terminal)
    {
        terminal.Fail($"The state {request.StateName} calls {What(request)}, and nothing answers for it. {(file is null ? "Write a file such as this one and give it with --mocks" : "Add this to " + file)}:");
        terminal.Error.WriteLine(Entry(request, mocks).ToJson(indented: true));
        terminal.Error.WriteLine("\"Return\" is what the call returns; { \"Throw\": { \"Error\": ..., \"Cause\": ... } } makes it fail. It was called with");
        terminal.Error.WriteLine(request.Parameters.ToJson(indented: true));
    }

    private static string What(TaskRequest request)
        => request.FunctionName is { } function ? "the function " + function
            : request.Resource.Kind == TaskResourceKind.Activity ? "the activity " + request.Resource.Text[(request.Resource.Text.LastIndexOf(':') + 1)..]
            : request.Resource.Integration is { Length: > 0 } integration ? integration
            : request.Resource.Text;

    private static JsonObject Entry(TaskRequest request, MockSelection mocks)
    {
        var name = request.StateName + "Response";
        return JsonObject.Create(
            ("StateMachines", Nested(Nested(Nested(name, request.StateName), mocks.TestCase, "TestCases"), mocks.StateMachine)),
            ("MockedResponses", Nested(Nested(Nested(Response(request), "Return"), "0"), name)));
    }

    /// <summary>A value under names, the innermost first.</summary>
    private static JsonObject Nested(JsonValue value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            value = JsonObject.Create((name, value));
        }

        return (JsonObject)value;
    }

    /// <summary>The least that the state's resource returns.</summary>
    private static JsonObject Response(TaskRequest request) => request.Resource.Integration switch
    {
        "lambda:invoke" => JsonObject.Create(("StatusCode", 200), ("Payload", JsonObject.Empty)),
        "sns:publish" or "sqs:sendMessage" => JsonObject.Create(("MessageId", "00000000-0000-0000-0000-000000000000")),
        _ => JsonObject.Empty,
    };
}

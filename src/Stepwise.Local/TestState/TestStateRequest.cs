using System.Diagnostics.CodeAnalysis;
using Stepwise.Json;
using Stepwise.Local.Machine;
using Stepwise.Local.Service;

namespace Stepwise.Local;

/// <summary>The request of <c>TestState</c>: the state to test, its input and its mock.</summary>
public sealed record TestStateRequest
{
    /// <summary>The definition in ASL: of one state, or of a state machine, of which <see cref="StateName"/> names a state.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public required string Definition { get; init; }

    /// <summary>The state to test, at any depth of the machine; null if the definition is that of a state.</summary>
    public string? StateName { get; init; }

    /// <summary>The state's input. Default: an object without members.</summary>
    public JsonValue Input { get; init; } = JsonObject.Empty;

    /// <summary>The ARN of the role. A Task without a mock requires it, as on AWS. Default: null.</summary>
    public string? RoleArn { get; init; }

    /// <summary>How much to show. Default: status and output only.</summary>
    public InspectionLevel InspectionLevel { get; init; }

    /// <summary>The context object that the state sees. If null, the test makes one.</summary>
    public JsonObject? Context { get; init; }

    /// <summary>The variables that the state sees. Default: none.</summary>
    public JsonObject Variables { get; init; } = JsonObject.Empty;

    /// <summary>The result or error of the state's work; null to have it done by the handlers of <see cref="LocalOptions.Tasks"/>. A Map and a Parallel need a mock.</summary>
    public TestStateMock? Mock { get; init; }

    /// <summary>What the test assumes to have happened before. Default: nothing.</summary>
    public TestStateConfiguration Configuration { get; init; } = new();
}

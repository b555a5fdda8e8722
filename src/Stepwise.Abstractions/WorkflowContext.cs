namespace Stepwise;

/// <summary>A parameter of this type reads the context object of Step Functions: <c>$$</c> in JSONPath, <c>$states.context</c> in JSONata.</summary>
/// <param name="ExecutionId">The execution's ARN; <c>Execution.Id</c>.</param>
/// <param name="ExecutionName">The execution's name; <c>Execution.Name</c>.</param>
/// <param name="ExecutionStartTime">The time at which the execution started; <c>Execution.StartTime</c>.</param>
/// <param name="ExecutionRoleArn">The ARN of the machine's role; <c>Execution.RoleArn</c>.</param>
/// <param name="StateMachineId">The machine's ARN; <c>StateMachine.Id</c>.</param>
/// <param name="StateMachineName">The machine's name; <c>StateMachine.Name</c>.</param>
/// <param name="StateName">The state's name; <c>State.Name</c>.</param>
/// <param name="StateEnteredTime">The time at which the state was entered; <c>State.EnteredTime</c>.</param>
/// <param name="RetryCount">The number of retries of the state so far; <c>State.RetryCount</c>.</param>
public sealed record WorkflowContext(
    string ExecutionId,
    string ExecutionName,
    DateTimeOffset ExecutionStartTime,
    string ExecutionRoleArn,
    string StateMachineId,
    string StateMachineName,
    string StateName,
    DateTimeOffset StateEnteredTime,
    int RetryCount);

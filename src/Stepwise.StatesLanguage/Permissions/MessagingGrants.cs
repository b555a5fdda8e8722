using static Stepwise.StatesLanguage.Permissions.IntegrationGrant;
using static Stepwise.StatesLanguage.Permissions.Target;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The permissions for messages, events, other state machines, and HTTP calls.</summary>
internal static class MessagingGrants
{
    public static readonly IntegrationGrant[] Rows =
    [
        new("sns:publish", Always, "PublishMessages", ["sns:Publish"], MessagingFinders.PublishTarget),
        new("sqs:sendMessage", Always, "SendMessages", ["sqs:SendMessage"], MessagingFinders.Queue),
        new("events:putEvents", Always, "PutEvents", ["events:PutEvents"], MessagingFinders.EventBuses),

        new("states:startExecution", Always, "StartExecutions", ["states:StartExecution"], MessagingFinders.ChildMachine),
        new("states:startExecution", Job, "FollowExecutions", ["states:DescribeExecution", "states:StopExecution"], MessagingFinders.ChildExecutions),
        Watch("states:startExecution", "StepFunctionsGetEventsForStepFunctionsExecutionRule"),

        new("apigateway:invoke", Always, "CallApis", ["execute-api:Invoke"], MessagingFinders.ApiMethod),
        new(
            "http:invoke",
            Always,
            "CallHttpEndpoints",
            ["states:InvokeHTTPEndpoint"],
            Of("states:stateMachine:{" + TaskArguments.Machine + "}"),
            [new("StringEquals", "states:HTTPMethod", "{Method}"), new("StringLike", "states:HTTPEndpoint", "{ApiEndpoint}")]),
        new("http:invoke", Always, "UseConnections", ["events:RetrieveConnectionCredentials"], Of("events:connection/{Authentication.ConnectionArn}")),
        new("http:invoke", Always, "ReadConnectionSecrets", ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"], MessagingFinders.ConnectionSecret),
    ];
}

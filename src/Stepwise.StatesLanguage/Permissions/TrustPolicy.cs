namespace Stepwise.StatesLanguage.Permissions;

/// <summary>The policy that lets Step Functions take on the role of a state machine, for that machine of this account only (the confused-deputy protection).</summary>
public static class TrustPolicy
{
    /// <summary>The trust policy for a state machine.</summary>
    /// <param name="stateMachineName">The name under which the machine is deployed; a substitution such as <c>${StateMachineName}</c> will do.</param>
    /// <returns>The policy, with the placeholders <c>${Partition}</c>, <c>${Region}</c> and <c>${AccountId}</c>.</returns>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public static PolicyDocument Create(string stateMachineName)
    {
        if (string.IsNullOrEmpty(stateMachineName))
        {
            throw new ArgumentException("The state machine has no name.", nameof(stateMachineName));
        }

        return new()
        {
            Statements =
            [
                new()
                {
                    Sid = "StepFunctionsAssumesRole",
                    Service = "states.amazonaws.com",
                    Actions = ["sts:AssumeRole"],
                    Conditions =
                    [
                        new("StringEquals", "aws:SourceAccount", "${AccountId}"),
                        new("ArnLike", "aws:SourceArn", "arn:${Partition}:states:${Region}:${AccountId}:stateMachine:" + stateMachineName),
                    ],
                },
            ],
        };
    }
}

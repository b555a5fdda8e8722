namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Creates the trust policy of a state machine's role. It lets Step Functions assume the role for this machine of this account only, which protects against the confused deputy problem.</summary>
public static class TrustPolicy
{
    /// <summary>Creates the trust policy for a state machine.</summary>
    /// <param name="stateMachineName">The name of the deployed state machine, or a substitution such as <c>${StateMachineName}</c>.</param>
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

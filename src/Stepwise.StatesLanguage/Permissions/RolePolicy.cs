using Stepwise.Json;

namespace Stepwise.StatesLanguage.Permissions;

/// <summary>Creates the policy of a state machine's role: the permissions that its tasks, logging, tracing and encryption need, on the narrowest resources that the definition determines.</summary>
public static class RolePolicy
{
    /// <summary>Creates the policy for a definition.</summary>
    /// <param name="machine">The definition.</param>
    /// <param name="options">The options; null means <see cref="PermissionOptions.Default"/>.</param>
    /// <returns>The policy, with notes. Its statements are merged and sorted. Substitutions and placeholders such as <c>${Region}</c> stay as they are.</returns>
    public static PolicyDocument Create(StateMachine machine, PermissionOptions? options = null)
    {
        options ??= PermissionOptions.Default;
        var collector = new PolicyCollector(options);
        collector.AddMachine(machine);
        collector.CheckDeclared();
        if (options.Logging)
        {
            collector.AddForMachine(MachineGrants.Logging, "Executions are logged.");
        }

        if (options.Tracing)
        {
            collector.AddForMachine(MachineGrants.Tracing, "Executions are traced.");
        }

        if (options.KmsKeyArn is { Length: > 0 } key)
        {
            collector.AddForMachine(MachineGrants.Encryption(key), "The machine is encrypted with this key.");
            if (options.Logging)
            {
                collector.AddForMachine(MachineGrants.LogEncryption(key), "The machine is encrypted with this key, and its logs are delivered.");
            }
        }

        return collector.ToDocument();
    }
}

using System.CommandLine;
using Stepwise.Cli.Shell;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Cli.Commands;

/// <summary><c>stepwise policy</c>: the IAM policy of a state machine's role. The policy goes to the output; what is wide in it, and why, goes to the errors.</summary>
internal static class PolicyCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The definition (.asl.json)." };
        var name = new Option<string?>("--name") { Description = "The name of the state machine, for permissions on itself; a substitution such as ${StateMachineName} will do.", HelpName = "NAME" };
        var trust = new Option<string?>("--trust") { Description = "Write the trust policy for the state machine of this name instead.", HelpName = "NAME" };
        var resources = new Option<string[]>("--resource")
        {
            Description = "What a state may reach where its arguments do not say it. May be given several times.",
            HelpName = "STATE=ARN",
            AllowMultipleArgumentsPerToken = false,
        };
        var key = new Option<string?>("--kms-key") { Description = "The ARN of the key with which the state machine is encrypted.", HelpName = "ARN" };
        var logging = new Option<bool>("--logging") { Description = "Allow what logging to CloudWatch Logs needs." };
        var tracing = new Option<bool>("--tracing") { Description = "Allow what tracing with X-Ray needs." };
        var command = new Command("policy", "Computes the IAM policy of a state machine's role.") { file, name, trust, resources, key, logging, tracing };
        command.SetAction(result =>
        {
            if (DefinitionFile.Load(result.GetRequiredValue(file), terminal) is not { } machine)
            {
                return ExitCodes.Failure;
            }

            if (result.GetValue(trust) is { } trusted)
            {
                if (trusted.Length == 0)
                {
                    return terminal.Fail("--trust needs the name of the state machine.");
                }

                terminal.Output.WriteLine(TrustPolicy.Create(trusted).ToJson().ToJson(indented: true));
                return ExitCodes.Success;
            }

            if (!TryRead(result.GetValue(resources) ?? [], out var declared, out var problem))
            {
                return terminal.Fail(problem);
            }

            if (result.GetValue(key) is { } arn && !DeclaredResource.TryValidate(arn, out var fault))
            {
                return terminal.Fail($"--kms-key cannot be {arn}: {fault}.");
            }

            WritePolicy(machine, new()
            {
                Logging = result.GetValue(logging),
                Tracing = result.GetValue(tracing),
                StateMachineName = result.GetValue(name),
                KmsKeyArn = result.GetValue(key),
                Resources = declared,
                HasLiterals = true,
            }, terminal);
            return ExitCodes.Success;
        });
        return command;
    }

    private static bool TryRead(string[] resources, out Dictionary<string, IReadOnlyList<string>> declared, out string problem)
    {
        declared = new(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            // A state's name may have an equals sign, an ARN begins with arn: or ${.
            var arn = Math.Max(resource.LastIndexOf("=arn:", StringComparison.Ordinal), resource.LastIndexOf("=${", StringComparison.Ordinal));
            if (arn <= 0)
            {
                problem = $"--resource cannot be {resource}: it is the name of a state, an equals sign and an ARN, such as Notify=arn:aws:sns:eu-west-1:123456789012:orders.";
                return false;
            }

            var text = resource[(arn + 1)..];
            if (!DeclaredResource.TryValidate(text, out var fault))
            {
                problem = $"--resource cannot be {resource}: {fault}.";
                return false;
            }

            var state = resource[..arn];
            declared[state] = declared.TryGetValue(state, out var earlier) ? [.. earlier, text] : [text];
        }

        problem = "";
        return true;
    }

    private static void WritePolicy(StateMachine machine, PermissionOptions options, Terminal terminal)
    {
        var policy = RolePolicy.Create(machine, options);
        terminal.Output.WriteLine(policy.ToJson().ToJson(indented: true));
        foreach (var notes in policy.Notes.Where(note => note.Kind != PermissionNoteKind.Granted).GroupBy(note => (note.Kind, note.State, note.Resource, note.Reason)))
        {
            var first = notes.First();
            var subject = first.State is null ? "" : first.State + ": ";
            var actions = string.Join(", ", notes.Select(note => note.Action).Distinct());
            terminal.Error.WriteLine(first.Kind switch
            {
                PermissionNoteKind.Narrowest => $"stepwise: note: {subject}{actions} on {first.Resource}: {first.Reason}",
                PermissionNoteKind.Wildcard => $"stepwise: warning: {subject}{actions} on {first.Resource}: {first.Reason} {Remedy(first)}",
                PermissionNoteKind.NotUsed => $"stepwise: warning: {subject}{first.Resource} is not in the policy: {first.Reason}.",
                _ => $"stepwise: warning: {subject}{actions}: {first.Reason}",
            });
        }

        foreach (var limit in policy.ExceededLimits)
        {
            terminal.Error.WriteLine($"stepwise: warning: {limit.Action}: {limit.Describe(policy.Size)}");
        }

        if (policy.Statements.Count == 0)
        {
            terminal.Error.WriteLine("stepwise: note: the policy has no statement, because no state calls a service; IAM refuses such a policy, and the role needs none.");
        }
    }

    private static string Remedy(PermissionNote note)
        => note.NeedsStateMachineName ? "Give it with --name NAME."
            : note.Narrower is null ? "Write the value as a constant in the definition."
            : $"Name it by a constant, or give --resource \"{note.State}={note.Narrower}\".";
}

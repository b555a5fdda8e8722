using System.CommandLine;
using Stepwise.StatesLanguage.Permissions;

namespace Stepwise.Cli.Commands;

/// <summary><c>stepwise policy</c>: the IAM policy of a state machine's role.</summary>
internal static class PolicyCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The definition (.asl.json)." };
        var trust = new Option<string?>("--trust") { Description = "Write the trust policy for the state machine of this name instead.", HelpName = "NAME" };
        var logging = new Option<bool>("--logging") { Description = "Allow what logging to CloudWatch Logs needs." };
        var tracing = new Option<bool>("--tracing") { Description = "Allow what tracing with X-Ray needs." };
        var command = new Command("policy", "Computes the IAM policy of a state machine's role.") { file, trust, logging, tracing };
        command.SetAction(result =>
        {
            if (DefinitionFile.Load(result.GetRequiredValue(file), terminal) is not { } machine)
            {
                return CommandLine.Failure;
            }

            if (result.GetValue(trust) is { } name)
            {
                if (name.Length == 0)
                {
                    return terminal.Fail("--trust needs the name of the state machine.");
                }

                terminal.Output.WriteLine(TrustPolicy.For(name).ToJson().ToJson(indented: true));
                return CommandLine.Success;
            }

            var policy = RolePolicy.For(machine, new() { Logging = result.GetValue(logging), Tracing = result.GetValue(tracing) });
            terminal.Output.WriteLine(policy.ToJson().ToJson(indented: true));
            foreach (var note in policy.Notes.Where(note => note.Kind != PermissionNoteKind.Granted))
            {
                terminal.Error.WriteLine($"stepwise: warning: {(note.State is null ? "" : note.State + ": ")}{note.Action}: {note.Reason}");
            }

            return CommandLine.Success;
        });
        return command;
    }
}

using System.CommandLine;
using Stepwise.Conformance.Asl;
using Stepwise.Conformance.Jsonata;
using Stepwise.Conformance.Measured;
using Stepwise.Conformance.TestState;
using Stepwise.Conformance.Validation;

// Each verb takes a folder, prints a line per group and ends with "N passed, N failed"; the exit code is 0 when none failed.
var root = new RootCommand("Runs a folder of recorded cases and counts those that come out as recorded.")
{
    AslCommand.Make(),
    JsonataCommand.Make(),
    TestStateCommand.Make(),
    ValidationCommand.Make(),
    MeasuredCommand.Make(),
};
return await root.Parse(args).InvokeAsync();

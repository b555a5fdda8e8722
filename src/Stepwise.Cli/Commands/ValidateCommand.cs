using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Stepwise.Cli.Shell;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.Cli.Commands;

/// <summary><c>stepwise validate</c>: what AWS would refuse, and what probably is not meant, with line and column.</summary>
internal static class ValidateCommand
{
    public static Command Make(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "The definitions (.asl.json).", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Write what was found as JSON, for other tools." };
        var express = new Option<bool>("--express") { Description = "The definitions are for Express state machines." };
        var command = new Command("validate", "Checks definitions as AWS does, and for mistakes that AWS accepts.") { files, json, express };
        command.SetAction(result => Run(result.GetRequiredValue(files), result.GetValue(json), new() { Type = result.GetValue(express) ? StateMachineType.Express : StateMachineType.Standard }, terminal));
        return command;
    }

    private static int Run(string[] files, bool asJson, ValidationOptions options, Terminal terminal)
    {
        var found = new List<(string File, DefinitionDiagnostic Diagnostic)>();
        var isReadable = true;
        foreach (var file in files)
        {
            if (DefinitionFile.TryRead(file, terminal, out var text))
            {
                found.AddRange(DefinitionValidator.Validate(text, options).Select(diagnostic => (file, diagnostic)));
            }
            else
            {
                isReadable = false;
            }
        }

        if (asJson)
        {
            terminal.Output.WriteLine(new JsonArray(found.Select(item => ToJson(item.File, item.Diagnostic))).ToJson(indented: true));
        }
        else
        {
            foreach (var (file, diagnostic) in found)
            {
                var isError = diagnostic.Severity == DefinitionSeverity.Error;
                var place = diagnostic.Position is { } position ? string.Create(CultureInfo.InvariantCulture, $"{file}({position.Line},{position.Column})") : file;
                terminal.Console.MarkupLineInterpolated($"{place}: [{(isError ? "red" : "yellow")}]{(isError ? "error" : "warning")} {diagnostic.Code}[/]: {diagnostic.Message}{(diagnostic.Path.ToString() is { Length: > 0 } path ? " at " + path : "")}");
            }

            var errors = found.Count(item => item.Diagnostic.Severity == DefinitionSeverity.Error);
            terminal.Console.MarkupLineInterpolated($"{CountText.Of(files.Length, "file")}, {CountText.Of(errors, "error")}, {CountText.Of(found.Count - errors, "warning")}.");
        }

        return isReadable && found.TrueForAll(item => item.Diagnostic.Severity != DefinitionSeverity.Error) ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static JsonObject ToJson(string file, DefinitionDiagnostic diagnostic) => new JsonObject.Builder()
        .Add("file", file)
        .AddIfNotNull("line", diagnostic.Position is { } start ? start.Line : null)
        .AddIfNotNull("column", diagnostic.Position is { } at ? at.Column : null)
        .Add("severity", diagnostic.Severity == DefinitionSeverity.Error ? "error" : "warning")
        .Add("code", diagnostic.Code)
        .Add("message", diagnostic.Message)
        .Add("pointer", diagnostic.Path.ToString())
        .ToObject();
}

using System.Diagnostics.CodeAnalysis;
using Stepwise.StatesLanguage;

namespace Stepwise.Cli.Shell;

/// <summary>Reads and writes the files of a command. If that is not possible, writes an error.</summary>
internal static class DefinitionFile
{
    public static bool TryRead(string path, Terminal terminal, [NotNullWhen(true)] out string? text, string example = "the file of a definition, such as order.asl.json")
    {
        text = null;
        try
        {
            text = File.ReadAllText(path);
            return true;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            terminal.Fail(Directory.Exists(path) ? $"{path} is a folder; give {example}." : $"{path} does not exist.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            terminal.Fail(Directory.Exists(path) ? $"{path} is a folder; give {example}." : $"{path} cannot be read: {exception.Message}");
        }

        return false;
    }

    public static StateMachine? Load(string path, Terminal terminal)
    {
        if (!TryRead(path, terminal, out var text))
        {
            return null;
        }

        var read = DefinitionReader.Read(text);
        if (read.Machine is { States.Count: > 0 } machine)
        {
            return machine;
        }

        terminal.Fail($"{path} is not a definition.");
        foreach (var diagnostic in read.Diagnostics)
        {
            terminal.Error.WriteLine("  " + path + diagnostic);
        }

        return null;
    }

    public static int Write(string? path, string text, Terminal terminal)
    {
        if (path is null)
        {
            terminal.Output.Write(text);
            return ExitCodes.Success;
        }

        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }

            File.WriteAllText(path, text);
            return ExitCodes.Success;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return terminal.Fail($"{path} cannot be written: {exception.Message}");
        }
    }
}

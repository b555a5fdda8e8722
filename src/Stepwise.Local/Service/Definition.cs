using System.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage;
using Stepwise.StatesLanguage.Diagnostics;
using Stepwise.StatesLanguage.Validation;

namespace Stepwise.Local.Service;

/// <summary>A definition with its substitutions in place.</summary>
/// <param name="Text">The definition in ASL, by which AWS tells whether two definitions are the same.</param>
/// <param name="Machine">What it says.</param>
internal sealed record Definition(string Text, StateMachine Machine)
{
    /// <summary>Reads a definition: puts the substitutions in, checks it, and makes the model.</summary>
    /// <param name="text">The definition in ASL.</param>
    /// <param name="type">Standard or Express.</param>
    /// <param name="options">The substitutions, and whether to check.</param>
    /// <param name="substitutions">More substitutions, for what the options do not name; null for none.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentException">AWS would refuse the definition.</exception>
    public static Definition Read(string text, WorkflowType type, LocalOptions options, IReadOnlyDictionary<string, string>? substitutions = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (options.ValidateDefinitions)
        {
            // What has no value stays a substitution, of which the validator expects nothing.
            Refuse(DefinitionValidator.Validate(Substituted(text, options, substitutions, keepsUnknown: true), new() { Type = type == WorkflowType.Express ? StateMachineType.Express : StateMachineType.Standard }));
        }

        text = Substituted(text, options, substitutions, keepsUnknown: false);

        var read = DefinitionReader.Read(text);
        if (read.Machine is null || options.ValidateDefinitions)
        {
            Refuse(read.Diagnostics);
        }

        return new(text, read.Machine ?? throw new ArgumentException("The definition holds no state machine: it needs an object with StartAt and States.", nameof(text)));
    }

    private static void Refuse(IReadOnlyList<DefinitionDiagnostic> found)
    {
        var errors = found.Where(diagnostic => diagnostic.Severity == DefinitionSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new ArgumentException("AWS would refuse the definition:\n" + string.Join("\n", errors));
        }
    }

    /// <summary>The text with <c>${Name}</c> replaced: by its value, as JSON where it stands in a string, or by its name where there is none.</summary>
    private static string Substituted(string text, LocalOptions options, IReadOnlyDictionary<string, string>? substitutions, bool keepsUnknown)
    {
        if (!text.Contains("${", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var isInString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '$' && i + 1 < text.Length && text[i + 1] == '{' && NameLength(text, i + 2) is var length and > 0)
            {
                var name = text.Substring(i + 2, length);
                var value = ValueOf(name, options, substitutions) ?? (keepsUnknown ? "${" + name + "}" : name);
                result.Append(isInString ? new JsonString(value).ToJson()[1..^1] : value);
                i += length + 2;
                continue;
            }

            result.Append(c);
            if (c == '\\' && isInString && i + 1 < text.Length)
            {
                result.Append(text[++i]);
            }
            else if (c == '"')
            {
                isInString = !isInString;
            }
        }

        return result.ToString();
    }

    /// <summary>How long the name is that begins here and ends before a brace; 0 where there is none.</summary>
    private static int NameLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' or ':'))
        {
            end++;
        }

        return end < text.Length && text[end] == '}' ? end - start : 0;
    }

    private static string? ValueOf(string name, LocalOptions options, IReadOnlyDictionary<string, string>? substitutions)
    {
        if (options.Substitutions.TryGetValue(name, out var value) || substitutions?.TryGetValue(name, out value) == true)
        {
            return value;
        }

        return name switch
        {
            "AWS::AccountId" or DeploymentKey.AccountId => options.AccountId,
            "AWS::Region" or DeploymentKey.Region => options.Region,
            "AWS::Partition" or DeploymentKey.Partition => "aws",
            _ => null,
        };
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Stepwise.Differential.Places;
using Stepwise.Differential.Running;
using Stepwise.Differential.Trees;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Corpus;

/// <summary>The faults that were ever found, in the files of the folder Corpus.</summary>
internal static class FaultCorpus
{
    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>The other assembly: its methods have no body that the generator could read.</summary>
    private const string Library = "namespace Library;\n\npublic static class Elsewhere { public static int Twice(int n) => n * 2; }\n";

    /// <summary>Reads all entries.</summary>
    public static IReadOnlyList<CorpusEntry> Read() =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(static file => JsonSerializer.Deserialize<List<CorpusEntry>>(File.ReadAllText(file), _format)!),
    ];

    /// <summary>Compares both sides of all entries.</summary>
    public static IReadOnlyList<CorpusResult> Compare(IReadOnlyList<CorpusEntry> entries)
    {
        var states = entries.Select(State).ToList();
        using var batch = BatchCompiler.Compile(Library, NoTypes("Data"), states);
        var entryOf = states.Zip(entries).ToDictionary<(RandomState State, CorpusEntry Entry), RandomState, CorpusEntry>(static item => item.State, static item => item.Entry, ReferenceEqualityComparer.Instance);
        var compared = ScriptSide.Add([.. batch.Accepted.Select(compiled => (compiled, Compare(entryOf[compiled.State], compiled)))]);
        var wrong = batch.Accepted.Zip(compared).ToDictionary<(CompiledState State, List<Comparison> Comparisons), RandomState, string?>(
            static item => item.State.State,
            static item => item.Comparisons.Find(static comparison => !comparison.Agrees) is { } comparison ? new Disagreement(item.State.State, item.State.Definition, comparison, 0).ToString() : null,
            ReferenceEqualityComparer.Instance);
        var definitions = batch.Accepted.ToDictionary<CompiledState, RandomState, string>(static item => item.State, static item => item.Definition, ReferenceEqualityComparer.Instance);
        var refused = batch.Refused.ToDictionary<(RandomState State, string Reason), RandomState, string>(static item => item.State, static item => item.Reason, ReferenceEqualityComparer.Instance);
        var invalid = batch.Invalid.ToDictionary<(RandomState State, string Error), RandomState, string>(static item => item.State, static item => item.Error, ReferenceEqualityComparer.Instance);
        return [.. entries.Zip(states, (entry, state) => new CorpusResult(
            entry,
            wrong.GetValueOrDefault(state),
            refused.GetValueOrDefault(state),
            invalid.GetValueOrDefault(state))
        {
            Definition = definitions.GetValueOrDefault(state),
        })];
    }

    /// <summary>A file for a namespace that workflows import.</summary>
    private static string NoTypes(string space) => $"namespace {space};\n\npublic static class Nothing{space} {{ }}\n";

    private static List<Comparison> Compare(CorpusEntry entry, CompiledState compiled)
    {
        var options = CSharpSide.NewOptions(Naming.CamelCase);
        using var definition = new DefinitionSide(compiled, entry.Values.Count);
        foreach (var value in entry.Values)
        {
            var input = value.DeepClone().AsObject();
            var isAssigned = entry.Result is not null && input.ContainsKey(entry.Result);
            var result = isAssigned ? input[entry.Result!] : null;
            if (entry.Result is not null)
            {
                input.Remove(entry.Result);
                input["isAssigned"] = isAssigned;
            }

            definition.StartAsync(Stepwise.Json.JsonValue.Parse(input.ToJsonString()), isAssigned ? Stepwise.Json.JsonValue.Parse(result?.ToJsonString() ?? "null") : null).GetAwaiter().GetResult();
        }

        var ends = definition.FinishAsync().GetAwaiter().GetResult();
        return [.. entry.Values.Select((value, index) => new Comparison(value, CSharpSide.Run(compiled, Arguments(compiled, value, options), ends[index].StartedAt, options), CSharpSide.Read(compiled, ends[index].Outcome, options)))];
    }

    private static object?[] Arguments(CompiledState compiled, JsonObject value, JsonSerializerOptions options) =>
        [.. compiled.Method.GetParameters().Select(parameter => value[parameter.Name!] is { } node ? node.Deserialize(parameter.ParameterType, options) : null)];

    private static RandomState State(CorpusEntry entry)
    {
        var parameters = entry.Parameters.Select(static parameter =>
        {
            var end = parameter.LastIndexOf(' ');
            var type = parameter[..end];
            return new Variable(parameter[(end + 1)..], new(new NamedType(type.TrimEnd('?')), type[^1] == '?' ? Nullness.Nullable : Nullness.NotNull), isParameter: true);
        }).ToList();
        var returns = entry.Returns ?? entry.Place switch
        {
            Place.Choice or Place.ChoiceSwitch => "NextState",
            Place.Fail => "string?",
            Place.WaitFor => "TimeSpan",
            Place.WaitUntil => "DateTimeOffset",
            _ => "object",
        };
        return new(entry.Place, entry.Language, parameters, parameters.FirstOrDefault(parameter => parameter.Name == entry.Result), returns, Node.Verbatim(entry.Body, entry.Executed))
        {
            OwnTypes = entry.Types,
        };
    }
}

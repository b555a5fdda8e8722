using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <summary>The query languages of a machine's states. A state of a JSONPath machine can have JSONata as its own; the reverse does not exist.</summary>
internal sealed class QueryLanguages
{
    private readonly MachineModel _machine;
    private readonly IQueryLanguage _jsonPath;
    private readonly IQueryLanguage _jsonata;

    /// <param name="machine">The machine.</param>
    /// <param name="values">The values that its states can read.</param>
    /// <param name="report">Takes what cannot be said.</param>
    public QueryLanguages(MachineModel machine, IEnumerable<ValueModel> values, Action<DiagnosticInfo> report)
    {
        _machine = machine;
        var references = new ValueReferences(values);
        _jsonPath = new JsonPathLanguage(references, report);
        _jsonata = machine.Language is Language.Jsonata ? new JsonataVariables(references, report) : new JsonataDocument(references, report);
    }

    /// <summary>The language of a state.</summary>
    public IQueryLanguage Of(StateModel state) => (state.Language ?? _machine.Language) is Language.Jsonata ? _jsonata : _jsonPath;
}

using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <summary>The query languages of a machine's states. A state of a JSONPath machine can have JSONata as its own; the reverse does not exist.</summary>
internal sealed class QueryLanguages
{
    private readonly MachineModel _machine;
    private readonly ValueReferences _references;
    private readonly IQueryLanguage _jsonPath;
    private readonly IQueryLanguage _jsonata;

    /// <param name="machine">The machine.</param>
    /// <param name="values">The machine's own values.</param>
    /// <param name="outer">The query languages of the machine around it; null for the machine of a workflow.</param>
    /// <param name="report">Takes the diagnostics about expressions that a language cannot express.</param>
    public QueryLanguages(MachineModel machine, IReadOnlyList<ValueModel> values, QueryLanguages? outer, Action<DiagnosticInfo> report)
    {
        _machine = machine;
        _references = new ValueReferences(values, outer?._references);
        _jsonPath = new JsonPathLanguage(_references, report);
        _jsonata = machine.Language is Language.Jsonata ? new JsonataVariables(_references, report) : new JsonataDocument(_references, report);
    }

    /// <summary>The language of a state.</summary>
    public IQueryLanguage Of(StateModel state) => (state.Language ?? _machine.Language) is Language.Jsonata ? _jsonata : _jsonPath;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;

namespace Stepwise.Generator;

/// <summary>The names of a compilation's workflows, to find two of one name.</summary>
internal sealed class WorkflowNames
{
    private readonly List<(string Name, string TypeName, Location Location)> _names = [];

    public void Add(WorkflowModel workflow, Location location)
    {
        lock (_names)
        {
            _names.Add((workflow.Name, workflow.TypeName, location));
        }
    }

    public void Report(CompilationAnalysisContext context)
    {
        _names.Sort(static (left, right) => string.CompareOrdinal(left.TypeName, right.TypeName));
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, typeName, location) in _names)
        {
            if (first.TryGetValue(name, out var other))
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.DuplicateWorkflow, location, name, other.Replace("global::", "")));
            }
            else
            {
                first.Add(name, typeName);
            }
        }
    }
}

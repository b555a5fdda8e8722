using Stepwise.Differential.Trees;

namespace Stepwise.Differential.Graphs;

/// <summary>A parameter that a state can have.</summary>
/// <param name="Variable">Its name and type.</param>
/// <param name="Source">The value of the workflow that it reads.</param>
/// <param name="Path">The members, by their names in C#, that lead from the value to what is read. Empty for the value itself.</param>
internal sealed record Reading(Variable Variable, string Source, IReadOnlyList<string> Path)
{
    public Reading(Variable variable)
        : this(variable, variable.Name, [])
    {
    }

    /// <summary>The parameter in C#.</summary>
    public string Text
    {
        get
        {
            var from = string.Join('.', Path.Prepend(Source));
            return (from == Variable.Name ? "" : $"[From(\"{from}\")] ") + Variable.Type.Text + " " + Variable.Name;
        }
    }
}

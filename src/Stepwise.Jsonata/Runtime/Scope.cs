namespace Stepwise.Jsonata.Runtime;

/// <summary>
/// The variables that a part of an expression declares, at compile time. During the evaluation a scope has a frame of its own, or its variables are in the frame
/// of the scope around it. The latter is possible if no function that sees the variables can outlive the scope.
/// </summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);

    private Scope(Scope? parent, bool hasFrame)
    {
        Parent = parent;
        HasFrame = hasFrame;
        Host = hasFrame ? this : parent!.Host;
    }

    public Scope? Parent { get; }

    public bool HasFrame { get; }

    /// <summary>The scope whose frame has the variables.</summary>
    public Scope Host { get; }

    /// <summary>The number of slots that the frame needs.</summary>
    public int SlotCount { get; private set; }

    /// <summary>The variables by their names. In the scope of a stream of tuples they are in the order of their slots.</summary>
    public IEnumerable<KeyValuePair<string, Variable>> Variables => _variables;

    /// <summary>Creates a scope that has a frame of its own.</summary>
    public static Scope WithFrame(Scope? parent) => new(parent, hasFrame: true);

    /// <summary>Creates a scope whose variables are in the frame of the scope around it.</summary>
    public static Scope Within(Scope parent) => new(parent, hasFrame: false);

    /// <summary>Declares a variable, unless it is already declared.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isAlwaysBound">Whether the variable is bound from the beginning, possibly to no value, as parameters are.</param>
    public Variable Declare(string name, bool isAlwaysBound = false)
    {
        if (!_variables.TryGetValue(name, out var variable))
        {
            variable = new(Host.SlotCount++, isAlwaysBound);
            _variables.Add(name, variable);
        }

        return variable;
    }

    public bool TryFind(string name, out Variable variable) => _variables.TryGetValue(name, out variable);

    /// <summary>Finds the slots that may have the variable's value, from the innermost scope outwards.</summary>
    public List<Place> Find(string name, out bool isAlwaysBound)
    {
        var places = new List<Place>();
        isAlwaysBound = false;
        var hops = 0;
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.TryFind(name, out var variable))
            {
                places.Add(new(hops, variable.Slot, variable.IsAlwaysBound));
                if (variable.IsAlwaysBound)
                {
                    isAlwaysBound = true;
                    break;
                }
            }

            hops += scope.HasFrame ? 1 : 0;
        }

        return places;
    }

    /// <summary>A variable of the scope.</summary>
    internal readonly record struct Variable(int Slot, bool IsAlwaysBound);

    /// <summary>A slot, and how many frames further out it is.</summary>
    internal readonly record struct Place(int Hops, int Slot, bool IsAlwaysBound);
}

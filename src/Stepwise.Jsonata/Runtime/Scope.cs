namespace Stepwise.Jsonata.Runtime;

/// <summary>
/// Where names are bound, known when an expression is compiled. A scope has a frame of its own while the expression is evaluated, or it keeps its variables
/// in the frame of the scope around it, which it may where no function outlives it.
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

    /// <summary>The scope in whose frame the variables are.</summary>
    public Scope Host { get; }

    /// <summary>The number of slots that the frame needs.</summary>
    public int SlotCount { get; private set; }

    /// <summary>The names in the order of their slots, where the scope is that of a stream of tuples.</summary>
    public IEnumerable<KeyValuePair<string, Variable>> Variables => _variables;

    /// <summary>A scope whose variables live in a frame of their own.</summary>
    public static Scope WithFrame(Scope? parent) => new(parent, hasFrame: true);

    /// <summary>A scope whose variables live in the frame of the scope around it.</summary>
    public static Scope Within(Scope parent) => new(parent, hasFrame: false);

    /// <summary>Declares a variable; one that is there already stays as it is.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isAlwaysBound">Whether it has a value, if only nothing, from the beginning.</param>
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

    /// <summary>The places where a variable may be found, from the inside to the outside.</summary>
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

    /// <summary>A slot, so many frames further out.</summary>
    internal readonly record struct Place(int Hops, int Slot, bool IsAlwaysBound);
}

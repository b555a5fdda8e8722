using System.Globalization;
using System.Text;

namespace Stepwise.StatesLanguage.Diagnostics;

/// <summary>A place in a definition: the fields and items that lead to it. Two paths are equal if they have the same steps.</summary>
public sealed class StatePath : IEquatable<StatePath>
{
    private readonly string _rootText;

    private StatePath(StatePath? parent, string? name, int? index, string rootText)
    {
        Parent = parent;
        Name = name;
        Index = index;
        _rootText = rootText;
    }

    /// <summary>The definition itself.</summary>
    public static StatePath Root { get; } = new(null, null, null, "");

    /// <summary>The definition itself, written as <c>/</c>, as AWS writes it in diagnostics about missing fields. It equals <see cref="Root"/>.</summary>
    internal static StatePath RootObject { get; } = new(null, null, null, "/");

    /// <summary>The place that contains this one; null for the definition itself.</summary>
    public StatePath? Parent { get; }

    /// <summary>The name of the field or the state to which the last step leads; null for an item of an array and for the definition itself.</summary>
    public string? Name { get; }

    /// <summary>The index, from 0, of the item to which the last step leads; null for a field and for the definition itself.</summary>
    public int? Index { get; }

    /// <summary>The names of the states that contain the place, the outermost first. Empty if no state contains it.</summary>
    public IReadOnlyList<string> States
    {
        get
        {
            var states = new List<string>();
            var steps = Steps();
            var next = 0;
            while (next + 1 < steps.Count && steps[next].Name == "States" && steps[next + 1].Name is { } state)
            {
                states.Add(state);
                next += 2;
                if (next + 1 < steps.Count && steps[next].Name == "Branches" && steps[next + 1].Index is not null)
                {
                    next += 2;
                }
                else if (next < steps.Count && steps[next].Name is "ItemProcessor" or "Iterator")
                {
                    next++;
                }
                else
                {
                    break;
                }
            }

            return states;
        }
    }

    /// <summary>Formats the place as a JSON Pointer (RFC 6901), such as <c>/States/Choose/Choices/0/Next</c>.</summary>
    /// <returns>The pointer; empty for the definition itself.</returns>
    public string ToJsonPointer()
    {
        var text = new StringBuilder();
        foreach (var step in Steps())
        {
            text.Append('/').Append(step.Name is { } name ? name.Replace("~", "~0").Replace("/", "~1") : step.Index?.ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>
    /// Formats the place as AWS does, such as <c>/States/Choose/Choices[0]/Next</c>. A name that contains <c>/</c>, <c>[</c> or <c>"</c> is in quotation marks: <c>/States/"a/b"</c>.
    /// </summary>
    /// <returns>The text; empty for the definition itself.</returns>
    public override string ToString()
    {
        if (Parent is null)
        {
            return _rootText;
        }

        var text = new StringBuilder();
        foreach (var step in Steps())
        {
            if (step.Name is { } name)
            {
                text.Append('/').Append(name.IndexOfAny(['/', '[', '"']) >= 0 ? "\"" + name.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"" : name);
            }
            else
            {
                text.Append('[').Append(step.Index?.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(StatePath? other)
    {
        var one = this;
        while (!ReferenceEquals(one, other))
        {
            if (one is null || other is null || one.Name != other.Name || one.Index != other.Index)
            {
                return false;
            }

            (one, other) = (one.Parent, other.Parent);
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StatePath other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 0;
        for (var step = this; step is not null; step = step.Parent)
        {
            hash = unchecked((hash * 31) + (step.Name is { } name ? StringComparer.Ordinal.GetHashCode(name) : step.Index ?? -1));
        }

        return hash;
    }

    /// <summary>The place of a field, or of a state in <c>States</c>.</summary>
    internal StatePath Field(string name) => new(this, name, null, "");

    /// <summary>The place of an item of an array.</summary>
    internal StatePath Item(int index) => new(this, null, index, "");

    private List<StatePath> Steps()
    {
        var steps = new List<StatePath>();
        for (var step = this; step.Parent is not null; step = step.Parent)
        {
            steps.Add(step);
        }

        steps.Reverse();
        return steps;
    }
}

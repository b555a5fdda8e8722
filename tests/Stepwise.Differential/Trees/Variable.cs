using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <summary>A parameter, a local variable or a pattern variable, with the paths that lead from it.</summary>
internal sealed class Variable
{
    private readonly Lazy<Dictionary<string, List<Node>>> _paths;

    public Variable(string name, TypeRef type, bool isParameter)
    {
        Name = name;
        Type = type;
        IsParameter = isParameter;
        _paths = new(FindPaths);
    }

    public string Name { get; }

    public TypeRef Type { get; }

    public bool IsParameter { get; }

    /// <summary>Whether statements assign to it.</summary>
    public bool IsAssignable { get; init; }

    /// <summary>Reads the variable.</summary>
    public Node Read() => new("variable", Type, Name) { IsPrimary = true, Reads = IsParameter ? this : null };

    /// <summary>The paths to values of a type, whatever they say about null.</summary>
    public IReadOnlyList<Node> PathsTo(CSharpType type) => _paths.Value.TryGetValue(type.Name, out var paths) ? paths : [];

    /// <summary>All paths.</summary>
    public IEnumerable<Node> Paths => _paths.Value.Values.SelectMany(static paths => paths);

    private Dictionary<string, List<Node>> FindPaths()
    {
        var found = new Dictionary<string, List<Node>>(StringComparer.Ordinal);
        Visit(Read(), 3);
        return found;

        void Visit(Node path, int depth)
        {
            var type = path.Type!;
            if (!found.TryGetValue(type.Type.Name, out var paths))
            {
                found.Add(type.Type.Name, paths = []);
            }

            paths.Add(path);
            if (depth > 0 && type.Type is RecordType record)
            {
                foreach (var member in record.Members)
                {
                    Visit(Members.Of(path, member), depth - 1);
                }
            }
        }
    }
}

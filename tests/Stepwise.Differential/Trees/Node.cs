using System.Text;
using Stepwise.Differential.Types;

namespace Stepwise.Differential.Trees;

/// <summary>A node of a random piece of C#: an expression, a pattern, or a part of one. It never changes.</summary>
internal sealed class Node
{
    private readonly string[]? _pieces;
    private readonly string _open = "";
    private readonly string _separator = "";
    private readonly string _close = "";

    private Node(string kind, TypeRef? type, IReadOnlyList<Node> children, string[]? pieces)
    {
        Kind = kind;
        Type = type;
        Children = children;
        _pieces = pieces;
    }

    /// <summary>A node with a fixed number of children.</summary>
    /// <param name="kind">What the proof counts it as.</param>
    /// <param name="type">Its type in C#; null for what has none.</param>
    /// <param name="template">The C#, with <c>@</c> for a child that needs parentheses unless it is primary, and <c>#</c> for any other child. Without children, it is the C# as it is.</param>
    /// <param name="children">The children.</param>
    public Node(string kind, TypeRef? type, string template, params Node[] children)
        : this(kind, type, children, children.Length == 0 ? [template] : Split(template))
    {
    }

    /// <summary>A node with any number of children.</summary>
    public static Node List(string kind, TypeRef? type, string open, string separator, string close, IEnumerable<Node> children, int least, bool keepsLast = false) =>
        new(kind, type, open, separator, close, [.. children], least, keepsLast);

    private Node(string kind, TypeRef? type, string open, string separator, string close, IReadOnlyList<Node> children, int least, bool keepsLast)
        : this(kind, type, children, pieces: null)
    {
        (_open, _separator, _close) = (open, separator, close);
        Least = least;
        KeepsLast = keepsLast;
    }

    /// <summary>C# that is not taken apart.</summary>
    /// <param name="text">The C#.</param>
    /// <param name="executed">The C# that is executed; null if it is the same.</param>
    public static Node Verbatim(string text, string? executed) => new("verbatim", null, [], [text]) { Executed = executed };

    public string Kind { get; }

    public TypeRef? Type { get; }

    public IReadOnlyList<Node> Children
    {
        get;
        private set
        {
            field = value;
            Size = 1 + value.Sum(static child => child.Size);
        }
    }

    /// <summary>The number of nodes.</summary>
    public int Size { get; private set; }

    /// <summary>Whether children can be left out.</summary>
    public bool IsList => _pieces is null;

    /// <summary>The least number of children of a list.</summary>
    public int Least { get; }

    /// <summary>Whether the last child of a list cannot be left out.</summary>
    public bool KeepsLast { get; }

    /// <summary>Whether it needs no parentheses as an operand.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Whether it is the middle of a chain of <c>?.</c>, which a plain <c>.</c> continues.</summary>
    public bool IsConditionalChain { get; init; }

    /// <summary>The parameter that it reads; null for none.</summary>
    public Variable? Reads { get; init; }

    /// <summary>A pattern cannot stand where an expression does.</summary>
    public bool IsPattern { get; init; }

    /// <summary>The C# that is executed, where the workflow has what is never executed (<c>Asl.Jsonata</c>); null where they are the same.</summary>
    public string? Executed { get; init; }

    /// <summary>All nodes, this one first.</summary>
    public IEnumerable<Node> All()
    {
        yield return this;
        foreach (var child in Children)
        {
            foreach (var node in child.All())
            {
                yield return node;
            }
        }
    }

    /// <summary>The same node with other children.</summary>
    public Node With(IReadOnlyList<Node> children)
    {
        var copy = (Node)MemberwiseClone();
        copy.Children = children;
        return copy;
    }

    /// <summary>The C#.</summary>
    /// <param name="isExecuted">Whether it is to be executed.</param>
    public string Write(bool isExecuted)
    {
        var text = new StringBuilder();
        Write(text, isExecuted);
        return text.ToString();
    }

    private void Write(StringBuilder text, bool isExecuted)
    {
        if (_pieces is null)
        {
            text.Append(_open);
            for (var i = 0; i < Children.Count; i++)
            {
                text.Append(i == 0 ? "" : _separator);
                Children[i].Write(text, isExecuted);
            }

            text.Append(_close);
            return;
        }

        var pieces = isExecuted && Executed is { } executed ? Children.Count == 0 ? [executed] : Split(executed) : _pieces;
        text.Append(pieces[0]);
        for (var i = 0; i < Children.Count; i++)
        {
            var needsParentheses = pieces[2 * i + 1] == "@" && !Children[i].IsPrimary;
            text.Append(needsParentheses ? "(" : "");
            Children[i].Write(text, isExecuted);
            text.Append(needsParentheses ? ")" : "").Append(pieces[2 * i + 2]);
        }
    }

    /// <summary>The texts between the children, and with each child whether it needs parentheses.</summary>
    private static string[] Split(string template)
    {
        var result = new List<string>();
        var start = 0;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] is '@' or '#')
            {
                result.Add(template[start..i]);
                result.Add(template[i].ToString());
                start = i + 1;
            }
        }

        result.Add(template[start..]);
        return [.. result];
    }
}

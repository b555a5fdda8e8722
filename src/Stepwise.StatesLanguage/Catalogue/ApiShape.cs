using System.Diagnostics.CodeAnalysis;

namespace Stepwise.StatesLanguage.Catalogue;

/// <summary>The form of a value in a request or a response. A shape can contain itself.</summary>
internal sealed class ApiShape
{
    private readonly Dictionary<string, ApiMember>? _byName;
    private readonly Func<ApiShape>? _element;

    private ApiShape(ApiShapeKind kind, string typeName, IReadOnlyList<ApiMember>? members = null, IReadOnlyList<string>? values = null, Func<ApiShape>? element = null, bool isOpen = false)
    {
        Kind = kind;
        TypeName = typeName;
        Members = members ?? [];
        Values = values ?? [];
        IsOpen = isOpen;
        _element = element;
        _byName = members?.ToDictionary(member => member.Name, StringComparer.Ordinal);
    }

    /// <summary>A shape that accepts every value.</summary>
    public static ApiShape Any { get; } = Scalar(ApiShapeKind.Document, "");

    public ApiShapeKind Kind { get; }

    /// <summary>The name of the type in the model of the API, such as <c>RoleArn</c>. It is empty if the catalogue does not keep it.</summary>
    public string TypeName { get; }

    /// <summary>The members of a structure; otherwise empty.</summary>
    public IReadOnlyList<ApiMember> Members { get; }

    /// <summary>The known values of a text; empty if every text is allowed.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Whether a structure can have more members than the known ones.</summary>
    public bool IsOpen { get; }

    /// <summary>The shape of the items of a list or of the values of a map.</summary>
    public ApiShape Element => _element?.Invoke() ?? throw new InvalidOperationException($"A shape of the kind {Kind} has no elements.");

    public static ApiShape Structure(string typeName, IReadOnlyList<ApiMember> members, bool isOpen = false) => new(ApiShapeKind.Structure, typeName, members, isOpen: isOpen);

    public static ApiShape List(string typeName, Func<ApiShape> item) => new(ApiShapeKind.List, typeName, element: item);

    public static ApiShape Map(string typeName, Func<ApiShape> value) => new(ApiShapeKind.Map, typeName, element: value);

    public static ApiShape Text(string typeName, IReadOnlyList<string> values) => new(ApiShapeKind.Text, typeName, values: values);

    public static ApiShape Scalar(ApiShapeKind kind, string typeName) => new(kind, typeName);

    /// <summary>Finds a member by its name on the wire.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out ApiMember? member)
    {
        member = null;
        return _byName?.TryGetValue(name, out member) == true;
    }
}

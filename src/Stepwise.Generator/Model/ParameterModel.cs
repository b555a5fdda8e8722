namespace Stepwise.Generator.Model;

internal enum ParameterRole
{
    /// <summary>Reads one of the workflow's values.</summary>
    Value,

    /// <summary>The task token.</summary>
    Token,

    /// <summary>The context object.</summary>
    Context,
}

/// <summary>A parameter.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="WireName">Its name in a payload or the input.</param>
/// <param name="Type">Its type.</param>
/// <param name="Role">What it stands for.</param>
/// <param name="IsPayload">Whether it is the whole payload or input.</param>
/// <param name="Source">The value that it reads: the one of its own name, or of <c>[From]</c>.</param>
/// <param name="HasSourcePath">Whether <c>[From]</c> goes on into a member, so that the value's type is not the parameter's.</param>
/// <param name="Value">What reading it means.</param>
/// <param name="Anchor">The name's place.</param>
/// <param name="TypeAnchor">The type's place.</param>
internal sealed record ParameterModel(
    string Name,
    string WireName,
    WireType Type,
    ParameterRole Role,
    bool IsPayload,
    string Source,
    bool HasSourcePath,
    Expression Value,
    int Anchor,
    int TypeAnchor)
{
    /// <summary>The documentation of an input.</summary>
    public ValueDocumentation? Documentation { get; init; }
}

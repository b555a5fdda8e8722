namespace Stepwise.StatesLanguage.Catalogue;

/// <summary>A member of a structure.</summary>
internal sealed class ApiMember
{
    private readonly Func<ApiShape> _shape;

    public ApiMember(string name, bool isRequired, Func<ApiShape> shape)
    {
        Name = name;
        IsRequired = isRequired;
        _shape = shape;
    }

    /// <summary>The name as Step Functions spells it, such as <c>SnsTopicArn</c>.</summary>
    public string Name { get; }

    /// <summary>Whether a request must have the member. It is false for a member that the SDK fills in, such as <c>ClientToken</c>.</summary>
    public bool IsRequired { get; }

    public ApiShape Shape => _shape();
}

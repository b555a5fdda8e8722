namespace Stepwise;

/// <summary>Catches an exception that a .NET function throws. The type must be sealed, because Lambda reports the simple name of the thrown type and none of its base types.</summary>
/// <typeparam name="TException">The exception, a sealed type.</typeparam>
public sealed class CatchAttribute<TException> : CatchAttribute
    where TException : Exception
{
    /// <summary>Catches the exception by its simple type name, such as <c>CampaignNotFoundException</c>; ASL's <c>ErrorEquals</c>.</summary>
    public CatchAttribute()
        : base(typeof(TException).Name)
    {
    }
}

namespace Stepwise;

/// <summary>Catches an exception that a .NET function throws. Lambda reports the type's simple name and no base types: the type must be sealed.</summary>
/// <typeparam name="TException">The exception, a sealed type.</typeparam>
public sealed class CatchAttribute<TException> : CatchAttribute
    where TException : Exception
{
    /// <summary>Catches the exception by the name that is on the wire.</summary>
    public CatchAttribute()
        : base(typeof(TException).Name)
    {
    }
}

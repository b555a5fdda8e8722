namespace Stepwise.Differential.Types;

/// <summary>The simple types.</summary>
internal enum Scalar
{
    Boolean,
    Int,
    Long,
    Double,
    Decimal,
    Text,
    Char,
    Guid,
    Instant,
    Duration,
    Date,
}

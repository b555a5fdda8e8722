namespace Stepwise.Jsonata;

/// <summary>The dialect of JSONata in which an expression is evaluated.</summary>
public enum JsonataDialect
{
    /// <summary>JSONata 2.0.6, as jsonata-js evaluates it.</summary>
    Jsonata = 0,

    /// <summary>
    /// AWS Step Functions: infinity and NaN are values, whole numbers below 1e21 become exact texts, and at most 100 evaluations nest.
    /// The functions that Step Functions adds are given as <see cref="JsonataOptions.Functions"/>.
    /// </summary>
    StepFunctions = 1,
}

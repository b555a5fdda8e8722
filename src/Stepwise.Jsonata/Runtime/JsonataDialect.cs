namespace Stepwise.Jsonata;

/// <summary>The dialect of JSONata in which an expression is evaluated.</summary>
public enum JsonataDialect
{
    /// <summary>JSONata 2.0.6, as jsonata-js evaluates it.</summary>
    Jsonata = 0,

    /// <summary>
    /// AWS Step Functions: infinity and NaN are values, whole numbers below 1e21 become exact texts, and at most 100 evaluations nest (U1001). <c>$base64decode</c> refuses a text that is not Base64 (U1003).
    /// The functions that Step Functions adds are given as <see cref="JsonataOptions.Functions"/>. If an expression may nest too deeply, it is evaluated a second time and counted, so functions may be called twice.
    /// </summary>
    StepFunctions = 1,
}

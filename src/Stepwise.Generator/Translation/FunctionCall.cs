using Stepwise.Generator.Model;

namespace Stepwise.Generator.Translation;

/// <summary>The invocation of a Lambda function.</summary>
/// <param name="Function">The function's ARN, or the substitution that stands for it.</param>
/// <param name="Payload">The payload.</param>
/// <param name="WaitsForToken">Whether the task waits for its token.</param>
/// <param name="KeepsEnvelope">Whether the value is the envelope of lambda:invoke, rather than the payload in it.</param>
internal sealed record FunctionCall(string Function, Expression Payload, bool WaitsForToken, bool KeepsEnvelope)
{
    /// <summary>Whether only the response's payload is wanted, which is what an invocation by ARN yields.</summary>
    public bool IsPlain => !WaitsForToken && !KeepsEnvelope;
}

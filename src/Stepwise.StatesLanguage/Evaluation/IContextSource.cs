using Stepwise.Json;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Makes the context object where something reads it.</summary>
internal interface IContextSource
{
    /// <summary>The context object now.</summary>
    /// <returns>The object.</returns>
    JsonValue MakeContext();
}

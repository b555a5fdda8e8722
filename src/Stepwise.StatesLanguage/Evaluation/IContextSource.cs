using Stepwise.Json;

namespace Stepwise.StatesLanguage.Evaluation;

/// <summary>Creates the context object when something reads it.</summary>
internal interface IContextSource
{
    /// <summary>Creates the context object as it is now.</summary>
    /// <returns>The object.</returns>
    JsonValue MakeContext();
}

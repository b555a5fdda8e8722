using Stepwise.Json;

namespace Stepwise.Local;

/// <summary>Something that is wrong in a mock configuration file.</summary>
/// <param name="Message">What is wrong, and what to do about it.</param>
/// <param name="Position">Where.</param>
public sealed record MockConfigurationProblem(string Message, JsonPosition Position);

using System.Diagnostics.CodeAnalysis;

namespace Stepwise.StatesLanguage.Paths;

/// <summary>A call of an intrinsic function, such as <c>States.Format('{}', $.a)</c>. Lists compare by reference.</summary>
/// <param name="Function">The full name of the function, such as <c>States.Format</c>.</param>
/// <param name="Arguments">The arguments.</param>
internal sealed record IntrinsicCall(string Function, IReadOnlyList<IntrinsicArgument> Arguments)
{
    /// <summary>The greatest depth of nested calls.</summary>
    public const int MaxDepth = 10;

    /// <summary>The depth of nested calls; 1 for a call without a call in its arguments.</summary>
    public int Depth => 1 + Arguments.Select(argument => argument is CallArgument nested ? nested.Call.Depth : 0).DefaultIfEmpty().Max();

    /// <summary>Parses a call, and checks the name of the function and the number of arguments.</summary>
    /// <param name="text">The text. Spaces after the call are ignored.</param>
    /// <param name="call">The call; null if the result is false.</param>
    /// <param name="error">The error; null if the result is true.</param>
    /// <returns>Whether the text is a call.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out IntrinsicCall? call, [NotNullWhen(false)] out PathError? error)
        => new IntrinsicParser(text).TryParse(out call, out error);
}

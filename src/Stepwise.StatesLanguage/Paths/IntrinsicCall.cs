using System.Diagnostics.CodeAnalysis;

namespace Stepwise.StatesLanguage.Paths;

/// <summary>A call of an intrinsic function, such as <c>States.Format('{}', $.a)</c>. Lists compare by reference.</summary>
/// <param name="Function">The function's full name, such as <c>States.Format</c>.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record IntrinsicCall(string Function, IReadOnlyList<IntrinsicArgument> Arguments)
{
    /// <summary>How deep calls may lie in each other.</summary>
    public const int MaxDepth = 10;

    /// <summary>How deep calls lie in each other; 1 for a call without a call in it.</summary>
    public int Depth => 1 + Arguments.Select(argument => argument is CallArgument nested ? nested.Call.Depth : 0).DefaultIfEmpty().Max();

    /// <summary>Reads a call and checks the function's name and the number of its arguments.</summary>
    /// <param name="text">The text; spaces after it do not matter.</param>
    /// <param name="call">The call; null when the text is none.</param>
    /// <param name="error">Why the text is no call; null when it is one.</param>
    /// <returns>Whether the text is a call.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out IntrinsicCall? call, [NotNullWhen(false)] out PathError? error)
        => new IntrinsicParser(text).TryParse(out call, out error);
}

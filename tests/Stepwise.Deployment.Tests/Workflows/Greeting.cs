using Stepwise;

namespace Workflows;

/// <summary>Needs no function, so that it runs wherever definitions run.</summary>
[StateMachine("greeting", QueryLanguage = QueryLanguage.JsonPath)]
[Publish]
public sealed partial class Greeting
{
    [Start(Next = nameof(IsKnown))]
    public static partial void Start(string name, int visits);

    [Choice]
    public static NextState IsKnown(int visits) => visits switch
    {
        > 99 => nameof(Quote),
        > 1 => nameof(Again),
        _ => nameof(Greet),
    };

    /// <summary>Greets a guest.</summary>
    [Pass(ResultName = "message", Next = nameof(Pause))]
    public static Salutation Greet(string name) => new($"Hello {name}, $ % \"it\" 世界", Asl.Literal("${literal} %{literal} it's \\ 世界"));

    /// <summary>Greets a friend.</summary>
    [Pass(ResultName = "message", Next = nameof(Pause))]
    public static Salutation Again(string name) => new($"Welcome back {name}", "");

    /// <summary>Greets with what must be escaped in a text that is put together.</summary>
    [Pass(ResultName = "message", Next = nameof(Pause))]
    public static Salutation Quote(string name) => new($"Hello {name}, {Asl.Literal("${literal}")} %{{literal}} it's \\ 世界", "");

    [Wait(1, Next = nameof(Done))]
    public static partial void Pause();

    [Succeed]
    public static partial void Done();
}

/// <summary>What is said.</summary>
/// <param name="Text">The words.</param>
/// <param name="Motto">Words that are the same for everyone.</param>
public sealed record Salutation(string Text, string Motto);

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
        > 1 => nameof(Again),
        _ => nameof(Greet),
    };

    /// <summary>Greets a guest.</summary>
    [Pass(ResultName = "message", Next = nameof(Pause))]
    public static Salutation Greet(string name) => new($"Hello {name}");

    /// <summary>Greets a friend.</summary>
    [Pass(ResultName = "message", Next = nameof(Pause))]
    public static Salutation Again(string name) => new($"Welcome back {name}");

    [Wait(1, Next = nameof(Done))]
    public static partial void Pause();

    [Succeed]
    public static partial void Done();
}

/// <summary>What is said.</summary>
/// <param name="Text">The words.</param>
public sealed record Salutation(string Text);

namespace Stepwise.Workflows.Tests.Api;

/// <summary>Greets somebody; with names on the wire in snake case, as an Express machine.</summary>
[StateMachine("greeting", Type = WorkflowType.Express, JsonNaming = JsonNaming.SnakeCase, QueryLanguage = QueryLanguage.JsonPath)]
[Retry(MaxAttempts = 1)]
[Catch(Next = nameof(Unkind))]
public sealed partial class Greeting
{
    [Start(Next = nameof(FindWords))]
    public static partial void Start(string firstName);

    [LambdaTask("find-words", TimeoutSeconds = 3, End = true)]
    public static partial Task<GreetingWords> FindWords(string firstName);

    [Fail("Unkind")]
    public static partial void Unkind();
}

/// <summary>What is said.</summary>
public sealed record GreetingWords(string FirstWord, string? LastWord);

namespace Stepwise;

/// <summary>Names the state that handles an error of a task; one catcher of ASL's <c>Catch</c>. Several may stand on one member, and the first that matches applies.</summary>
/// <remarks>On a class it is the default of every task except those that only the catch target leads to. On a method it replaces all catchers of the class.</remarks>
/// <example><code>
/// [Catch(Errors.Timeout, Next = nameof(Escalate))]
/// [Catch(Next = nameof(NotifyFailure))]
/// </code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public class CatchAttribute : Attribute
{
    /// <summary>Catches errors by name.</summary>
    /// <param name="errors">The error names, such as those of <see cref="Stepwise.Errors"/>; ASL's <c>ErrorEquals</c>. Without a name it catches <c>States.ALL</c>.</param>
    public CatchAttribute(params string[] errors) => Errors = errors;

    /// <summary>The error names; ASL's <c>ErrorEquals</c>. Empty stands for <c>States.ALL</c>.</summary>
    public string[] Errors { get; }

    /// <summary>The state that handles the error, as <c>nameof(State)</c>; ASL's <c>Next</c>. Required.</summary>
    public string Next { get; set; } = "";

    /// <summary>The name under which later states read the <see cref="WorkflowError"/>. Default: <c>error</c>.</summary>
    public string? ResultName { get; set; }
}

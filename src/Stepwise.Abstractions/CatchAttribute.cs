namespace Stepwise;

/// <summary>What happens when a task has failed for good; one catcher of ASL's <c>Catch</c>. On the class it is the default of every task that is not part of the failure path itself;
/// on a method it replaces the class's whole.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public class CatchAttribute : Attribute
{
    /// <summary>Names the errors.</summary>
    /// <param name="errors">ASL's <c>ErrorEquals</c>, see <see cref="Stepwise.Errors"/>. None: <c>States.ALL</c>.</param>
    public CatchAttribute(params string[] errors) => Errors = errors;

    /// <summary>ASL's <c>ErrorEquals</c>.</summary>
    public string[] Errors { get; }

    /// <summary>The state that comes next, as <c>nameof(State)</c>; ASL's <c>Next</c>.</summary>
    public string Next { get; set; } = "";

    /// <summary>The name under which later states read the <see cref="WorkflowError"/>. Default: <c>error</c>.</summary>
    public string? ResultName { get; set; }
}

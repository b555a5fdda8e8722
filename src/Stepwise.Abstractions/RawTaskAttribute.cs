using System.Diagnostics.CodeAnalysis;

namespace Stepwise;

/// <summary>Makes a method a Task state whose resource and arguments are written in ASL. Transition, retriers, catchers and result are those of any other task.</summary>
public sealed class RawTaskAttribute : TaskAttribute
{
    /// <summary>Calls a resource.</summary>
    /// <param name="resource">ASL's <c>Resource</c>, emitted verbatim.</param>
    /// <param name="arguments">The JSON of ASL's <c>Arguments</c> (JSONata) or <c>Parameters</c> (JSONPath), emitted verbatim. Default: null, the definition has no such field.</param>
    public RawTaskAttribute(string resource, [StringSyntax(StringSyntaxAttribute.Json)] string? arguments = null)
    {
        Resource = resource;
        Arguments = arguments;
    }

    /// <summary>ASL's <c>Resource</c>.</summary>
    public string Resource { get; }

    /// <summary>The JSON of ASL's <c>Arguments</c> or <c>Parameters</c>; null if there is none.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Arguments { get; }
}

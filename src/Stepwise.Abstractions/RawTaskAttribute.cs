using System.Diagnostics.CodeAnalysis;

namespace Stepwise;

/// <summary>A Task state whose resource and arguments are written in ASL; transition, retry, catch and result are as with any other task.</summary>
public sealed class RawTaskAttribute : TaskAttribute
{
    /// <summary>Gives resource and arguments.</summary>
    /// <param name="resource">ASL's <c>Resource</c>, emitted as it stands.</param>
    /// <param name="arguments">The JSON of ASL's <c>Arguments</c> (JSONata) or <c>Parameters</c> (JSONPath), emitted as it stands. Default: none.</param>
    public RawTaskAttribute(string resource, [StringSyntax(StringSyntaxAttribute.Json)] string? arguments = null)
    {
        Resource = resource;
        Arguments = arguments;
    }

    /// <summary>ASL's <c>Resource</c>.</summary>
    public string Resource { get; }

    /// <summary>The JSON of the arguments.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Arguments { get; }
}

using System.Diagnostics.CodeAnalysis;

namespace Stepwise.Jsonata.Runtime;

/// <summary>Thrown if an evaluation may nest too deeply. Only counting each evaluation shows whether it does, so the expression is evaluated again and counted.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It never leaves the expression.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves the expression.")]
internal sealed class NestingException : Exception;

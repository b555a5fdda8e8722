namespace Stepwise.Jsonata.Syntax;

/// <summary>The form of an <see cref="Operand"/> as written.</summary>
internal enum OperandForm
{
    Other,

    /// <summary>A name, which has become a path of one step.</summary>
    Name,

    Variable,

    /// <summary>An expression with a predicate.</summary>
    Predicate,

    /// <summary>An expression with a focus variable.</summary>
    Focus,
}

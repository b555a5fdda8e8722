namespace Stepwise.Jsonata.Syntax;

/// <summary>What an <see cref="Operand"/> was as written.</summary>
internal enum OperandForm
{
    Other,

    /// <summary>A name, which has become a path of one step.</summary>
    Name,

    Variable,

    /// <summary>Something with a predicate behind it.</summary>
    Predicate,

    /// <summary>Something with a focus variable behind it.</summary>
    Focus,
}

using Microsoft.CodeAnalysis;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Kinds;

/// <summary>Reads the methods that one attribute marks: the start, or the states of one kind.</summary>
internal abstract class MethodReader
{
    /// <summary>The name of the attribute's class without the suffix <c>Attribute</c>.</summary>
    public abstract string Attribute { get; }

    /// <summary>Returns the name of the record that is generated from the method's parameters, or null if this kind of method has no record. No record is generated if a parameter is the <c>[Payload]</c>.</summary>
    public abstract string? RecordOf(string method);

    /// <summary>The types that the method adds to the workflow's input and output. The schemas describe them.</summary>
    public abstract IEnumerable<ITypeSymbol> ContractTypes(StateMethod method, ReadingContext context);
}

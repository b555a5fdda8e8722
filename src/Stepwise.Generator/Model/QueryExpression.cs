namespace Stepwise.Generator.Model;

/// <summary>A function that is called for the elements of an array.</summary>
/// <param name="Variables">Its parameters. The function can have fewer than the caller passes.</param>
/// <param name="Body">Its value, which is null where C# has null. It reads the parameters as <see cref="LocalExpression"/>.</param>
internal sealed record Lambda(EquatableArray<LambdaVariable> Variables, Expression Body);

/// <summary>A parameter of a <see cref="Lambda"/>.</summary>
/// <param name="Name">Its name, which no other variable of the body has.</param>
/// <param name="Wanted">The name that the author wrote.</param>
internal sealed record LambdaVariable(string Name, string Wanted);

/// <summary>What is made of an array by a function of its elements. The array is not null.</summary>
/// <param name="Function">What is made.</param>
/// <param name="Source">The array.</param>
/// <param name="Lambda">The function.</param>
/// <param name="Seed">What <see cref="QueryFunction.Fold"/> starts with; null for the first element.</param>
/// <param name="Type">What its value is on the wire.</param>
/// <param name="Anchor">Where it stands in the source.</param>
internal sealed record QueryExpression(QueryFunction Function, Expression Source, Lambda Lambda, Expression? Seed, WireType Type, int Anchor)
    : Expression(Type, Anchor);

internal enum QueryFunction
{
    /// <summary>The elements for which the function is true. It takes an element and its index.</summary>
    Filter,

    /// <summary>What the function makes of each element. It takes an element and its index.</summary>
    Map,

    /// <summary>What the function makes of the value so far and an element, from the first element to the last.</summary>
    Fold,

    /// <summary>The elements in order. The function takes two elements, and is true if the first one belongs behind the second. Equal elements keep their order.</summary>
    Sort,
}

/// <summary>An element of an array by a computed index, which is tested before.</summary>
internal sealed record IndexExpression(Expression Target, Expression Index, WireType Type, int Anchor) : Expression(Type, Anchor);

/// <summary>Whether an array contains a text, a number, a bool or null.</summary>
internal sealed record ContainsExpression(Expression Source, Expression Value, int Anchor) : Expression(WireType.Boolean, Anchor);

/// <summary>An object with one member whose name is computed.</summary>
internal sealed record EntryExpression(Expression Key, Expression Value, WireType Type, int Anchor) : Expression(Type, Anchor);

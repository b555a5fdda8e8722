namespace Stepwise.Generator.Model;

/// <summary>The functions of values that a query language has. Each gives what C# gives for every argument that is not null; where C# throws, the reader tests the arguments first.</summary>
internal enum ValueFunction
{
    /// <summary>The distance of a number from 0.</summary>
    Absolute,

    /// <summary>The sum of numbers; 0 if there are none.</summary>
    Sum,

    /// <summary>The greatest of numbers, of which there is one at least.</summary>
    Greatest,

    /// <summary>The least of numbers, of which there is one at least.</summary>
    Least,

    /// <summary>The average of numbers, of which there is one at least.</summary>
    Average,

    /// <summary>The elements of one array and then those of another.</summary>
    Append,

    /// <summary>An array from its last element to the first.</summary>
    Reverse,

    /// <summary>Each of the texts, numbers, bools and nulls of an array once, in the order in which they come first.</summary>
    Distinct,

    /// <summary>The integers from one to another; none if the second is less than the first.</summary>
    Range,

    /// <summary>One object with the members of all objects of an array.</summary>
    Merge,

    /// <summary>The value of a member that an object has.</summary>
    Member,

    /// <summary>The names of the members of an object, to look for one of them.</summary>
    Names,
}

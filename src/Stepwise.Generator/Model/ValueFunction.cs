namespace Stepwise.Generator.Model;

/// <summary>The functions of values that a query language has. Each gives what C# gives for every argument that is not null; where C# throws, the reader tests the arguments first.</summary>
internal enum ValueFunction
{
    /// <summary>The distance of a number from 0.</summary>
    Absolute,
}

namespace Stepwise.Generator.Model;

/// <summary>How names in C# become names on the wire.</summary>
internal enum Naming
{
    CamelCase,
    AsWritten,
    SnakeCase,
}

namespace Stepwise.Generator.Model;

/// <summary>A query language of ASL.</summary>
internal enum Language
{
    JsonPath,
    Jsonata,
}

namespace Stepwise.Generator.Incremental;

/// <summary>What a <see cref="TreeStamp"/> is made of. The generator always uses <see cref="All"/>. Tests leave parts out, to prove that each part is needed.</summary>
[Flags]
internal enum StampParts
{
    None = 0,

    /// <summary>The path, the language version, the preprocessor symbols.</summary>
    Options = 1,

    /// <summary>The tokens outside bodies.</summary>
    Declarations = 2,

    /// <summary>A marker for each body, in its place: a property with an expression body is not a field.</summary>
    BodyMarkers = 4,

    /// <summary>Documentation comments.</summary>
    Documentation = 8,

    /// <summary><c>#nullable</c> directives, also those inside bodies: they are in force until the next one.</summary>
    NullableDirectives = 16,

    /// <summary>The comments before the first token: the compiler ignores the project's nullable context in a file whose header contains <c>&lt;auto-generated&gt;</c>.</summary>
    Header = 32,

    All = Options | Declarations | BodyMarkers | Documentation | NullableDirectives | Header,
}

using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Incremental;

/// <summary>Everything in a compilation that a reading can depend on, except the bodies that it looks into. It holds nothing of the compilation itself.</summary>
/// <param name="AssemblyName">The name of the assembly: it decides whose internals are visible.</param>
/// <param name="Options">The compilation's options, with the provider of options from <c>.editorconfig</c> files: these can say that a file is generated.</param>
/// <param name="Trees">A digest of the stamps of all trees, in the compilation's order. Members of a partial type have the same order.</param>
/// <param name="References">The references, in order.</param>
internal sealed record CompilationStamp(string? AssemblyName, CompilationOptions Options, string Trees, EquatableArray<ReferenceStamp> References);

/// <summary>The identity of a reference.</summary>
/// <param name="Content">The metadata's identity, or the <see cref="CompilationStamp"/> of a referenced project.</param>
/// <param name="Properties">The kind of the reference, its aliases, and whether its interop types are embedded.</param>
internal readonly record struct ReferenceStamp(object Content, MetadataReferenceProperties Properties);

using Microsoft.CodeAnalysis;
using Stepwise.Generator.Model;

namespace Stepwise.Generator.Incremental;

/// <summary>Everything in a compilation that a reading can depend on, except the bodies that it looks into. It holds nothing of the compilation itself.</summary>
/// <param name="AssemblyName">The name of the assembly: it decides whose internals are visible.</param>
/// <param name="Options">The compilation's options.</param>
/// <param name="Trees">A digest of the stamps of all trees, in the compilation's order: it is the order of the members of a partial type.</param>
/// <param name="References">What is referenced, in order.</param>
internal sealed record CompilationStamp(string? AssemblyName, CompilationOptions Options, string Trees, EquatableArray<ReferenceStamp> References);

/// <summary>The identity of a reference.</summary>
/// <param name="Content">The metadata's identity, or the <see cref="CompilationStamp"/> of a referenced project.</param>
/// <param name="Properties">The aliases of the reference, and what else is said of it.</param>
internal readonly record struct ReferenceStamp(object Content, MetadataReferenceProperties Properties);

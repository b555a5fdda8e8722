using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Stepwise.Generator.Tests;

/// <summary>A project that was compiled with what the generator adds, loaded to be run.</summary>
internal static class Emitted
{
    public static Assembly Assembly(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = TestBed.Generate(compilation, out _).Emit(stream);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        stream.Position = 0;
        return new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(stream);
    }
}

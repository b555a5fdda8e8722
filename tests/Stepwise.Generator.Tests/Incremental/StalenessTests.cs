using System.Runtime.CompilerServices;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Generator.Incremental;

namespace Stepwise.Generator.Tests.Incremental;

/// <summary>After every edit, what an incremental driver has generated is what a new driver generates, byte for byte.</summary>
public sealed class StalenessTests
{
    [Fact]
    public void The_sample_compiles()
    {
        var compilation = TestBed.Compile([.. EditedSample.Files.Values.Select(static file => (file.Path, file.Text))]);
        Assert.DoesNotContain(TestBed.Generate(compilation, out _).GetDiagnostics().Concat(TestBed.Analyze(compilation)), static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        var generated = new IncrementalOracle(StampParts.All).Generated;
        Assert.Contains("first/first.asl.json", generated, StringComparison.Ordinal);
        Assert.Contains("second/second.asl.json", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_edit_is_seen_and_so_is_its_end()
    {
        var oracle = new IncrementalOracle(StampParts.All);
        var original = oracle.Generated;
        var wrong = new List<string>();
        foreach (var edit in EditedSample.Edits)
        {
            var before = EditedSample.Files[edit.File];
            oracle.Edit(edit.File, edit.Apply);
            var fresh = oracle.Fresh();
            Expect(edit.Apply(before) != before, "fits nothing");
            Expect(oracle.Generated == fresh, "is stale");
            Expect(fresh != original == edit.Changes, edit.Changes ? "changes nothing" : "changes something");
            oracle.Edit(edit.File, _ => before);
            Expect(oracle.Generated == original, "is not undone");

            void Expect(bool isTrue, string otherwise)
            {
                if (!isTrue)
                {
                    wrong.Add(edit.Name + " " + otherwise);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Edits_in_any_order_are_seen()
    {
        var changes = 0;
        Gen.Int[0, EditedSample.Edits.Count - 1].Array[12].Sample(
            order =>
            {
                var oracle = new IncrementalOracle(StampParts.All);
                foreach (var edit in order.Select(static index => EditedSample.Edits[index]))
                {
                    var before = oracle.Generated;
                    oracle.Edit(edit.File, edit.Apply);
                    Assert.Equal(oracle.Fresh(), oracle.Generated);
                    changes += oracle.Generated == before ? 0 : 1;
                }
            },
            seed: "0000KOIXQy_4",
            iter: 8,
            threads: 1);

        // Of 96 edits; the oracle says nothing about an edit that changes nothing.
        Assert.True(changes >= 24, $"Only {changes} of the edits change what is generated.");
    }

    /// <summary>Without any one of its parts a stamp misses edits, and this test would see it.</summary>
    [Theory]
    [InlineData(StampParts.None, "a constant in an attribute")]
    [InlineData(StampParts.All & ~StampParts.Declarations, "a constant in an attribute")]
    [InlineData(StampParts.All & ~StampParts.Documentation, "the documentation of a property")]
    [InlineData(StampParts.All & ~StampParts.Documentation, "the documentation of a property in the other form")]
    [InlineData(StampParts.All & ~StampParts.NullableDirectives, "a nullable context that ends in a body")]
    [InlineData(StampParts.All & ~StampParts.NullableDirectives, "a nullable context that ends")]
    [InlineData(StampParts.All & ~StampParts.BodyMarkers, "a field that becomes a property")]
    [InlineData(StampParts.All & ~StampParts.Options, "a file that is generated")]
    [InlineData(StampParts.All & ~StampParts.Header, "a header that says that the file is generated")]
    [InlineData(StampParts.All & ~StampParts.Header, "a header in the other form")]
    internal void A_stamp_without_one_of_its_parts_misses(StampParts parts, string name)
    {
        var edit = EditedSample.Edits.Single(edit => edit.Name == name);
        var oracle = new IncrementalOracle(parts);
        oracle.Edit(edit.File, edit.Apply);
        Assert.NotEqual(oracle.Fresh(), oracle.Generated);
    }

    [Fact]
    public void An_old_compilation_is_collected_while_the_driver_and_the_files_live()
    {
        var (old, driver, last) = EditTwenty();
        for (var i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        // The driver has the last compilation and the one before.
        var alive = old.Count(static compilation => compilation.IsAlive);
        Assert.True(alive <= 2, $"{alive} of {old.Count} compilations are alive.");
        GC.KeepAlive(driver);
        GC.KeepAlive(last);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (List<WeakReference> Old, GeneratorDriver Driver, Compilation Last) EditTwenty()
    {
        var compilation = TestBed.Compile([.. EditedSample.Files.Values.Select(static file => (file.Path, file.Text))]);
        var compilations = new List<WeakReference>();
        GeneratorDriver driver = TestBed.Driver().RunGenerators(compilation);
        for (var i = 0; i < 20; i++)
        {
            compilations.Add(new WeakReference(compilation));
            var old = compilation.SyntaxTrees.Single(static tree => tree.FilePath == "/p/U.cs");
            var text = EditedSample.Files["U"].Text.Replace("x = 1", "x = " + i, StringComparison.Ordinal);
            compilation = compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, TestBed.ParseOptions, old.FilePath));
            driver = driver.RunGenerators(compilation);
        }

        return (compilations, driver, compilation);
    }
}

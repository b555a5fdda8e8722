using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Generator.Tests.Workflows;

namespace Stepwise.Generator.Tests.Incremental;

/// <summary>Nothing of a compilation may be kept by a model: it would be held in memory, and be different after every edit.</summary>
public sealed class ModelContentTests
{
    [Fact]
    public void No_step_keeps_anything_of_the_compilation()
    {
        var driver = TestBed.Driver(trackSteps: true).RunGenerators(TestBed.Compile(CampaignSample.Workflow, CampaignSample.Contracts));
        var steps = driver.GetRunResult().Results[0].TrackedSteps;
        var seen = 0;
        foreach (var name in new[] { StepwiseGenerator.SignatureStep, StepwiseGenerator.WorkflowStep, StepwiseGenerator.ArtifactsStep, StepwiseGenerator.ClientStep })
        {
            foreach (var output in steps[name].SelectMany(static step => step.Outputs))
            {
                Walk(output.Value, name, new HashSet<object>(ReferenceEqualityComparer.Instance), ref seen);
            }
        }

        Assert.True(seen > 300, $"The walk saw {seen} objects only.");
    }

    [Fact]
    public void The_walk_finds_what_it_looks_for()
    {
        var seen = 0;
        var compilation = TestBed.Compile(CampaignSample.Contracts);
        var hidden = new object[] { new { Inner = new List<object> { compilation.Assembly } } };
        Assert.Throws<Xunit.Sdk.FailException>(() => Walk(hidden, "test", new HashSet<object>(ReferenceEqualityComparer.Instance), ref seen));
    }

    private static void Walk(object? value, string path, HashSet<object> visited, ref int seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !visited.Add(value))
        {
            return;
        }

        seen++;
        if (value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SyntaxToken or Location or SemanticModel or AttributeData or Diagnostic or IOperation)
        {
            Assert.Fail($"{path} keeps a {value.GetType()}.");
        }

        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, path + "[]", visited, ref seen);
            }
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer)
                {
                    Walk(field.GetValue(value), path + "." + field.Name, visited, ref seen);
                }
            }
        }
    }
}

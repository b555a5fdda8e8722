using Microsoft.CodeAnalysis;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Kinds;

/// <summary>The types of the workflow's values by name. They are collected before any state is read, so that <c>[From]</c> can name a member of a later value.</summary>
internal sealed class ValueTypes
{
    private readonly Dictionary<string, ITypeSymbol> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WireProperty> _leftOut = new(StringComparer.Ordinal);

    /// <summary>Collects the types.</summary>
    /// <param name="methods">The start and the states.</param>
    /// <param name="classAttributes">Stepwise's attributes on the class, whose catchers write errors as those on states do.</param>
    /// <param name="context">Reads types.</param>
    public static ValueTypes Of(List<StateMethod> methods, IReadOnlyList<AttributeUse> classAttributes, ReadingContext context)
    {
        var result = new ValueTypes();
        var error = context.Compilation.GetTypesByMetadataName("Stepwise.WorkflowError").FirstOrDefault(StepwiseSymbols.Contains)?.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        result.AddErrors(classAttributes, error);
        foreach (var method in methods)
        {
            if (method.Reader is not StateReader reader)
            {
                result.AddInputs(method, context);
            }
            else if (reader.ResultType(method) is { } type)
            {
                result.Add(method, type, context);
            }

            result.AddErrors(method.Attributes, error);
        }

        return result;
    }

    public ITypeSymbol? Find(string name) => _types.TryGetValue(name, out var type) ? type : null;

    /// <summary>The property of the input that a value is, where that is left out if it has the default of its type; null for all other values.</summary>
    public WireProperty? FindLeftOut(string name) => _leftOut.TryGetValue(name, out var property) ? property : null;

    private void AddInputs(StateMethod method, ReadingContext context)
    {
        foreach (var parameter in method.Symbol.Parameters)
        {
            _types[parameter.Name] = parameter.Type;
            if (method.IsPayload(parameter))
            {
                foreach (var property in context.Types.Properties(parameter.Type))
                {
                    var name = WireNames.CamelCase(property.Symbol.Name);
                    _types[name] = property.Symbol.Type;
                    if (property.IsLeftOutByDefault)
                    {
                        _leftOut[name] = property;
                    }
                }
            }
        }
    }

    private void Add(StateMethod method, ITypeSymbol type, ReadingContext context)
    {
        var name = method.Attribute.String(method.Attribute.Named("ResultName")) ?? TaskResult.DefaultName(type, context.Types.Read(type));
        if (name is not null)
        {
            _types[name] = type;
        }
    }

    private void AddErrors(IReadOnlyList<AttributeUse> attributes, ITypeSymbol? error)
    {
        if (error is null)
        {
            return;
        }

        _types["error"] = error;
        foreach (var use in attributes)
        {
            if (use.Name == "Catch" && use.String(use.Named("ResultName")) is { } name)
            {
                _types[name] = error;
            }
        }
    }
}

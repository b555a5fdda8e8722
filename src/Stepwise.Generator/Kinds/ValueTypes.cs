using Microsoft.CodeAnalysis;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Kinds;

/// <summary>The types of the workflow's values by name, as the first pass over the states finds them: what <c>[From]</c> looks into.</summary>
internal sealed class ValueTypes
{
    private readonly Dictionary<string, ITypeSymbol> types = new(StringComparer.Ordinal);

    public static ValueTypes Of(List<StateMethod> methods, ReadingContext context)
    {
        var result = new ValueTypes();
        var error = context.Compilation.GetTypesByMetadataName("Stepwise.WorkflowError") is [var only] ? only : null;
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

            if (error is not null)
            {
                result.AddErrors(method, error);
            }
        }

        return result;
    }

    public ITypeSymbol? Find(string name) => types.TryGetValue(name, out var type) ? type : null;

    private void AddInputs(StateMethod method, ReadingContext context)
    {
        foreach (var parameter in method.Symbol.Parameters)
        {
            types[parameter.Name] = parameter.Type;
            if (method.IsPayload(parameter))
            {
                foreach (var property in context.Types.Properties(parameter.Type))
                {
                    types[WireNames.CamelCase(property.Symbol.Name)] = property.Symbol.Type;
                }
            }
        }
    }

    private void Add(StateMethod method, ITypeSymbol type, ReadingContext context)
    {
        var name = method.Attribute.String(method.Attribute.Named("ResultName")) ?? TaskResult.DefaultName(type, context.Types.Read(type));
        if (name is not null)
        {
            types[name] = type;
        }
    }

    private void AddErrors(StateMethod method, INamedTypeSymbol error)
    {
        types["error"] = error;
        foreach (var use in method.Attributes)
        {
            if (use.Name == "Catch" && use.String(use.Named("ResultName")) is { } name)
            {
                types[name] = error;
            }
        }
    }
}

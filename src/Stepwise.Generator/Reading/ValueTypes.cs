using Microsoft.CodeAnalysis;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Reading;

/// <summary>The types of the workflow's values by name, as the first pass over the states finds them: what <c>[From]</c> looks into.</summary>
internal sealed class ValueTypes
{
    private readonly Dictionary<string, ITypeSymbol> types = new(StringComparer.Ordinal);

    public static ValueTypes Of(List<StateMethod> methods, ReadingContext context, INamedTypeSymbol? workflowError)
    {
        var result = new ValueTypes();
        foreach (var method in methods)
        {
            if (method.Kind is StateKind.Start)
            {
                result.AddInputs(method, context);
            }
            else if (method.Kind is StateKind.Pass && method.HasBody)
            {
                result.Add(method, method.Symbol.ReturnType, context);
            }
            else if (StateKinds.IsTask(method.Kind) && TaskResult.Of(method) is { } type)
            {
                result.Add(method, type, context);
            }

            if (workflowError is not null)
            {
                result.types["error"] = workflowError;
                foreach (var use in method.Attributes)
                {
                    if (use.Name == "Catch" && use.String(use.Named("ResultName")) is { } name)
                    {
                        result.types[name] = workflowError;
                    }
                }
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
}

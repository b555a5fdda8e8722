using Stepwise.Generator.Model;

namespace Stepwise.Generator.Kinds;

/// <summary>A state's parameters as one value.</summary>
internal static class ParameterObject
{
    /// <summary>The <c>[Payload]</c> parameter, or an object of all parameters.</summary>
    public static Expression PayloadOf(StateModel state)
    {
        foreach (var parameter in state.Parameters)
        {
            if (parameter.IsPayload)
            {
                return parameter.Value;
            }
        }

        return Of(state);
    }

    /// <summary>An object of all parameters.</summary>
    public static ObjectExpression Of(StateModel state)
    {
        var properties = new List<PropertyExpression>(state.Parameters.Count);
        foreach (var parameter in state.Parameters)
        {
            // While the source is being typed, two parameters can have one name, or one parameter no name. The C# compiler reports both.
            if (parameter.WireName.Length > 0 && !properties.Exists(known => known.WireName == parameter.WireName))
            {
                properties.Add(new PropertyExpression(parameter.WireName, parameter.Value));
            }
        }

        return new ObjectExpression(new EquatableArray<PropertyExpression>(properties), new WireType(WireKind.Object, state.Member), state.Anchor);
    }
}

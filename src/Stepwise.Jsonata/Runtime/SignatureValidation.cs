using Stepwise.Json;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Runtime;

/// <summary>Checks the arguments of a call against the signature of the function.</summary>
internal static class SignatureValidation
{
    private static readonly JsonataTypes _string = JsonataTypes.Of('s');
    private static readonly JsonataTypes _number = JsonataTypes.Of('n');
    private static readonly JsonataTypes _boolean = JsonataTypes.Of('b');
    private static readonly JsonataTypes _null = JsonataTypes.Of('l');
    private static readonly JsonataTypes _array = JsonataTypes.Of('a');
    private static readonly JsonataTypes _object = JsonataTypes.Of('o');

    /// <summary>Checks arguments and converts them: adds the context item where it stands in for an argument, and makes arrays of single values where the signature requires arrays.</summary>
    /// <param name="signature">The function's signature.</param>
    /// <param name="arguments">The arguments of the call.</param>
    /// <param name="context">The context item of the call.</param>
    /// <returns>The arguments, at least one for each parameter; the same array if nothing changes.</returns>
    /// <exception cref="JsonataException">T0410, T0411 or T0412: an argument, the context item, or an item of an argument has the wrong type.</exception>
    public static JsonValue?[] Validate(JsonataSignature signature, JsonValue?[] arguments, JsonValue? context)
    {
        var parameters = (JsonataParameter[])signature.Parameters;
        return TryOneEach(parameters, arguments) ?? Align(parameters, arguments, context);
    }

    /// <summary>Handles the usual case: one argument for each parameter, with optional ones left out only at the end.</summary>
    private static JsonValue?[]? TryOneEach(JsonataParameter[] parameters, JsonValue?[] arguments)
    {
        if (arguments.Length > parameters.Length)
        {
            return null;
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            if (i < arguments.Length ? parameter.IsRepeated || !parameter.Accepts.Contains(TypeOf(arguments[i])) : parameter.IsContext || !parameter.IsOptional)
            {
                return null;
            }
        }

        var validated = arguments;
        if (arguments.Length < parameters.Length)
        {
            validated = new JsonValue?[parameters.Length];
            arguments.CopyTo(validated, 0);
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            if (parameters[i].IsArray && arguments[i] is { } argument)
            {
                var array = ToArray(parameters[i], argument, i + 1, TypeOf(argument), isAlone: true);
                if (!ReferenceEquals(array, argument))
                {
                    if (ReferenceEquals(validated, arguments))
                    {
                        validated = (JsonValue?[])arguments.Clone();
                    }

                    validated[i] = array;
                }
            }
        }

        return validated;
    }

    /// <summary>Assigns arguments to parameters from left to right, as JSONata does: each parameter takes as many arguments as it can, as long as the rest still fits.</summary>
    private static JsonValue?[] Align(JsonataParameter[] parameters, JsonValue?[] arguments, JsonValue? context)
    {
        var types = new JsonataTypes[arguments.Length];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = TypeOf(arguments[i]);
        }

        var counts = new int[parameters.Length];
        if (!Fits(parameters, parameters.Length, types, 0, 0, mustEnd: true, counts, out _))
        {
            throw Mismatch(parameters, arguments, types, counts);
        }

        var validated = new List<JsonValue?>(parameters.Length);
        var at = 0;
        var matched = 0;
        for (var i = 0; i < parameters.Length; matched += counts[i], i++)
        {
            var parameter = parameters[i];
            var argument = at < arguments.Length ? arguments[at] : null;
            if (counts[i] == 0)
            {
                if (!parameter.IsContext)
                {
                    // A parameter that is left out still uses up an index, although the argument there belongs to the next parameter.
                    validated.Add(argument);
                    at++;
                }
                else if (parameter.Accepts.Contains(TypeOf(context)))
                {
                    validated.Add(context);
                }
                else
                {
                    throw new JsonataException("T0411") { Value = context, Index = at + 1 };
                }

                continue;
            }

            for (var n = 0; n < counts[i]; n++, at++)
            {
                if (parameter.IsArray)
                {
                    // After a parameter that was left out, this is not the argument whose type was matched. JSONata uses that type nevertheless.
                    argument = at < arguments.Length ? arguments[at] : null;
                    argument = types[matched + n] == JsonataTypes.Missing ? null : ToArray(parameter, argument, at + 1, types[matched + n], isAlone: counts[i] == 1);
                }

                validated.Add(argument);
            }
        }

        return [.. validated];
    }

    /// <summary>Whether the remaining types can be assigned to the remaining parameters.</summary>
    private static bool Fits(JsonataParameter[] parameters, int end, JsonataTypes[] types, int parameter, int at, bool mustEnd, int[] counts, out int last)
    {
        last = at;
        if (parameter == end)
        {
            return !mustEnd || at == types.Length;
        }

        var accepts = parameters[parameter].Accepts;
        var most = 0;
        while (at + most < types.Length && (most == 0 || parameters[parameter].IsRepeated) && accepts.Contains(types[at + most]))
        {
            most++;
        }

        for (var count = most; count >= (parameters[parameter].IsOptional ? 0 : 1); count--)
        {
            counts[parameter] = count;
            if (Fits(parameters, end, types, parameter + 1, at + count, mustEnd, counts, out last))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the argument that does not fit: the first one after those that the parameters can take.</summary>
    private static JsonataException Mismatch(JsonataParameter[] parameters, JsonValue?[] arguments, JsonataTypes[] types, int[] counts)
    {
        var good = 0;
        for (var end = 1; end <= parameters.Length && Fits(parameters, end, types, 0, 0, mustEnd: false, counts, out var last); end++)
        {
            good = last;
        }

        return new("T0410") { Value = good < arguments.Length ? arguments[good] : null, Index = good + 1 };
    }

    /// <summary>Returns an argument as an array, for an array parameter. The items are checked if the parameter has a subtype.</summary>
    private static JsonValue? ToArray(JsonataParameter parameter, JsonValue? argument, int index, JsonataTypes type, bool isAlone)
    {
        if (parameter.Subtype is { } subtype
            && !(type == _array ? argument is not JsonArray items || HasItems(items, subtype) : isAlone && subtype.Length == 1 && type == JsonataTypes.Of(subtype[0])))
        {
            throw new JsonataException("T0412")
            {
                Value = argument,
                Index = index,
                ItemType = subtype switch { "a" => "arrays", "b" => "booleans", "f" => "functions", "n" => "numbers", "o" => "objects", "s" => "strings", _ => null },
            };
        }

        return type == _array ? argument : new JsonArray([argument ?? JsonNull.Instance], JsonArrayTraits.None);
    }

    private static bool HasItems(JsonArray array, string subtype)
    {
        if (array.Count == 0)
        {
            return true;
        }

        if (subtype.Length == 0)
        {
            return false;
        }

        if (subtype[0] == 'n')
        {
            return AreNumbers(array.Items);
        }

        var type = JsonataTypes.Of(subtype[0]);
        foreach (var item in array.Items)
        {
            if (TypeOf(item) != type)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A fast check, because long arrays are usually arrays of numbers. Arrays never contain infinities or NaN, so these need no check.</summary>
    private static bool AreNumbers(JsonValue[] items)
    {
        foreach (var item in items)
        {
            if (item is not JsonNumber)
            {
                return false;
            }
        }

        return true;
    }

    private static JsonataTypes TypeOf(JsonValue? value) => value switch
    {
        null => JsonataTypes.Missing,
        JsonString => _string,
        JsonNumber or NonFinite => _number,
        JsonBoolean => _boolean,
        JsonNull => _null,
        JsonArray => _array,
        JsonataFunction => JsonataTypes.Function,
        _ => _object,
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Expressions;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Kinds;

/// <summary>Reads the parameters of a state: the value that each reads, and its name in JSON.</summary>
internal sealed class ParameterReader
{
    private readonly ReadingContext _context;
    private readonly Naming _naming;
    private readonly ValueTypes _values;

    public ParameterReader(ReadingContext context, Naming naming, ValueTypes values)
    {
        _context = context;
        _naming = naming;
        _values = values;
    }

    public EquatableArray<ParameterModel> Read(StateMethod method)
    {
        var result = new List<ParameterModel>();
        foreach (var parameter in method.Symbol.Parameters)
        {
            if (parameter.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax(_context.CancellationToken) is ParameterSyntax syntax)
            {
                result.Add(Read(method, parameter, syntax));
            }
        }

        return new EquatableArray<ParameterModel>(result);
    }

    private ParameterModel Read(StateMethod method, IParameterSymbol parameter, ParameterSyntax syntax)
    {
        var anchor = _context.Anchor(syntax.Identifier);
        var typeAnchor = syntax.Type is { } typeSyntax ? _context.Anchor(typeSyntax) : anchor;
        var type = _context.Types.Read(parameter.Type);
        if (parameter.RefKind is not RefKind.None || parameter.IsParams)
        {
            _context.Report(DiagnosticIds.MemberShape, anchor, method.Symbol.Name, $"its parameter '{parameter.Name}' must be an ordinary one, without ref, in, out or params");
        }

        if (method.Reader is StartReader && syntax.Default is { } given && !(parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null } && type.IsNullable))
        {
            _context.Report(DiagnosticIds.MemberShape, _context.Anchor(given), method.Symbol.Name,
                $"an input that lacks '{parameter.Name}' does not get its default value: make the parameter nullable, and write '{parameter.Name} ?? {given.Value}' where it is read");
        }

        if (TypeReader.IsGenerated(parameter.Type))
        {
            _context.Report(DiagnosticIds.GeneratedTypeInBody, typeAnchor, parameter.Type.Name);
        }

        var isPayload = method.IsPayload(parameter);
        var role = type.Kind switch
        {
            WireKind.TaskToken => ParameterRole.Token,
            WireKind.Context => ParameterRole.Context,
            _ => ParameterRole.Value,
        };
        var source = parameter.Name;
        var hasPath = false;
        Expression value = role switch
        {
            ParameterRole.Token => new ContextExpression("Task.Token", type, anchor),
            ParameterRole.Context => new ContextExpression("", type, anchor),
            _ => ReadValue(parameter.Name, type, anchor),
        };
        if (method.Find(parameter, "From") is { } use)
        {
            (source, hasPath, value) = ReadSource(use, type, anchor);
        }

        var wireName = method.Reader is StateReader reader ? reader.WireName(parameter.Name, _naming) : WireNames.Apply(_naming, parameter.Name);
        return new ParameterModel(parameter.Name, wireName, type, role, isPayload, source, hasPath, value, anchor, typeAnchor);
    }

    /// <summary>Reads a value of the workflow. A property of the input that is left out where it has the default of its type is read with that default.</summary>
    private Expression ReadValue(string name, WireType type, int anchor)
    {
        var value = new ValueExpression(name, type, anchor);
        if (_values.FindLeftOut(name) is not { } property)
        {
            return value;
        }

        if (property.Default is not null)
        {
            return WireMember.OrDefault(value, property);
        }

        _context.Report(DiagnosticIds.InvalidSource, anchor, name, $"the input does not always have '{property.WireName}': remove the [JsonIgnore] of its property");
        return new InvalidExpression(anchor);
    }

    /// <summary>Follows <c>a.b.c</c> from the value a through the properties of its type.</summary>
    private (string Source, bool HasPath, Expression Value) ReadSource(AttributeUse use, WireType type, int anchor)
    {
        var argument = use.Positional(0, "source");
        var path = use.String(argument);
        var place = argument is null ? anchor : _context.Anchor(argument);
        if (path is null)
        {
            return ("", false, new InvalidExpression(place));
        }

        var parts = path.Split('.');
        var source = parts[0];
        if (parts.Length == 1 || _values.Find(source) is not { } current)
        {
            if (!ValueNames.IsValid(source))
            {
                _context.Report(DiagnosticIds.InvalidSource, place, path, "it must be the name of a value, or of a member of one: 'statusResult.Metrics.Answered'");
            }

            return (source, false, ReadValue(source, type, anchor));
        }

        Expression value = new ValueExpression(source, _context.Types.Read(current), anchor);
        for (var i = 1; i < parts.Length; i++)
        {
            WireProperty? found = null;
            var candidates = _context.Types.Properties(Underlying(current));
            foreach (var property in candidates)
            {
                if (property.Symbol.Name == parts[i])
                {
                    found = property;
                    break;
                }
            }

            if (found is { IsRead: false } or { IsLeftOutByDefault: true, Default: null })
            {
                _context.Report(DiagnosticIds.InvalidSource, place, path, $"the JSON does not always have '{parts[i]}': remove its [JsonIgnore]");
                return (source, true, new InvalidExpression(place));
            }

            if (found is null)
            {
                var names = new List<string>();
                foreach (var property in candidates)
                {
                    names.Add(property.Symbol.Name);
                }

                _context.Report(DiagnosticIds.InvalidSource, place, path,
                    $"{current.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} has no property '{parts[i]}' in JSON" + (names.Count == 0 ? "" : "; it has " + string.Join(", ", names)));
                return (source, true, new InvalidExpression(place));
            }

            value = MemberOf(value, found, anchor);
            current = found.Symbol.Type;
        }

        return (source, true, value);
    }

    /// <summary>A property of a value: null where the value is null, also if the property has a default where it is missing.</summary>
    private static Expression MemberOf(Expression value, WireProperty property, int anchor) => property.Default is null || !value.MayBeNull()
        ? WireMember.Of(value, property, anchor)
        : ExpressionSimplifier.Conditional(
            ExpressionSimplifier.IsNull(value, anchor),
            ExpressionSimplifier.Null(property.Type, anchor),
            WireMember.Of(value.AsNotNull(), property, anchor),
            property.Type.AsNullable(),
            anchor);

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}

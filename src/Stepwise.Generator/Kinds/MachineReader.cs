using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Documentation;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;
using Stepwise.StatesLanguage.Permissions;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Kinds;

/// <summary>Reads the methods of a class that is a machine. It reads what all kinds of states have in common; each kind reads the rest.</summary>
internal sealed class MachineReader
{
    private readonly ReadingContext _context;
    private readonly Naming _naming;

    public MachineReader(ReadingContext context, Naming naming)
    {
        _context = context;
        _naming = naming;
    }

    /// <summary>Reads the methods of one class.</summary>
    /// <param name="methods">The start and the states, in the order of the source.</param>
    /// <param name="classAttributes">Stepwise's attributes on the class.</param>
    /// <param name="machineLanguage">The query language of the machine.</param>
    /// <param name="start">The start; null where the class has none.</param>
    public List<StateModel> Read(List<StateMethod> methods, IReadOnlyList<AttributeUse> classAttributes, Language machineLanguage, out StartModel? start)
    {
        start = null;
        var parameters = new ParameterReader(_context, _naming, ValueTypes.Of(methods, classAttributes, _context));
        var states = new List<StateModel>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            var anchor = _context.Anchor(method.Syntax.Identifier);
            CheckDeclaration(method, anchor);
            var read = parameters.Read(method);
            if (method.Reader is not StateReader reader)
            {
                if (start is not null)
                {
                    _context.Report(DiagnosticIds.SeveralStarts, anchor, method.Symbol.Name, start.MethodName);
                    continue;
                }

                start = StartReader.Read(method, read, anchor, _context);
                continue;
            }

            if (!members.Add(method.Symbol.Name))
            {
                _context.Report(DiagnosticIds.DuplicateState, anchor, method.Symbol.Name, method.Symbol.Name);
                continue;
            }

            var name = ReadStateName(method, anchor);
            if (names.TryGetValue(name, out var other))
            {
                _context.Report(DiagnosticIds.DuplicateState, anchor, name, other);
            }
            else
            {
                names.Add(name, method.Symbol.Name);
            }

            states.Add(ReadState(method, reader, name, anchor, read, machineLanguage));
        }

        return states;
    }

    private string ReadStateName(StateMethod method, int anchor)
    {
        var expression = method.Attribute.Named("StateName");
        var name = expression is null ? method.Symbol.Name : method.Attribute.String(expression) ?? method.Symbol.Name;
        var place = expression is null ? anchor : _context.Anchor(expression);
        if (name.Length is 0 or > Limits.NameLength)
        {
            _context.Report(DiagnosticIds.InvalidStateName, place, Printable.Of(name), $"it has {name.Length} characters; Step Functions allows 1 to {Limits.NameLength}");
        }
        else
        {
            foreach (var character in name)
            {
                if (char.IsControl(character) || Limits.ForbiddenInNames.IndexOf(character) >= 0)
                {
                    _context.Report(DiagnosticIds.InvalidStateName, place, Printable.Of(name), $"the character '{Printable.Of(character.ToString())}' is not allowed");
                    break;
                }
            }
        }

        return name;
    }

    private void CheckDeclaration(StateMethod method, int anchor)
    {
        var syntax = method.Syntax;
        var hasAccessibility = syntax.Modifiers.Any(static modifier =>
            modifier.IsKind(SyntaxKind.PublicKeyword) || modifier.IsKind(SyntaxKind.InternalKeyword) || modifier.IsKind(SyntaxKind.PrivateKeyword) || modifier.IsKind(SyntaxKind.ProtectedKeyword));
        if (!hasAccessibility)
        {
            _context.Report(DiagnosticIds.MemberWithoutAccessibility, anchor, method.Symbol.Name);
        }

        if (!method.Symbol.IsStatic)
        {
            _context.Report(DiagnosticIds.MemberShape, anchor, method.Symbol.Name, "a state must be a static method");
        }

        if (method.Symbol.IsGenericMethod)
        {
            _context.Report(DiagnosticIds.MemberShape, anchor, method.Symbol.Name, "a state cannot have type parameters");
        }

        if (!method.HasBody && !method.IsPartial)
        {
            _context.Report(DiagnosticIds.MemberNotPartial, anchor, method.Symbol.Name);
        }

        foreach (var other in method.Attributes)
        {
            if (other.Syntax != method.Attribute.Syntax && StateKinds.All.FindReader(other.Name) is not null)
            {
                _context.Report(DiagnosticIds.SeveralStateAttributes, _context.Anchor(other.Syntax.Name), method.Symbol.Name, method.Attribute.Name, other.Name);
            }
        }
    }

    private StateModel ReadState(StateMethod method, StateReader reader, string name, int anchor, EquatableArray<ParameterModel> parameters, Language machineLanguage)
    {
        var use = method.Attribute;
        var attributeAnchor = _context.Anchor(use.Syntax.Name);
        var own = AttributeValues.Language(use);
        var languageAnchor = use.Named("QueryLanguage") is { } written ? _context.Anchor(written) : attributeAnchor;
        if (own is Language.JsonPath && machineLanguage is Language.Jsonata)
        {
            _context.Report(DiagnosticIds.InvalidAttributeValue, languageAnchor, "QueryLanguage", "JsonPath",
                "AWS allows a JSONata state in a JSONPath machine, not the reverse; set the machine's QueryLanguage to JsonPath, or remove this");
        }

        var (retry, catches) = ReadResilience(method, reader);
        var (next, end) = ReadTransition(method, reader, attributeAnchor);
        ParameterRules.CheckPayload(method, parameters, _context);
        if (reader.CheckShape(method, _context.Types) is { } problem)
        {
            _context.Report(DiagnosticIds.MemberShape, anchor, method.Symbol.Name, problem);
        }

        var documentation = DocumentationComment.Of(method.Syntax);
        var declaration = new StateDeclaration
        {
            Member = method.Symbol.Name,
            Name = name,
            Anchor = anchor,
            Comment = documentation?.Summary,
            Notes = documentation?.Notes,
            Language = own,
            LanguageAnchor = languageAnchor,
            Parameters = parameters,
            Next = next,
            End = end,
            AttributeAnchor = attributeAnchor,
            Retry = retry,
            Catch = catches,
            Resources = ReadResources(method, reader),
        };
        return reader.Read(new StateReading(method, declaration, machineLanguage, _context));
    }

    private (StateReference? Next, bool End) ReadTransition(StateMethod method, StateReader reader, int attributeAnchor)
    {
        if (!reader.HasTransition)
        {
            return (null, false);
        }

        var next = ResilienceReader.ReadReference(_context, method.Attribute, method.Attribute.Named("Next"));
        if (next is null && !method.IsEnd)
        {
            _context.Report(DiagnosticIds.NeitherNextNorEnd, attributeAnchor, method.Symbol.Name, "Next = nameof(...), or End = true if the execution ends here");
        }
        else if (next is not null && method.IsEnd)
        {
            _context.Report(DiagnosticIds.BothNextAndEnd, _context.Anchor(method.Attribute.Named("End")!), method.Symbol.Name);
        }

        return (next, method.IsEnd);
    }

    private EquatableArray<ResourceModel> ReadResources(StateMethod method, StateReader reader)
    {
        var resources = new List<ResourceModel>();
        foreach (var use in method.Attributes)
        {
            if (use.Name is not "Resource")
            {
                continue;
            }

            if (!reader.ReachesResources)
            {
                _context.Report(DiagnosticIds.AttributeWithoutState, _context.Anchor(use.Syntax.Name), "Resource", method.Symbol.Name, "only tasks access resources");
            }
            else if (use.Positional(0, "arn") is { } expression && use.String(expression) is { } arn)
            {
                if (!DeclaredResource.TryValidate(arn, out var problem))
                {
                    _context.Report(DiagnosticIds.InvalidAttributeValue, _context.Anchor(expression), "arn", expression.ToString(), problem);
                }
                else
                {
                    resources.Add(new ResourceModel(arn, _context.Anchor(expression)));
                }
            }
        }

        return new EquatableArray<ResourceModel>(resources);
    }

    private (EquatableArray<RetryModel>? Retry, EquatableArray<CatchModel>? Catch) ReadResilience(StateMethod method, StateReader reader)
    {
        List<RetryModel>? retry = null;
        List<CatchModel>? catches = null;
        foreach (var use in method.Attributes)
        {
            if (use.Name is not ("Retry" or "Catch"))
            {
                continue;
            }

            if (!reader.DoesWork)
            {
                _context.Report(DiagnosticIds.AttributeWithoutState, _context.Anchor(use.Syntax.Name), use.Name, method.Symbol.Name, "only tasks are retried and caught");
            }
            else if (use.Name is "Retry")
            {
                (retry ??= []).Add(ResilienceReader.ReadRetry(_context, use));
            }
            else
            {
                (catches ??= []).Add(ResilienceReader.ReadCatch(_context, use));
            }
        }

        return (retry is null ? null : new EquatableArray<RetryModel>(retry), catches is null ? null : new EquatableArray<CatchModel>(catches));
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Documentation;
using Stepwise.Generator.Kinds;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;
using Stepwise.Generator.Triggers;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Compiler;

/// <summary>Reads a workflow class: its attributes, its states, and their bodies. It returns plain data, and the places apart from it.</summary>
internal sealed class WorkflowReader
{
    private readonly ReadingContext _context;
    private readonly INamedTypeSymbol _type;
    private readonly AttributeUse _attribute;
    private readonly StepwiseAttributes _known;
    private readonly int _anchor;

    private WorkflowReader(ReadingContext context, INamedTypeSymbol type, AttributeUse attribute, StepwiseAttributes known, int anchor)
    {
        _context = context;
        _type = type;
        _attribute = attribute;
        _known = known;
        _anchor = anchor;
    }

    /// <summary>Reads a class.</summary>
    /// <param name="workflow">The class.</param>
    /// <param name="compilation">The compilation that has it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The model, the places by anchor, and the files outside the class whose bodies the model depends on.</returns>
    public static (WorkflowModel Model, IReadOnlyList<Location> Locations, IReadOnlyCollection<SyntaxTree> Used) Read(WorkflowClass workflow, Compilation compilation, CancellationToken cancellationToken)
    {
        var known = workflow.Attributes(compilation, cancellationToken);
        var attribute = workflow.Attribute(known, cancellationToken);
        var naming = AttributeValues.Naming(attribute);
        var context = new ReadingContext(compilation, naming, cancellationToken);
        var anchor = context.Anchor(workflow.Declaration.Identifier);
        var reader = new WorkflowReader(context, workflow.Type, attribute, known, anchor);
        return (reader.Read(workflow.Declaration, naming), context.Locations, context.Used);
    }

    private WorkflowModel Read(TypeDeclarationSyntax declaration, Naming naming)
    {
        CheckClass(declaration);
        var name = ReadName();
        var language = AttributeValues.Language(_attribute) ?? Language.Jsonata;
        var methods = StateMethods.Of(_type, _known, _context.CancellationToken);
        CheckMembers(methods);

        var attributes = ClassAttributes();
        var states = new MachineReader(_context, naming).Read(methods, attributes, language, out var start);
        if (start is null)
        {
            _context.Report(DiagnosticIds.NoStart, _anchor, _type.Name);
        }

        LoggingModel? logging = null;
        var tracing = false;
        AttributeUse? loggingUse = null;
        var deployment = new DeploymentReader(_context);
        var retry = new List<RetryModel>();
        var catches = new List<CatchModel>();
        foreach (var use in attributes)
        {
            switch (use.Name)
            {
                case "Logging":
                    logging = ReadLogging(use);
                    loggingUse = use;
                    break;
                case "Tracing":
                    tracing = true;
                    break;
                case "Retry":
                    retry.Add(ResilienceReader.ReadRetry(_context, use));
                    break;
                case "Catch":
                    catches.Add(ResilienceReader.ReadCatch(_context, use));
                    break;
                default:
                    deployment.Read(use);
                    break;
            }
        }

        if (loggingUse is { } logged && logging is { IncludeExecutionData: true, Level: not LogLevel.Off })
        {
            CheckPersonalData(logged, methods);
        }

        if (deployment.Model.ScheduleGroup is not null)
        {
            CheckScheduleAt();
        }

        var shapes = ReadShapes(methods);
        var documentation = DocumentationComment.Of(declaration);
        return new WorkflowModel
        {
            Name = name,
            TypeName = TypeReader.Name(_type),
            Machine = new MachineModel
            {
                ClassName = _type.Name,
                Anchor = _anchor,
                Comment = documentation?.Summary,
                Language = language,
                Start = start,
                States = new EquatableArray<StateModel>(states),
                Retry = new EquatableArray<RetryModel>(retry),
                Catch = new EquatableArray<CatchModel>(catches),
            },
            Notes = documentation?.Notes,
            IsExpress = _attribute.EnumMember(_attribute.Named("Type"), "WorkflowType") is "Express",
            Naming = naming,
            TimeoutSeconds = AttributeValues.Seconds(_context, _attribute, "TimeoutSeconds", minimum: 0),
            Logging = logging,
            Tracing = tracing,
            Deployment = deployment.Model,
            Shapes = shapes,
            Diagnostics = new EquatableArray<DiagnosticInfo>(new List<DiagnosticInfo>(_context.Diagnostics)),
        };
    }

    private void CheckClass(TypeDeclarationSyntax declaration)
    {
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            _context.Report(DiagnosticIds.ClassNotPartial, _anchor, _type.Name);
        }

        if (!_type.IsSealed)
        {
            _context.Report(DiagnosticIds.ClassNotSealed, _anchor, _type.Name, _type.IsStatic ? " and not static" : _type.IsAbstract ? " and not abstract" : "");
        }

        for (var outer = _type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType && outer.TypeParameters.Length > 0)
            {
                _context.Report(DiagnosticIds.ClassGeneric, _anchor, _type.Name, outer.Name);
                break;
            }
        }

        for (var container = declaration.Parent as TypeDeclarationSyntax; container is not null; container = container.Parent as TypeDeclarationSyntax)
        {
            if (!container.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                _context.Report(DiagnosticIds.ContainerNotPartial, _context.Anchor(container.Identifier), container.Identifier.ValueText, _type.Name);
            }
        }
    }

    private string ReadName()
    {
        var name = MachineName.Of(_attribute);
        if (name is null && _attribute.Positional(0, "name") is { } expression)
        {
            _context.Report(DiagnosticIds.InvalidWorkflowName, _context.Anchor(expression), Printable.Of(_attribute.String(expression) ?? expression.ToString()));
        }

        return name ?? _type.Name;
    }

    /// <summary>Reports names that the generated part of the class takes.</summary>
    private void CheckMembers(List<StateMethod> methods)
    {
        var records = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            if (method.Reader.RecordOf(method.Symbol.Name) is { } record)
            {
                records.Add(record);
            }
        }

        // C# allows no member with the name of its class.
        if (ReservedNames.IsMember(_type.Name, records))
        {
            _context.Report(DiagnosticIds.ReservedName, _anchor, _type.Name, ReservedNames.Reason(_type.Name));
        }

        foreach (var member in _type.GetMembers())
        {
            if (member.IsImplicitlyDeclared || TypeReader.IsGenerated(member) || member.DeclaringSyntaxReferences.Length == 0)
            {
                continue;
            }

            if (ReservedNames.IsMember(member.Name, records) && member is not IMethodSymbol { MethodKind: not MethodKind.Ordinary })
            {
                _context.Report(DiagnosticIds.ReservedName, _context.Anchor(IdentifierOf(member)), member.Name, ReservedNames.Reason(member.Name));
            }
        }
    }

    /// <summary>Reports members that are called <c>ScheduleAt</c>. The method is generated only for a class with dynamic schedules.</summary>
    private void CheckScheduleAt()
    {
        foreach (var member in _type.GetMembers(SignatureModel.ScheduleAt))
        {
            if (!TypeReader.IsGenerated(member) && member.DeclaringSyntaxReferences.Length > 0)
            {
                _context.Report(DiagnosticIds.ReservedName, _context.Anchor(IdentifierOf(member)), member.Name, "[DynamicSchedules] adds a method of that name");
            }
        }
    }

    private void CheckPersonalData(AttributeUse use, List<StateMethod> methods)
    {
        var personal = PersonalData.In(methods, _context.Types);
        if (personal.Count == 0 || use.Named("IncludeExecutionData") is not { } expression)
        {
            return;
        }

        SyntaxNode place = expression.Parent is AttributeArgumentSyntax { NameEquals.Name: var name } ? name : expression;
        _context.Report(DiagnosticIds.LoggedPersonalData, _context.Anchor(place), string.Join(", ", personal));
    }

    private Location IdentifierOf(ISymbol member) => member.DeclaringSyntaxReferences[0].GetSyntax(_context.CancellationToken) switch
    {
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        PropertyDeclarationSyntax property => property.Identifier.GetLocation(),
        BaseTypeDeclarationSyntax nested => nested.Identifier.GetLocation(),
        VariableDeclaratorSyntax variable => variable.Identifier.GetLocation(),
        var other => other.GetLocation(),
    };

    /// <summary>Stepwise's attributes on all parts of the class.</summary>
    private List<AttributeUse> ClassAttributes()
    {
        var parts = new List<TypeDeclarationSyntax>();
        foreach (var reference in _type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(_context.CancellationToken) is TypeDeclarationSyntax part
                && !part.SyntaxTree.FilePath.EndsWith(GeneratedFile.Suffix, StringComparison.Ordinal))
            {
                parts.Add(part);
            }
        }

        parts.Sort(SourceOrder.Compare);
        return [.. parts.SelectMany(_known.On)];
    }

    private LoggingModel ReadLogging(AttributeUse use)
    {
        var level = use.EnumMember(use.Positional(0, "level"), "ExecutionLogLevel") switch
        {
            "All" => LogLevel.All,
            "Error" => LogLevel.Error,
            "Fatal" => LogLevel.Fatal,
            _ => LogLevel.Off,
        };
        var retention = use.Named("RetentionDays");
        var days = use.Int(retention) ?? 0;
        if (retention is not null && !Limits.LogRetentionDays.Contains(days))
        {
            _context.Report(DiagnosticIds.InvalidAttributeValue, _context.Anchor(retention), "RetentionDays", retention.ToString(),
                $"CloudWatch Logs keeps events for {Limits.LogRetentionText} days, or 0 for ever");
        }

        return new LoggingModel(level, use.Bool(use.Named("IncludeExecutionData")), days, ReadLogGroupPrefix(use));
    }

    private string? ReadLogGroupPrefix(AttributeUse use)
    {
        if (use.Named("LogGroupPrefix") is not { } expression)
        {
            return null;
        }

        // CloudWatch Logs allows 512 characters for the name of the group. The name of the machine takes up to 80 of them.
        const int Longest = 432;
        if (use.String(expression) is { } prefix && Ascii.IsName(prefix, Longest, "_./#-"))
        {
            return prefix;
        }

        _context.Report(DiagnosticIds.InvalidAttributeValue, _context.Anchor(expression), "LogGroupPrefix", expression.ToString(),
            "use 1 to 432 of the characters A-Z a-z 0-9 _ . / # -, such as \"/aws/stepfunctions/\"; the name of the deployed machine is appended to it");
        return null;
    }

    /// <summary>The objects in the workflow's contracts.</summary>
    private ObjectShapes ReadShapes(List<StateMethod> methods)
    {
        var shapes = new SortedDictionary<string, ObjectShape>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            foreach (var contract in method.Reader.ContractTypes(method, _context))
            {
                _context.Types.CollectShapes(contract, shapes);
            }
        }

        return new ObjectShapes(new EquatableArray<ObjectShape>(shapes.Values.ToList()));
    }
}

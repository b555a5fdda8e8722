using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Model;
using Stepwise.Generator.Reading;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Compiler;

/// <summary>Reads the declarations of a workflow class. It runs for every workflow at every keystroke: arguments come from syntax, bodies are not bound
/// (except for the type of what a Succeed state returns), and nothing is checked: the analyzer does that.</summary>
internal sealed class SignatureReader
{
    private readonly INamedTypeSymbol type;
    private readonly CancellationToken cancellationToken;
    private readonly Naming naming;
    private readonly StepwiseAttributes known;
    private readonly TypeReader types;
    private readonly StringBuilder buffer = new(256);
    private bool isPublic = true;

    private SignatureReader(INamedTypeSymbol type, Naming naming, StepwiseAttributes known, CancellationToken cancellationToken)
    {
        this.type = type;
        this.naming = naming;
        this.known = known;
        this.cancellationToken = cancellationToken;
        types = new TypeReader(naming, cancellationToken);
    }

    /// <summary>Reads a class; null if nothing can be added to it.</summary>
    public static SignatureModel? Read(WorkflowClass workflow, Compilation compilation, CancellationToken cancellationToken)
    {
        var declaration = workflow.Declaration;
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return null;
        }

        var containers = new List<string>();
        for (SyntaxNode? parent = declaration; parent is TypeDeclarationSyntax container; parent = parent.Parent)
        {
            if (container.TypeParameterList is not null || !container.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return null;
            }

            if (parent != declaration)
            {
                containers.Insert(0, "partial " + Keyword(container) + " " + CSharpText.Identifier(container.Identifier.ValueText));
            }
        }

        var attribute = workflow.Attribute(compilation, cancellationToken);
        var known = workflow.Attributes(compilation, cancellationToken);
        return new SignatureReader(workflow.Type, WorkflowReader.NamingOf(attribute), known, cancellationToken).Read(declaration, attribute, compilation, containers);
    }

    private SignatureModel Read(TypeDeclarationSyntax declaration, AttributeUse attribute, Compilation compilation, List<string> containers)
    {
        var methods = StateMethods.Of(type, known, compilation, cancellationToken);
        var input = new ContractSignature(null, default);
        var tasks = new List<TaskSignature>();
        var bodies = new List<string>();
        var ends = new List<ITypeSymbol?>();
        var outputs = new List<List<OutputProperty<ITypeSymbol>>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (method.IsPartial && !method.HasBody)
            {
                bodies.Add(Body(method));
            }

            switch (method.Kind)
            {
                case StateKind.Start:
                    input = Contract(method, "Input");
                    break;
                case StateKind.LambdaTask when seen.Add(method.Symbol.Name):
                    var result = TaskResult.Of(method);
                    var unwrapped = result is null ? null : TaskResult.Enveloped(result) ?? result;
                    tasks.Add(new TaskSignature(
                        method.Symbol.Name,
                        method.Attribute.String(method.Attribute.Named("StateName")) ?? method.Symbol.Name,
                        method.Attribute.String(method.Attribute.Positional(0, "function")) ?? "",
                        Contract(method, method.Symbol.Name + "Input"),
                        unwrapped is null ? null : Text(unwrapped)));
                    if (IsEnd(method))
                    {
                        AddEnd(result, ends, outputs);
                    }

                    break;
                case StateKind.ServiceTask or StateKind.RawTask when IsEnd(method):
                    AddEnd(TaskResult.Of(method), ends, outputs);
                    break;
                case StateKind.Pass when method.HasBody && IsEnd(method):
                    AddEnd(method.Symbol.ReturnType, ends, outputs);
                    break;
                case StateKind.Succeed:
                    AddSucceed(method, ends, outputs);
                    break;
            }
        }

        var output = Output(ends, outputs);
        return new SignatureModel(
            HintNames.Of(type),
            type.ContainingNamespace is { IsGlobalNamespace: false } space ? NamespaceText(space) : null,
            new EquatableArray<string>(containers),
            Keyword(declaration),
            type.Name,
            attribute.String(attribute.Positional(0, "name")) ?? type.Name,
            isPublic ? "public" : "internal",
            input,
            output,
            new EquatableArray<TaskSignature>(tasks),
            new EquatableArray<string>(bodies),
            naming,
            ScheduleGroup());
    }

    /// <summary>The group of <c>[DynamicSchedules]</c>, on whichever part of the class it stands.</summary>
    private string? ScheduleGroup()
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { AttributeLists.Count: > 0 } part
                && known.Find(part, "DynamicSchedules") is { } use)
            {
                return use.String(use.Positional(0, "group"));
            }
        }

        return null;
    }

    /// <summary>The input or a payload: the <c>[Payload]</c> parameter's type, or a record of all parameters.</summary>
    private ContractSignature Contract(StateMethod method, string recordName)
    {
        var parameters = Parameters(method);
        if (parameters.Length == 1 && method.IsPayload(parameters[0]))
        {
            return new ContractSignature(Text(parameters[0].Type), default);
        }

        var properties = new List<PropertySignature>(parameters.Length);
        foreach (var parameter in parameters)
        {
            var isToken = parameter.Type.Name == "TaskToken" && TypeReader.IsStepwise(parameter.Type);
            var text = isToken ? "string" : Text(parameter.Type);
            properties.Add(new PropertySignature(text, UniqueName(parameter.Name, recordName, properties), WireNames.Apply(naming, parameter.Name), text.EndsWith("?", StringComparison.Ordinal)));
        }

        return new ContractSignature(null, new EquatableArray<PropertySignature>(properties));
    }

    /// <summary>A property name that the record can have. Where the author's name is not one, the analyzer says so; the code compiles all the same.</summary>
    private static string UniqueName(string parameterName, string recordName, List<PropertySignature> known)
    {
        var name = GeneratedRecord.PropertyName(parameterName);
        while (ReservedNames.IsProperty(name, recordName) || IsTaken(name, known))
        {
            name += "_";
        }

        return name;
    }

    private static bool IsTaken(string name, List<PropertySignature> known)
    {
        foreach (var property in known)
        {
            if (property.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEnd(StateMethod method) => method.Attribute.Bool(method.Attribute.Named("End"));

    private static void AddEnd(ITypeSymbol? result, List<ITypeSymbol?> ends, List<List<OutputProperty<ITypeSymbol>>> outputs)
    {
        ends.Add(result);
        outputs.Add([]);
    }

    private void AddSucceed(StateMethod method, List<ITypeSymbol?> ends, List<List<OutputProperty<ITypeSymbol>>> outputs)
    {
        var properties = new List<OutputProperty<ITypeSymbol>>();
        ITypeSymbol? end = null;
        if (method.HasBody)
        {
            if (OutputContract.PlainMembers(method, naming, cancellationToken) is { } members)
            {
                properties = members;
            }
            else if (OutputContract.BodyType(method, cancellationToken) is { } body)
            {
                if (body.IsAnonymousType)
                {
                    AddProperties(body, properties);
                }
                else if (body.SpecialType is not SpecialType.System_Object && body is not IErrorTypeSymbol)
                {
                    end = body;
                }
            }
        }
        else
        {
            foreach (var parameter in Parameters(method))
            {
                properties.Add(new OutputProperty<ITypeSymbol>(parameter.Name, WireNames.Apply(naming, parameter.Name), parameter.Type));
            }
        }

        ends.Add(end);
        outputs.Add(properties);
    }

    private void AddProperties(ITypeSymbol type, List<OutputProperty<ITypeSymbol>> properties)
    {
        foreach (var property in types.Properties(type))
        {
            properties.Add(new OutputProperty<ITypeSymbol>(property.Symbol.Name, property.WireName, property.Symbol.Type));
        }
    }

    /// <summary>One existing type that all ends have is the output; else the properties of all are merged into one record.</summary>
    private ContractSignature Output(List<ITypeSymbol?> ends, List<List<OutputProperty<ITypeSymbol>>> outputs)
    {
        ITypeSymbol? only = null;
        var isOnly = ends.Count > 0;
        foreach (var end in ends)
        {
            isOnly &= end is not null && (only is null || SymbolEqualityComparer.Default.Equals(only, end));
            only ??= end;
        }

        if (isOnly)
        {
            return new ContractSignature(Text(only!), default);
        }

        for (var i = 0; i < ends.Count; i++)
        {
            if (ends[i] is { } end)
            {
                if (types.Read(end).Kind is not WireKind.Object)
                {
                    return new ContractSignature("global::System.Text.Json.JsonElement", default);
                }

                AddProperties(end, outputs[i]);
            }
        }

        var properties = new List<PropertySignature>();
        foreach (var property in OutputMerge.Of(outputs, static (left, right) => SymbolEqualityComparer.Default.Equals(left, right)))
        {
            var text = Text(property.Type);
            var isNullable = text.EndsWith("?", StringComparison.Ordinal);
            if (!property.IsAlwaysSet && !isNullable)
            {
                text += "?";
                isNullable = true;
            }

            properties.Add(new PropertySignature(text, UniqueName(property.Name, "Output", properties), property.WireName, isNullable));
        }

        return new ContractSignature(null, new EquatableArray<PropertySignature>(properties));
    }

    /// <summary>The implementing part of a partial method.</summary>
    private string Body(StateMethod method)
    {
        buffer.Clear();
        foreach (var modifier in method.Syntax.Modifiers)
        {
            if (!modifier.IsKind(SyntaxKind.PartialKeyword))
            {
                buffer.Append(modifier.Text).Append(' ');
            }
        }

        buffer.Append("partial ");
        if (method.Syntax.ReturnType is PredefinedTypeSyntax { Keyword: var keyword } && keyword.IsKind(SyntaxKind.VoidKeyword))
        {
            buffer.Append("void");
        }
        else
        {
            CSharpText.Append(buffer, method.Symbol.ReturnType);
        }

        buffer.Append(' ').Append(CSharpText.Identifier(method.Symbol.Name));
        if (method.Syntax.TypeParameterList is { } typeParameters)
        {
            buffer.Append(typeParameters.ToString());
        }

        buffer.Append('(');
        var parameters = Parameters(method);
        for (var i = 0; i < parameters.Length; i++)
        {
            if (i > 0)
            {
                buffer.Append(", ");
            }

            buffer.Append(parameters[i].IsParams ? "params " : parameters[i].RefKind switch
            {
                RefKind.Ref => "ref ",
                RefKind.Out => "out ",
                RefKind.In => "in ",
                _ => "",
            });
            CSharpText.Append(buffer, parameters[i].Type);
            buffer.Append(' ').Append(CSharpText.Identifier(parameters[i].Name));
        }

        return buffer.Append(')').ToString();
    }

    /// <summary>The parameters. A method without any is not asked, because it would bind its return type, too: half of all states are markers.</summary>
    private static ImmutableArray<IParameterSymbol> Parameters(StateMethod method) =>
        method.Syntax.ParameterList.Parameters.Count == 0 ? ImmutableArray<IParameterSymbol>.Empty : method.Symbol.Parameters;

    private string Text(ITypeSymbol type)
    {
        isPublic &= IsPublic(type);
        buffer.Clear();
        CSharpText.Append(buffer, type);
        return buffer.ToString();
    }

    private static bool IsPublic(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return IsPublic(array.ElementType);
        }

        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility is not (Accessibility.Public or Accessibility.NotApplicable))
            {
                return false;
            }
        }

        if (type is INamedTypeSymbol named)
        {
            foreach (var argument in named.TypeArguments)
            {
                if (!IsPublic(argument))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static string NamespaceText(INamespaceSymbol symbol) => symbol.ContainingNamespace is { IsGlobalNamespace: false } outer
        ? NamespaceText(outer) + "." + CSharpText.Identifier(symbol.Name)
        : CSharpText.Identifier(symbol.Name);

    private static string Keyword(TypeDeclarationSyntax declaration) => declaration switch
    {
        RecordDeclarationSyntax record => record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword) ? "record struct" : "record",
        StructDeclarationSyntax => "struct",
        InterfaceDeclarationSyntax => "interface",
        _ => "class",
    };
}

using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stepwise.Generator.Kinds;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Compiler;

/// <summary>Reads the declarations of a workflow class. It runs for every workflow at every keystroke, so that it reads arguments from syntax and does not bind bodies,
/// except for the type that a Succeed state returns. It checks nothing: the analyzer does.</summary>
internal sealed class SignatureReader
{
    private readonly INamedTypeSymbol _type;
    private readonly CancellationToken _cancellationToken;
    private readonly Naming _naming;
    private readonly StepwiseAttributes _known;
    private readonly SignatureContext _context;
    private readonly StringBuilder _buffer = new(256);

    private SignatureReader(INamedTypeSymbol type, Naming naming, StepwiseAttributes known, CancellationToken cancellationToken)
    {
        _type = type;
        _naming = naming;
        _known = known;
        _cancellationToken = cancellationToken;
        _context = new SignatureContext(naming, cancellationToken);
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

        var known = workflow.Attributes(compilation, cancellationToken);
        var attribute = workflow.Attribute(known, cancellationToken);
        return new SignatureReader(workflow.Type, AttributeValues.Naming(attribute), known, cancellationToken).Read(declaration, attribute, containers);
    }

    private SignatureModel Read(TypeDeclarationSyntax declaration, AttributeUse attribute, List<string> containers)
    {
        var methods = StateMethods.Of(_type, _known, _cancellationToken);
        var input = new ContractSignature(null, default);
        var tasks = new List<TaskSignature>();
        var bodies = new List<string>();
        var ends = new List<EndSignature>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (method.IsPartial && !method.HasBody)
            {
                bodies.Add(Body(method));
            }

            if (method.Reader is not StateReader reader)
            {
                input = StartReader.Sign(method, _context);
                continue;
            }

            var (task, end) = reader.Sign(method, _context);
            if (task is not null)
            {
                // While the source is being typed, two tasks can have one name. The record and the method can be generated only once.
                if (!seen.Add(task.Name))
                {
                    continue;
                }

                tasks.Add(task);
            }

            if (end is not null)
            {
                ends.Add(end);
            }
        }

        var output = Output(ends);
        return new SignatureModel(
            HintNames.Of(_type),
            _type.ContainingNamespace is { IsGlobalNamespace: false } space ? NamespaceText(space) : null,
            new EquatableArray<string>(containers),
            Keyword(declaration),
            _type.Name,
            MachineName.Of(attribute) ?? _type.Name,
            _context.IsPublic ? "public" : "internal",
            input,
            output,
            new EquatableArray<TaskSignature>(tasks),
            new EquatableArray<string>(bodies),
            _naming,
            ScheduleGroup());
    }

    /// <summary>The group of <c>[DynamicSchedules]</c>, which can be on any part of the class.</summary>
    private string? ScheduleGroup()
    {
        foreach (var reference in _type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(_cancellationToken) is TypeDeclarationSyntax { AttributeLists.Count: > 0 } part
                && _known.Find(part, "DynamicSchedules") is { } use)
            {
                return use.String(use.Positional(0, "group"));
            }
        }

        return null;
    }

    /// <summary>The type of two outputs, which may be null if one of them may; null where they are not one type.</summary>
    private static ITypeSymbol? Join(ITypeSymbol left, ITypeSymbol right) =>
        !SymbolEqualityComparer.Default.Equals(left, right) ? null : left.NullableAnnotation is NullableAnnotation.Annotated ? left : right;

    /// <summary>If all ends have the same existing type, that type is the output. Otherwise the properties of all ends are merged into one record.</summary>
    private ContractSignature Output(List<EndSignature> ends)
    {
        ITypeSymbol? only = null;
        var isOnly = ends.Count > 0;
        foreach (var end in ends)
        {
            isOnly &= end.Type is not null && (only is null || SymbolEqualityComparer.Default.Equals(only, end.Type));
            only = only is null || end.Type is null ? only ?? end.Type : Join(only, end.Type) ?? only;
        }

        if (isOnly)
        {
            return new ContractSignature(_context.Text(only!), default);
        }

        var outputs = new List<List<OutputProperty<ITypeSymbol>>>(ends.Count);
        foreach (var end in ends)
        {
            if (end.Type is { } whole && _context.Types.Read(whole).Kind is not WireKind.Object)
            {
                return new ContractSignature("global::System.Text.Json.JsonElement", default);
            }

            outputs.Add(end.Type is null ? end.Properties : _context.PropertiesOf(end.Type));
        }

        var properties = new List<PropertySignature>();
        foreach (var property in OutputMerge.Of(outputs, Join))
        {
            var text = _context.Text(property.Type);
            var isNullable = text.EndsWith("?", StringComparison.Ordinal);
            if (!isNullable && (!property.IsAlwaysSet || property.Type is { IsValueType: false, NullableAnnotation: not NullableAnnotation.NotAnnotated }))
            {
                text += "?";
                isNullable = true;
            }

            properties.Add(new PropertySignature(text, SignatureContext.UniqueName(property.Name, "Output", properties), property.WireName, isNullable, property.Form));
        }

        return new ContractSignature(null, new EquatableArray<PropertySignature>(properties));
    }

    /// <summary>The implementing part of a partial method.</summary>
    private string Body(StateMethod method)
    {
        _buffer.Clear();
        foreach (var modifier in method.Syntax.Modifiers)
        {
            if (!modifier.IsKind(SyntaxKind.PartialKeyword))
            {
                _buffer.Append(modifier.Text).Append(' ');
            }
        }

        _buffer.Append("partial ");
        if (method.Syntax.ReturnType is PredefinedTypeSyntax { Keyword: var keyword } && keyword.IsKind(SyntaxKind.VoidKeyword))
        {
            _buffer.Append("void");
        }
        else
        {
            CSharpText.Append(_buffer, method.Symbol.ReturnType);
        }

        _buffer.Append(' ').Append(CSharpText.Identifier(method.Symbol.Name));
        if (method.Syntax.TypeParameterList is { } typeParameters)
        {
            _buffer.Append(typeParameters.ToString());
        }

        _buffer.Append('(');
        var parameters = SignatureContext.Parameters(method);
        for (var i = 0; i < parameters.Length; i++)
        {
            if (i > 0)
            {
                _buffer.Append(", ");
            }

            _buffer.Append(parameters[i].IsParams ? "params " : parameters[i].RefKind switch
            {
                RefKind.Ref => "ref ",
                RefKind.Out => "out ",
                RefKind.In => "in ",
                _ => "",
            });
            CSharpText.Append(_buffer, parameters[i].Type);
            _buffer.Append(' ').Append(CSharpText.Identifier(parameters[i].Name));
        }

        return _buffer.Append(')').ToString();
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

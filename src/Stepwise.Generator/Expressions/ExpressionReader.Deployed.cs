using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;
using Stepwise.Json;
using Stepwise.StatesLanguage.Vocabulary;

namespace Stepwise.Generator.Expressions;

/// <content>Deployed resources, and texts that look like their substitutions.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>Reads a call of <c>Deployed</c> or of <c>Asl.Literal</c>; null for anything else.</summary>
    private Expression? ReadTextOfDeployment(IOperation operation) =>
        Unwrap(operation) is IInvocationOperation { TargetMethod: { ContainingType: { } type } method } call && StepwiseSymbols.Contains(type)
            ? (type.Name, method.Name) switch
            {
                ("Deployed", _) => ReadDeployed(call),
                ("Asl", "Literal") => ReadLiteral(call),
                _ => null,
            }
            : null;

    private Expression ReadDeployed(IInvocationOperation call)
    {
        if (ResourceKind.OfMethod(call.TargetMethod.Name) is not { } kind || call.Arguments is not [{ Value: var argument }])
        {
            return Invalid(call);
        }

        if (argument.ConstantValue is not { HasValue: true, Value: string name })
        {
            return RefuseComputed(argument, "a resource whose name is computed", "write the name as a constant");
        }

        if (kind == ResourceKind.Value)
        {
            return name.Length > 0 && name.All(Ascii.IsLetterOrDigit)
                ? new SubstitutionExpression(name, kind, name, Anchor(call))
                : Refuse(argument, "the value's name '" + name + "'", "use letters and digits, as in 'SubnetId'");
        }

        if (name.StartsWith("arn:", StringComparison.Ordinal))
        {
            return Refuse(argument, "an ARN as the name of a resource", "write the resource's name" + (kind.IsUrl || kind.IsName ? "" : ", or the ARN as a text without Deployed"));
        }

        var key = WireNames.Pascal(name);
        return key.Length == 0
            ? Refuse(argument, "the resource name '" + name + "'", "use a name with letters or digits")
            : new SubstitutionExpression(key + kind.Ending, kind, name, Anchor(call));
    }

    /// <summary>Reads the text of <c>Asl.Literal</c>, which may look like a substitution.</summary>
    private Expression ReadLiteral(IInvocationOperation call)
    {
        var argument = call.Arguments[0].Value;
        return argument.ConstantValue is { HasValue: true, Value: string text }
            ? HasHalfPair(text) ? RefuseHalfPair(argument) : new ConstantExpression(new JsonString(text), WireType.String, Anchor(call))
            : RefuseComputed(argument, "a literal text that is computed", "write a constant");
    }

    /// <summary>Refuses an argument that must be a constant. If it does not compile, the compiler has reported it.</summary>
    private InvalidExpression RefuseComputed(IOperation argument, string what, string instead) =>
        argument is IInvalidOperation || argument.Type is IErrorTypeSymbol ? Invalid(argument) : Refuse(argument, what, instead);

    /// <summary>Refuses a key that looks like a substitution; null for any other key.</summary>
    private InvalidExpression? RefuseSubstitutionAsKey(IOperation key) =>
        Unwrap(key) is { ConstantValue: { HasValue: true, Value: string text } } constant && LooseSubstitution.Find(text) is { } found ? RefuseSubstitution(constant, found) : null;

    /// <summary>Reports a text of the author that looks like a substitution. The deployment would not replace it.</summary>
    private InvalidExpression RefuseSubstitution(IOperation text, LooseSubstitution found)
    {
        var isWhole = text.ConstantValue is { HasValue: true, Value: string whole } && whole == found.Text;
        var member = isWhole ? MemberOf(text) : null;
        var isPattern = IsConstantByRule(text);
        var (call, literal) = isPattern
            ? ("a comparison with '== " + (isWhole ? found.Call(null) : "$\"...{" + found.Call(null) + "}...\"") + "', because a pattern and a case take only a constant", "a comparison with Asl.Literal")
            : (found.Call(member), "Asl.Literal around the text");
        context.Report(new DiagnosticInfo(DiagnosticIds.LooseSubstitution, Anchor(text), found.Text, call, literal)
        {
            Part = new TextPart(found.Start, found.Text.Length),
            Properties = isPattern ? new EquatableArray<DiagnosticProperty>(new DiagnosticProperty("Pattern", "true"))
                : member is null ? default
                : new EquatableArray<DiagnosticProperty>(new DiagnosticProperty("Member", member)),
        });
        return Invalid(text);
    }

    /// <summary>Whether a text is in a pattern or a <c>case</c>, where C# takes a constant and no call.</summary>
    private static bool IsConstantByRule(IOperation text)
    {
        for (var around = text.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IPatternOperation or ISingleValueCaseClauseOperation:
                    return true;
                case not (IConversionOperation or IParenthesizedOperation or IBinaryOperation):
                    return false;
            }
        }

        return false;
    }

    /// <summary>The member that a text is the whole value of: <c>TableName</c> in <c>new { TableName = "${OrdersTableName}" }</c>; null if there is none.</summary>
    private static string? MemberOf(IOperation text)
    {
        var value = text;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment when assignment.Value == value => property.Property.Name,
            IArgumentOperation { Parameter: { } parameter, Parent: IObjectCreationOperation } => parameter.Name,
            _ => null,
        };
    }
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Diagnostics;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <summary>Reads the operations of one body. This part: what there is to read, values, members, conversions, choices between values.</summary>
internal sealed partial class ExpressionReader(
    ReadingContext context, SemanticModel model, IReadOnlyDictionary<string, Expression> parameters, BodyKind kind)
{
    /// <summary>Deeper than anything that a person writes, and shallow enough for the stack of any host.</summary>
    private const int DepthLimit = 200;

    private readonly Dictionary<ISymbol, Expression> _locals = new(SymbolEqualityComparer.Default);
    private readonly Stack<Expression> _conditionalReceivers = new();
    private int _depth;

    public CancellationToken CancellationToken => context.CancellationToken;

    /// <summary>A piece of C# on one line, short enough for a message.</summary>
    public static string Shorten(SyntaxNode syntax)
    {
        const int Limit = 60;
        var words = syntax.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(" ", words);
        return text.Length <= Limit ? text : text.Substring(0, Limit - 3) + "...";
    }

    public InvalidExpression Refuse(IOperation operation, string what, string instead) => Refuse(operation.Syntax.GetLocation(), what, instead);

    public InvalidExpression Refuse(Location location, string what, string instead)
    {
        var anchor = context.Anchor(location);
        context.Report(DiagnosticIds.UnsupportedExpression, anchor, what, instead);
        return new InvalidExpression(anchor);
    }

    /// <summary>Reads the local variables of a body. They are what they are initialised with.</summary>
    public void ReadLocals(IVariableDeclarationGroupOperation group)
    {
        foreach (var declaration in group.Declarations)
        {
            foreach (var declarator in declaration.Declarators)
            {
                if (declarator.GetVariableInitializer()?.Value is { } value)
                {
                    _locals[declarator.Symbol] = Read(value);
                }
            }
        }
    }

    public Expression Read(IOperation operation)
    {
        if (_depth == DepthLimit)
        {
            return Refuse(operation, "an expression that is nested this deeply", "split it over several states");
        }

        _depth++;
        var result = ReadCore(operation);
        _depth--;
        return result;
    }

    private Expression ReadCore(IOperation operation)
    {
        if (operation.Type is { } resultType && (resultType is IErrorTypeSymbol || operation is IInvalidOperation))
        {
            return TypeReader.IsGenerated(resultType) ? RefuseGenerated(operation, resultType) : Invalid(operation);
        }

        if (operation is { ConstantValue.HasValue: true, Type: { } constantType } and not IInterpolatedStringOperation { Parts.Length: 0 })
        {
            return ReadConstant(operation, operation.ConstantValue.Value, constantType);
        }

        switch (operation)
        {
            case IInvalidOperation: return Invalid(operation);
            case { ConstantValue: { HasValue: true, Value: null } }: return ExpressionSimplifier.Null(WireType.Unknown, Anchor(operation));
            case IParenthesizedOperation parenthesized: return Read(parenthesized.Operand);
            case IParameterReferenceOperation parameter: return ReadParameter(parameter);
            case ILocalReferenceOperation local: return ReadLocal(local);
            case IFieldReferenceOperation field: return ReadField(field);
            case IPropertyReferenceOperation property: return ReadProperty(property);
            case IArrayElementReferenceOperation { Indices: [var index] } element: return ReadElement(element, element.ArrayReference, index);
            case IImplicitIndexerReferenceOperation indexer: return ReadElement(indexer, indexer.Instance, indexer.Argument);
            case IConversionOperation conversion: return ReadConversion(conversion);
            case IConditionalAccessOperation access: return ReadConditionalAccess(access);
            case IConditionalAccessInstanceOperation when _conditionalReceivers.Count > 0: return _conditionalReceivers.Peek();
            case IConditionalOperation { WhenFalse: not null } conditional: return ReadConditional(conditional);
            case ICoalesceOperation coalesce: return ReadCoalesce(coalesce);
            case ISwitchExpressionOperation @switch: return ReadSwitch(@switch);
            case IIsPatternOperation pattern: return Match(pattern.Pattern, ReadSubject(pattern.Value));
            case IIsTypeOperation type: return ReadTypeTest(type);
            case IUnaryOperation unary: return ReadUnary(unary);
            case IBinaryOperation binary: return ReadBinary(binary);
            case IInterpolatedStringOperation text: return ReadInterpolation(text);
            case IInvocationOperation invocation: return ReadInvocation(invocation);
            case IObjectCreationOperation creation: return ReadObject(creation);
            case IAnonymousObjectCreationOperation creation: return ReadAnonymousObject(creation);
            case IArrayCreationOperation array: return ReadArray(array);
            case ICollectionExpressionOperation collection: return ReadCollection(collection);
            case IDefaultValueOperation { Type: { } type }: return ReadDefault(operation, type);
            case ITupleOperation: return Refuse(operation, "a tuple as a value", "make it a record or an anonymous object");
            case IThrowOperation: return Refuse(operation, "'throw'", "decide in a [Choice] and go to a [Fail] state");
            case IWithOperation with: return Refuse(WithKeyword(with), "'with'", "write 'new' and name every property");
            case IAwaitOperation: return Refuse(operation, "'await'", "call the function in a [LambdaTask]");
            case IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation:
                return Refuse(operation, "a delegate", "compute with members and operators");
            case ITranslatedQueryOperation: return Refuse(operation, "a query", "write it with Asl.Jsonata in a JSONata state");
            default:
                return Refuse(operation, "'" + Shorten(operation.Syntax) + "'", "compute with members, operators, patterns and 'new'");
        }
    }

    private InvalidExpression Invalid(IOperation operation) => new(context.Anchor(operation.Syntax));

    private int Anchor(IOperation operation) => context.Anchor(operation.Syntax);

    private Expression ReadParameter(IParameterReferenceOperation reference)
    {
        if (!parameters.TryGetValue(reference.Parameter.Name, out var value))
        {
            return Invalid(reference);
        }

        return value is ContextExpression { Path: "" } && reference.Parent is not IPropertyReferenceOperation
            ? Refuse(reference, "the whole context as a value", "read a property of it, as in '" + reference.Parameter.Name + ".ExecutionId'")
            : Narrow(At(value, reference), reference);
    }

    private Expression ReadLocal(ILocalReferenceOperation reference) =>
        _locals.TryGetValue(reference.Local, out var value)
            ? Narrow(At(value, reference), reference)
            : Refuse(reference, "the variable '" + reference.Local.Name + "'", "declare it in the body with its value");

    private Expression At(Expression expression, IOperation operation) =>
        expression is InvalidExpression ? expression : expression with { Anchor = Anchor(operation) };

    /// <summary>Takes from C#'s own flow analysis what is not null here.</summary>
    private Expression Narrow(Expression expression, IOperation operation) =>
        expression.MayBeNull() && expression is not InvalidExpression && IsKnownNotNull(operation) ? expression.AsNotNull() : expression;

    private bool IsKnownNotNull(IOperation operation)
    {
        SyntaxNode? syntax = operation.Syntax;
        if (syntax is not ExpressionSyntax expression)
        {
            return false;
        }

        if (model.GetTypeInfo(expression, CancellationToken).Nullability.FlowState is NullableFlowState.NotNull)
        {
            return true;
        }

        while (syntax.Parent is ParenthesizedExpressionSyntax or MemberBindingExpressionSyntax)
        {
            syntax = syntax.Parent;
        }

        return syntax.Parent is PostfixUnaryExpressionSyntax postfix && postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression);
    }

    /// <summary>Whether C# warns that what is dereferenced here may be null. Where nullable analysis is off, the author answers for it.</summary>
    private bool MayBeNullHere(Expression target, IOperation operation) =>
        target.MayBeNull()
        && !(operation.Syntax is ExpressionSyntax syntax && model.GetTypeInfo(syntax, CancellationToken).Nullability.FlowState is NullableFlowState.None);

    private Expression ReadField(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        switch (field.ContainingType?.ToDisplayString(), field.Name)
        {
            case ("string", "Empty"): return new ConstantExpression(new JsonString(""), WireType.String, Anchor(reference));
            case ("System.Guid", "Empty"):
                return new ConstantExpression(new JsonString(Guid.Empty.ToString("D")), context.Types.Read(field.Type), Anchor(reference));
            case ("System.DateTimeOffset", "UnixEpoch"): return Instant(reference, DateTimeOffset.FromUnixTimeSeconds(0));
        }

        return field.ContainingType?.IsTupleType is true
            ? Refuse(reference, "an element of a tuple", "match the tuple with a positional pattern, or make it a record")
            : Refuse(
                NameOf(reference), "the field '" + field.Name + "'", field.IsStatic ? "make it a const" : "make it a property, which is in the JSON");
    }

    private Expression ReadProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (reference.Instance is null)
        {
            return Refuse(NameOf(reference), "the property '" + property.ContainingType.Name + "." + property.Name + "'", InsteadOfStatic(property));
        }

        if (property.IsIndexer)
        {
            return reference.Arguments is [{ Value: var index }]
                ? ReadElement(reference, reference.Instance, index)
                : Refuse(reference, "'" + Shorten(reference.Syntax) + "'", "read a property");
        }

        return ReadMember(Read(reference.Instance), reference, reference.Instance);
    }

    private static string InsteadOfStatic(IPropertySymbol property) => property.ContainingType.Name switch
    {
        "DateTimeOffset" or "DateTime" => "take a WorkflowContext and read its StateEnteredTime or ExecutionStartTime",
        _ => "make it a const",
    };

    /// <summary>A property of a value that has been read.</summary>
    private Expression ReadMember(Expression target, IPropertyReferenceOperation reference, IOperation? instance)
    {
        if (target is InvalidExpression)
        {
            return target;
        }

        var property = reference.Property;
        if (property.ContainingType.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T)
        {
            if (property.Name == "HasValue")
            {
                return ExpressionSimplifier.Not(ExpressionSimplifier.IsNull(target, Anchor(reference)), Anchor(reference));
            }

            return instance is not null && MayBeNullHere(target, instance) ? RefuseNull(reference, instance) : target.AsNotNull();
        }

        if (instance is not null && MayBeNullHere(target, instance))
        {
            return RefuseNull(reference, instance);
        }

        if (instance is not null)
        {
            target = target.AsNotNull();
        }

        if (TypeReader.IsGenerated(property.ContainingType))
        {
            return RefuseGenerated(reference, property.ContainingType);
        }

        switch (target.Type.Kind)
        {
            case WireKind.Context:
                return ContextMember(target, reference);
            case WireKind.Array when property.Name is "Count" or "Length":
                return new CountExpression(target.AsNotNull(), Anchor(reference));
            case WireKind.String when property.Name is "Length":
                return Refuse(
                    NameOf(reference), "the length of a string", "compare it with 0, as in 'x.Length > 0', or write Asl.Jsonata<int>(\"$length($arg0)\", x)");
            case WireKind.Object:
                break;
            case WireKind.Opaque:
                return RefuseOpaque(NameOf(reference), target.Type, "'" + Shorten(reference.Syntax) + "' cannot be read");
            default:
                return Refuse(
                    NameOf(reference),
                    "the property '" + property.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "." + property.Name + "'",
                    "let a function compute it and return it as a property of its own");
        }

        foreach (var wire in context.Types.Properties(property.ContainingType))
        {
            if (SymbolEqualityComparer.Default.Equals(wire.Symbol, property))
            {
                var type = target.MayBeNull() ? wire.Type.AsNullable() : wire.Type;
                var member = new MemberExpression(
                    target, wire.WireName, TypeReader.IsAlwaysPresent(property), type, context.Anchor(NameOf(reference)), property.Name);
                return instance is null ? member : Narrow(member, reference);
            }
        }

        return Refuse(NameOf(reference), "the property '" + property.Name + "'", "it is not in the JSON: make it public, without [JsonIgnore]");
    }

    private InvalidExpression RefuseNull(IOperation reference, IOperation instance)
    {
        var text = Shorten(instance.Syntax);
        return Refuse(
            NameOf(reference), "'" + Shorten(reference.Syntax) + "' where '" + text + "' may be null", "test '" + text + "' first, or use '?.' or '??'");
    }

    private InvalidExpression RefuseOpaque(Location location, WireType type, string consequence)
    {
        var anchor = context.Anchor(location);
        context.Report(DiagnosticIds.UnknownWireForm, anchor, TypeText.Of(type.AsNotNullable()), consequence);
        return new InvalidExpression(anchor);
    }

    private InvalidExpression RefuseGenerated(IOperation operation, ITypeSymbol type)
    {
        var anchor = context.Anchor(NameOf(operation));
        context.Report(DiagnosticIds.GeneratedTypeInBody, anchor, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return new InvalidExpression(anchor);
    }

    private Expression ContextMember(Expression target, IPropertyReferenceOperation reference)
    {
        var path = reference.Property.Name switch
        {
            "ExecutionId" => "Execution.Id",
            "ExecutionName" => "Execution.Name",
            "ExecutionStartTime" => "Execution.StartTime",
            "ExecutionRoleArn" => "Execution.RoleArn",
            "StateMachineId" => "StateMachine.Id",
            "StateMachineName" => "StateMachine.Name",
            "StateName" => "State.Name",
            "StateEnteredTime" => "State.EnteredTime",
            "RetryCount" => "State.RetryCount",
            _ => null,
        };
        return path is null || target is not ContextExpression
            ? Refuse(NameOf(reference), "'" + reference.Property.Name + "'", "read a property of WorkflowContext")
            : new ContextExpression(path, context.Types.Read(reference.Property.Type), context.Anchor(NameOf(reference)));
    }

    private Expression ReadElement(IOperation operation, IOperation instance, IOperation index)
    {
        var target = Read(instance);
        if (target is InvalidExpression)
        {
            return target;
        }

        if (MayBeNullHere(target, instance))
        {
            return RefuseNull(operation, instance);
        }

        target = target.AsNotNull();
        var element = target.Type.Element ?? WireType.Unknown;
        if (index is IConversionOperation { ConstantValue.HasValue: false, Operand: var inner } && inner.ConstantValue.HasValue)
        {
            index = inner;
        }

        switch (target.Type.Kind)
        {
            case WireKind.Array when index.ConstantValue is { HasValue: true, Value: int position } && position >= 0:
                return Narrow(new ElementExpression(target, position, element, Anchor(operation)), operation);
            case WireKind.Array when index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int fromEnd } }
                && fromEnd > 0:
                return Narrow(new ElementExpression(target, -fromEnd, element, Anchor(operation)), operation);
            case WireKind.Dictionary when index.ConstantValue is { HasValue: true, Value: string key }:
                return Narrow(new MemberExpression(target, key, IsAlwaysPresent: false, element, Anchor(operation)), operation);
            case WireKind.Array or WireKind.Dictionary:
                return Refuse(index, "an index that is not a constant", "index by a constant, as in 'items[0]' or 'items[^1]'");
            default:
                return Refuse(operation, "'" + Shorten(operation.Syntax) + "'", "index an array, a list or a dictionary with string keys");
        }
    }

    private Expression ReadConversion(IConversionOperation conversion)
    {
        if (conversion is { Operand.ConstantValue: { HasValue: true, Value: null }, Type: { } nullType })
        {
            return ExpressionSimplifier.Null(context.Types.Read(nullType), Anchor(conversion));
        }

        if (conversion.Operand.Type is null && conversion.Operand is not (ICollectionExpressionOperation or IConditionalOperation or ISwitchExpressionOperation))
        {
            return Read(conversion.Operand);
        }

        if (conversion.OperatorMethod is { } method)
        {
            var from = method.Parameters.Length == 1 ? method.Parameters[0].Type : null;
            if (from is { Name: "TaskToken" } && StepwiseSymbols.Contains(from) && conversion.Type?.SpecialType is SpecialType.System_String)
            {
                return Read(conversion.Operand);
            }

            if (from?.SpecialType is SpecialType.System_String && IsAmazonConstant(conversion.Type))
            {
                return Read(conversion.Operand);
            }

            return Refuse(conversion, "the conversion to '" + Minimal(conversion.Type) + "'", "use a value of that type");
        }

        var kindOfConversion = conversion.GetConversion();
        var operand = Read(conversion.Operand);
        if (operand is InvalidExpression || kindOfConversion.IsIdentity)
        {
            return operand;
        }

        if (kindOfConversion.IsNullable && conversion.Operand.Type is { } nullable && IsNullableValue(nullable) && !IsNullableValue(conversion.Type))
        {
            return MayBeNullHere(operand, conversion.Operand) ? RefuseNull(conversion, conversion.Operand) : operand.AsNotNull();
        }

        var source = Underlying(conversion.Operand.Type);
        var target = Underlying(conversion.Type);
        if (kindOfConversion.IsEnumeration || source?.TypeKind is TypeKind.Enum != target?.TypeKind is TypeKind.Enum && target is { SpecialType: not SpecialType.System_Object })
        {
            return operand.Type.IsTextEnum || (target?.TypeKind is TypeKind.Enum && context.Types.Read(target).IsTextEnum)
                ? Refuse(conversion, "a number for '" + Minimal(source?.TypeKind is TypeKind.Enum ? source : target) + "'", "the enum is a name in JSON: compare it with a member of the enum")
                : operand;
        }

        if (kindOfConversion.IsExplicit)
        {
            return kindOfConversion.IsNumeric || kindOfConversion.IsNullable
                ? Refuse(conversion, "the cast '" + Shorten(conversion.Syntax) + "'", "keep the number's type, or let a function convert it")
                : Refuse(conversion, "the cast '" + Shorten(conversion.Syntax) + "'", "match the type with a pattern");
        }

        if (source?.SpecialType is SpecialType.System_Single && target?.SpecialType is SpecialType.System_Double)
        {
            WarnInexact(conversion, "float");
        }

        return source?.SpecialType is SpecialType.System_Char && target?.SpecialType is not (SpecialType.System_Char or SpecialType.System_Object)
            ? Refuse(conversion, "the number of a character", "compare it with a character")
            : operand;
    }

    private Expression ReadConditionalAccess(IConditionalAccessOperation access)
    {
        var receiver = Read(access.Operation);
        if (receiver is InvalidExpression)
        {
            return receiver;
        }

        _conditionalReceivers.Push(receiver.AsNotNull());
        var result = Read(access.WhenNotNull);
        _conditionalReceivers.Pop();
        if (result is InvalidExpression || !receiver.MayBeNull())
        {
            return result;
        }

        return result.IsPath() && receiver.IsPath()
            ? Narrow(Rebase(result, receiver), access)
            : ExpressionSimplifier.Conditional(
                ExpressionSimplifier.IsNull(receiver, receiver.Anchor), ExpressionSimplifier.Null(result.Type, Anchor(access)), result, result.Type.AsNullable(), Anchor(access));
    }

    /// <summary>Puts back that the receiver may be null, and with it all that is read from it.</summary>
    private static Expression Rebase(Expression path, Expression receiver)
    {
        if (path == receiver.AsNotNull())
        {
            return receiver;
        }

        return path switch
        {
            MemberExpression member => member with { Target = Rebase(member.Target, receiver), Type = member.Type.AsNullable() },
            ElementExpression element => element with { Target = Rebase(element.Target, receiver), Type = element.Type.AsNullable() },
            _ => path,
        };
    }

    private Expression ReadConditional(IConditionalOperation conditional)
    {
        var condition = Read(conditional.Condition);
        return Choose(conditional, condition, Read(conditional.WhenTrue), Read(conditional.WhenFalse!));
    }

    private Expression Choose(IOperation operation, Expression condition, Expression whenTrue, Expression whenFalse)
    {
        var type = operation.Type is { } symbol && symbol.SpecialType is not SpecialType.System_Object ? context.Types.Read(symbol) : whenTrue.Type;
        type = whenTrue.MayBeNull() || whenFalse.MayBeNull() ? type.AsNullable() : type.AsNotNullable();
        return ExpressionSimplifier.Conditional(condition, whenTrue, whenFalse, type, Anchor(operation));
    }

    private Expression ReadCoalesce(ICoalesceOperation coalesce)
    {
        var left = Read(coalesce.Value);
        var right = Read(coalesce.WhenNull);
        var type = right.MayBeNull() ? left.Type.AsNullable() : left.Type.AsNotNullable();
        return ExpressionSimplifier.Coalesce(left, right, type, Anchor(coalesce));
    }

    private Expression ReadSwitch(ISwitchExpressionOperation @switch)
    {
        var subject = ReadSubject(@switch.Value);
        var arms = new List<(Expression Condition, Expression Value)>();
        var last = @switch.Arms.Length - 1;
        for (var i = 0; i <= last; i++)
        {
            var arm = @switch.Arms[i];
            var condition = Match(arm.Pattern, subject);
            if (arm.Guard is not null)
            {
                condition = ExpressionSimplifier.And(condition.Anchor, condition, Read(arm.Guard));
            }
            else if (i == last && @switch.IsExhaustive && !subject.MayBeNull && condition is not InvalidExpression)
            {
                condition = ExpressionSimplifier.Constant(true, condition.Anchor);
            }

            if (condition is InvalidExpression)
            {
                return condition;
            }

            if (ExpressionSimplifier.AsBoolean(condition) is not false)
            {
                arms.Add((condition, Read(arm.Value)));
            }
        }

        if (arms.Count == 0 || ExpressionSimplifier.AsBoolean(arms[arms.Count - 1].Condition) is not true)
        {
            return @switch.Syntax is SwitchExpressionSyntax { Arms.Count: > 0 } syntax
                ? Refuse(syntax.SwitchKeyword.GetLocation(), "a switch that does not cover every value", "add an arm '_ => ...'")
                : Invalid(@switch);
        }

        var result = arms[arms.Count - 1].Value;
        for (var i = arms.Count - 2; i >= 0; i--)
        {
            result = Choose(@switch, arms[i].Condition, arms[i].Value, result);
        }

        return result;
    }

    private ConstantExpression Instant(IOperation operation, DateTimeOffset instant)
    {
        var format = instant.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
        return new ConstantExpression(
            new JsonString(instant.UtcDateTime.ToString(format, CultureInfo.InvariantCulture)),
            new WireType(WireKind.DateTimeOffset, "global::System.DateTimeOffset"),
            Anchor(operation));
    }

    private void WarnInexact(IOperation operation, string type) =>
        context.Report(DiagnosticIds.InexactNumber, Anchor(operation), Shorten(operation.Syntax), type);

    private static bool IsNullableValue(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static string Minimal(ITypeSymbol? type) => type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "?";

    private static bool IsAmazon(ISymbol? symbol)
    {
        var space = symbol?.ContainingNamespace;
        while (space is { IsGlobalNamespace: false })
        {
            if (space is { Name: "Amazon", ContainingNamespace.IsGlobalNamespace: true })
            {
                return true;
            }

            space = space.ContainingNamespace;
        }

        return false;
    }

    private static bool IsAmazonConstant(ITypeSymbol? type) => IsAmazon(type) && type?.BaseType?.Name == "ConstantClass";

    /// <summary>The smallest place that says what an operation is: the name that it calls or reads.</summary>
    private static Location NameOf(IOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
        InvocationExpressionSyntax invocation => invocation.Expression.GetLocation(),
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test => test.Right.GetLocation(),
        BinaryExpressionSyntax binary => binary.OperatorToken.GetLocation(),
        PrefixUnaryExpressionSyntax prefix => prefix.OperatorToken.GetLocation(),
        CastExpressionSyntax cast => cast.Type.GetLocation(),
        var syntax => syntax.GetLocation(),
    };

    private static Location WithKeyword(IOperation operation) =>
        operation.Syntax is WithExpressionSyntax with ? with.WithKeyword.GetLocation() : operation.Syntax.GetLocation();
}

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
    /// <summary>Deeper than anything that a person writes, and shallow enough for the stack of any host. A chain of operators is not nested, however long it is.</summary>
    private const int DepthLimit = 200;

    /// <summary>The greatest number of operators of one kind, or of arms, in a row. The definition could contain more, but a person could not read it.</summary>
    private const int ChainLimit = 500;

    private readonly Dictionary<ISymbol, Expression> _locals = new(SymbolEqualityComparer.Default);
    private readonly Stack<Expression> _conditionalReceivers = new();

    /// <summary>Left operands that have been read before the operator.</summary>
    private readonly Dictionary<IOperation, Expression> _leftOperands = [];
    private int _depth;

    public CancellationToken CancellationToken => context.CancellationToken;

    /// <summary>What the tests before the current place prove.</summary>
    public KnownPaths Known { get; private init; } = new();

    /// <summary>A piece of C# on one line, short enough for a message.</summary>
    public static string Shorten(SyntaxNode syntax)
    {
        const int Limit = 60;
        var words = syntax.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(" ", words);
        return text.Length <= Limit ? text : text.Substring(0, Limit - 3) + "...";
    }

    public InvalidExpression Refuse(IOperation operation, string what, string instead) => Refuse(PlaceOf(operation.Syntax), what, instead);

    public InvalidExpression Refuse(Location location, string what, string instead) => Refuse(context.Anchor(location), what, instead);

    private InvalidExpression Refuse(int anchor, string what, string instead)
    {
        context.Report(DiagnosticIds.UnsupportedExpression, anchor, what, instead);
        return new InvalidExpression(anchor);
    }

    public Expression Read(IOperation operation)
    {
        if (operation is IBinaryOperation && _leftOperands.TryGetValue(operation, out var known))
        {
            _leftOperands.Remove(operation);
            return known;
        }

        if (_caller is not null)
        {
            _inlined.Operations++;
        }

        return Deeper(operation, static (reader, nested) => reader.ReadCore(nested));
    }

    /// <summary>Reads what may be nested in itself. Refuses what is nested too deeply.</summary>
    private Expression Deeper(IOperation operation, Func<ExpressionReader, IOperation, Expression> read)
    {
        if (_depth == DepthLimit)
        {
            return Refuse(operation, "an expression that is nested this deeply", "compute a part of it in a local variable");
        }

        _depth++;
        var result = read(this, operation);
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
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } when _instance is { } instance: return Known.Apply(At(instance, operation));
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
            case IIsPatternOperation pattern: return Match(pattern.Pattern, ReadSubject(pattern.Value, [pattern.Pattern]));
            case IIsTypeOperation type: return ReadTypeTest(type);
            case IUnaryOperation unary: return ReadUnary(unary);
            case IBinaryOperation binary: return ReadBinary(binary);
            case ITupleBinaryOperation comparison: return ReadTupleComparison(comparison);
            case IInterpolatedStringOperation text: return ReadInterpolation(text);
            case IInvocationOperation invocation: return ReadInvocation(invocation);
            case IObjectCreationOperation creation: return Discriminated(ReadObject(creation), creation.Type);
            case IAnonymousObjectCreationOperation creation: return ReadAnonymousObject(creation);
            case IArrayCreationOperation array: return ReadArray(array);
            case ICollectionExpressionOperation collection: return ReadCollection(collection);
            case IDefaultValueOperation { Type: { } type }: return ReadDefault(operation, type);
            case ITupleOperation: return Refuse(operation, "a tuple as a value", "make it a record or an anonymous object");
            case IThrowOperation: return Refuse(operation, "'throw'", "decide in a [Choice] and go to a [Fail] state");
            case IAssignmentOperation or IIncrementOrDecrementOperation: return RefuseAssignment(operation, "an assignment inside of an expression", "make it a statement");
            case IWithOperation with: return ReadWith(with);
            case IAwaitOperation: return Refuse(operation, "'await'", "call the function in a [LambdaTask]");
            case IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation:
                return Refuse(operation, "a delegate", "compute with members and operators");
            case ITranslatedQueryOperation query: return Read(query.Operation);
            default:
                return Refuse(operation, "'" + Shorten(operation.Syntax) + "'", "compute with members, operators, patterns and 'new'");
        }
    }

    private InvalidExpression Invalid(IOperation operation) => new(context.Anchor(operation.Syntax));

    private int Anchor(IOperation operation) => context.Anchor(PlaceOf(operation.Syntax));

    private Expression ReadParameter(IParameterReferenceOperation reference)
    {
        if (ValueOf(reference) is not { } value)
        {
            return Invalid(reference);
        }

        return value is ContextExpression { Path: "" } && reference.Parent is not IPropertyReferenceOperation
            ? Refuse(reference, "the whole context as a value", "read a property of it, as in '" + reference.Parameter.Name + ".ExecutionId'")
            : Known.Apply(At(value, reference));
    }

    private Expression ReadLocal(ILocalReferenceOperation reference) =>
        _locals.TryGetValue(reference.Local, out var value) ? Known.Apply(At(value, reference))
            : _enclosing is not null ? _enclosing.ReadLocal(reference)
            : Refuse(reference, "the variable '" + reference.Local.Name + "'", "declare it in the body with its value");

    private Expression At(Expression expression, IOperation operation) =>
        expression is InvalidExpression ? expression : expression with { Anchor = Anchor(operation) };

    /// <summary>Whether what is dereferenced here may be null, as C# warns or as the right side of <c>??=</c> shows. Where the nullable analysis is off, or <c>!</c> silences it, the author answers for it.</summary>
    private bool MayBeNullHere(Expression target, IOperation operation)
    {
        if (!target.MayBeNull() || operation.Syntax is not ExpressionSyntax expression)
        {
            return false;
        }

        SyntaxNode syntax = expression;
        while (syntax.Parent is ParenthesizedExpressionSyntax)
        {
            syntax = syntax.Parent;
        }

        return syntax.Parent?.IsKind(SyntaxKind.SuppressNullableWarningExpression) is not true
            && (model.GetTypeInfo(expression, CancellationToken).Nullability.FlowState is NullableFlowState.MaybeNull || IsAssignedWhereNull(operation));
    }

    private Expression ReadField(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        switch (field.ContainingType?.ToDisplayString(), field.Name)
        {
            case ("string", "Empty"): return Text("", Anchor(reference));
            case ("System.Guid", "Empty"):
                return new ConstantExpression(new JsonString(Guid.Empty.ToString("D")), context.Types.Read(field.Type), Anchor(reference));
        }

        if (TimeConstant(reference, field) is { } time)
        {
            return time;
        }

        if (ReadOwnField(reference, Reading) is { } initial)
        {
            return initial;
        }

        return field.ContainingType?.IsTupleType is true
            ? Refuse(reference, "an element of a tuple", "match the tuple with a positional pattern, or make it a record")
            : Refuse(
                NameOf(reference), "the field '" + field.Name + "'" + (field.IsStatic && IsElsewhere(field) ? ", whose value is in another assembly," : ""), field.IsStatic ? InsteadOfStatic(field.Type) : "make it a property, which is in the JSON");
    }

    private Expression ReadProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (reference.Instance is null)
        {
            return TimeConstant(reference, property)
                ?? ReadOwnProperty(reference, null, Reading)
                ?? Refuse(NameOf(reference), "the property '" + property.ContainingType.Name + "." + property.Name + "'" + (IsElsewhere(property) ? ", whose body is in another assembly," : ""), InsteadOfStatic(property));
        }

        if (property.IsIndexer)
        {
            return reference.Arguments is [{ Value: var index }]
                ? ReadElement(reference, reference.Instance, index)
                : Refuse(reference, "'" + Shorten(reference.Syntax) + "'", "read a property");
        }

        if (property.Name == "Key" && reference.Instance is IParameterReferenceOperation { Parameter: var group } && _groupKeys.TryGetValue(group, out var groupKey))
        {
            return Known.Apply(At(groupKey, reference));
        }

        // Which members there are is decided by the type whose member it is, and not by what the value was before.
        return ReadMember(Read(WithoutUpcast(reference.Instance)), reference, reference.Instance);
    }

    private static string InsteadOfStatic(IPropertySymbol property) => property.ContainingType.Name switch
    {
        "DateTimeOffset" or "DateTime" => "take a WorkflowContext and read its StateEnteredTime or ExecutionStartTime",
        _ => "write its value as a constant",
    };

    /// <summary>What to write in place of a static field. Not every type can be a const.</summary>
    private static string InsteadOfStatic(ITypeSymbol type) => type.Name switch
    {
        "DateTimeOffset" => "write the time here, as in 'new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero)'",
        "TimeSpan" => "use a number of seconds",
        "Guid" => "write it here, as in 'Guid.Parse(\"00000000-0000-0000-0000-000000000000\")'",
        _ when type.SpecialType is not SpecialType.None || type.TypeKind is TypeKind.Enum => "write its value as a constant",
        _ => "write its value here",
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
                return target.Unbounded(Known) is { } quotient ? RefuseUnbounded(quotient) : ExpressionSimplifier.Not(ExpressionSimplifier.IsNull(target, Anchor(reference)), Anchor(reference));
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
            case WireKind.Dictionary when property.Name is "Count":
                return new CountExpression(target.AsNotNull(), Anchor(reference));
            case WireKind.String when property.Name is "Length":
                return LengthOf(target, Anchor(reference));
            case WireKind.DateTimeOffset or WireKind.TimeSpan or WireKind.DateOnly or WireKind.TimeOnly when IsTime(property.ContainingType):
                return ReadTimeMember(target, reference);
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

        if (PropertiesOf(OwnerOf(reference)).FirstOrDefault(wire => IsProperty(wire.Symbol, property)) is { } wire)
        {
            return RefuseUnread(wire, reference) ?? MemberOf(target, wire, context.Anchor(NameOf(reference)));
        }

        var owner = OwnerOf(reference);
        return PropertiesOf(owner).Any(wire => wire.Symbol.Name == property.Name)
            ? Refuse(NameOf(reference), "the property '" + property.Name + "' of '" + Minimal(property.ContainingType) + "', which '" + Minimal(owner) + "' hides,", "give one of the two another name")
            : ReadComputed(target, reference, instance)
                ?? Refuse(NameOf(reference), "the property '" + property.Name + "'", "it is not in the JSON: make it public, without [JsonIgnore]");
    }

    /// <summary>A property as it is on the wire; null where it is not there.</summary>
    public static WireProperty? FindProperty(TypeReader types, IPropertyReferenceOperation reference) =>
        types.Properties(OwnerOf(reference)).FirstOrDefault(wire => IsProperty(wire.Symbol, reference.Property));

    /// <summary>The type whose properties the value has: a derived type can write a property of its base otherwise, and a cast to the base does not change the value.</summary>
    private static ITypeSymbol OwnerOf(IPropertyReferenceOperation reference) =>
        reference.Instance is { } instance && WithoutUpcast(instance).Type is INamedTypeSymbol { TypeKind: not TypeKind.TypeParameter } type
        && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, reference.Property.ContainingType.OriginalDefinition)
            ? type
            : reference.Property.ContainingType;

    private static bool IsProperty(IPropertySymbol written, IPropertySymbol property)
    {
        if (property.ContainingType.TypeKind is TypeKind.Interface
            && SymbolEqualityComparer.Default.Equals(written.ContainingType.FindImplementationForInterfaceMember(property), written))
        {
            return true;
        }

        for (var symbol = written; symbol is not null; symbol = symbol.OverriddenProperty)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol, property))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Refuses a property that the JSON does not give; null for one that can be read.</summary>
    private InvalidExpression? RefuseUnread(WireProperty property, IOperation reference) => property switch
    {
        { IsRead: false } => Refuse(NameOf(reference), "the property '" + property.Symbol.Name + "'", "System.Text.Json writes it and does not read it: remove its [JsonIgnore]"),
        { IsLeftOutByDefault: true, Default: null } => Refuse(
            NameOf(reference), "the property '" + property.Symbol.Name + "'", "it is not in the JSON where it is the default of its type: remove its [JsonIgnore]"),
        _ => null,
    };

    private InvalidExpression RefuseNull(IOperation reference, IOperation instance)
    {
        var text = Shorten(instance.Syntax);
        return Refuse(
            NameOf(reference), "'" + Shorten(reference.Syntax) + "' where '" + text + "' may be null", "test '" + text + "' first, or use '?.' or '??'");
    }

    private InvalidExpression RefuseOpaque(Location location, WireType type, string consequence)
    {
        var anchor = context.Anchor(location);
        context.Report(DiagnosticIds.UnknownWireForm, anchor, TypeText.Of(type.AsNotNullable()) + (type.Form is null ? "" : " with " + type.Form), consequence);
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
        if (path == "State.RetryCount" && kind is not BodyKind.ServiceArguments)
        {
            return Refuse(NameOf(reference), "'RetryCount' outside of a task", "read it in the body of a [ServiceTask]: only a task has a retry count in its context");
        }

        return path is null || target is not ContextExpression
            ? Invalid(reference)
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

        if (target.Type.Kind is WireKind.String)
        {
            return ReadCharacters(operation, target.AsNotNull(), index);
        }

        if (target is ArrayExpression made && index.ConstantValue is { HasValue: true, Value: int known } && known >= 0 && known < made.Items.Count && IsRepeatable(made))
        {
            return At(made.Items[known], operation);
        }

        target = Once(target.AsNotNull());
        var element = target.Type.Element ?? WireType.Unknown;
        if (index is IConversionOperation { ConstantValue.HasValue: false, Operand: var inner } && inner.ConstantValue.HasValue)
        {
            index = inner;
        }

        switch (target.Type.Kind)
        {
            case WireKind.Array when index.ConstantValue is { HasValue: true, Value: int position } && position >= 0:
                return Known.Apply(new ElementExpression(target, position, element, Anchor(operation)));
            case WireKind.Array when index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int fromEnd } }
                && fromEnd > 0:
                return Known.Apply(new ElementExpression(target, -fromEnd, element, Anchor(operation)));
            case WireKind.Dictionary when RefuseSubstitutionAsKey(index) is { } refused:
                return refused;
            case WireKind.Dictionary when KeyOf(index, target.Type) is { } key:
                return Known.Apply(new MemberExpression(target, key, IsAlwaysPresent: false, element, Anchor(operation)));
            case WireKind.Dictionary:
                return ReadByKey(operation, target, index);
            case WireKind.Array when index is IRangeOperation range:
                return ReadSlice(operation, target, range);
            case WireKind.Array when index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var distance }:
                return ReadAt(operation, target, ReadAlike(distance), isFromEnd: true);
            case WireKind.Array when index.Type?.SpecialType is SpecialType.System_Int32:
                return ReadAt(operation, target, ReadAlike(index), isFromEnd: false);
            case WireKind.Array:
                return Refuse(index, "an index of type '" + Minimal(index.Type) + "'", "index by an int, as in 'items[n]' or 'items[^n]'");
            default:
                return Refuse(operation, "'" + Shorten(operation.Syntax) + "'", "index an array, a list or a dictionary");
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

        // Of several conversions to base types the last one is the place: only it decides what is written.
        var kindOfConversion = conversion.GetConversion();
        var converted = kindOfConversion is { IsReference: true, IsImplicit: true } ? WithoutUpcast(conversion.Operand) : conversion.Operand;
        return Converted(conversion, converted, Read(converted));
    }

    /// <summary>What a conversion of the language makes of a value.</summary>
    /// <param name="conversion">The conversion.</param>
    /// <param name="converted">What it converts.</param>
    /// <param name="operand">The value.</param>
    private Expression Converted(IConversionOperation conversion, IOperation converted, Expression operand)
    {
        var kindOfConversion = conversion.GetConversion();
        if (operand is InvalidExpression || kindOfConversion.IsIdentity)
        {
            return operand;
        }

        if (kindOfConversion.IsNullable && IsNullableValue(converted.Type) && !IsNullableValue(conversion.Type))
        {
            if (MayBeNullHere(operand, converted))
            {
                return RefuseNull(conversion, converted);
            }

            operand = operand.AsNotNull();
        }

        var source = Underlying(converted.Type);
        var target = Underlying(conversion.Type);
        if (operand.Type.Kind is WireKind.Opaque && target is { IsValueType: true } && !SymbolEqualityComparer.Default.Equals(source, target))
        {
            return RefuseOpaque(NameOf(conversion), operand.Type, "'" + Shorten(conversion.Syntax) + "' cannot be converted to '" + Minimal(target) + "'");
        }

        if (SymbolEqualityComparer.Default.Equals(source, target))
        {
            return operand;
        }

        if (source is not null && target is not null && IsNumber(source) && IsNumber(target))
        {
            if (kindOfConversion.IsExplicit || source.TypeKind is TypeKind.Enum || target.TypeKind is TypeKind.Enum)
            {
                return ReadCast(conversion, operand, source, target);
            }

            if (!conversion.IsImplicit && target.SpecialType is not SpecialType.System_Single)
            {
                operand = Retyped(operand, context.Types.Read(target));
            }
        }

        if (kindOfConversion.IsExplicit)
        {
            return source?.SpecialType is SpecialType.System_Char || target?.SpecialType is SpecialType.System_Char
                ? Refuse(NameOf(conversion), "the number of a character", "compare it with a character")
                : Refuse(NameOf(conversion), "the cast '" + Shorten(conversion.Syntax) + "'", "declare the value with the type that it has");
        }

        return Widen(conversion, converted, operand, source, target);
    }

    /// <summary>A value after an implicit conversion to another type. It is refused where it is written otherwise there.</summary>
    private Expression Widen(IOperation conversion, IOperation converted, Expression operand, ITypeSymbol? source, ITypeSymbol? target)
    {
        if (source?.SpecialType is SpecialType.System_Single && target?.SpecialType is SpecialType.System_Double)
        {
            WarnInexact(conversion, "float");
        }

        if (source?.SpecialType is SpecialType.System_Char && target?.IsValueType is true)
        {
            return Refuse(conversion is IConversionOperation { IsImplicit: false } ? NameOf(conversion) : conversion.Syntax.GetLocation(), "the number of a character", "compare it with a character");
        }

        return target?.IsReferenceType is true && source is not null
            ? Upcast(operand, source, target, converted is IObjectCreationOperation ? context.Anchor(NameOf(converted)) : operand.Anchor)
            : operand;
    }

    private Expression ReadConditionalAccess(IConditionalAccessOperation access)
    {
        var receiver = Once(Read(access.Operation));
        if (receiver is InvalidExpression)
        {
            return receiver;
        }

        _conditionalReceivers.Push(receiver.AsNotNull());
        var isNull = ExpressionSimplifier.IsNull(receiver, receiver.Anchor);
        var result = receiver.MayBeNull()
            ? Behind(access.WhenNotNull, ExpressionSimplifier.Not(isNull, receiver.Anchor), () => Read(access.WhenNotNull))
            : Read(access.WhenNotNull);
        _conditionalReceivers.Pop();
        if (result is InvalidExpression || !receiver.MayBeNull())
        {
            return result;
        }

        return result.IsPath() && receiver.IsPath()
            ? Known.Apply(Rebase(result, receiver))
            : ExpressionSimplifier.Conditional(isNull, ExpressionSimplifier.Null(result.Type, Anchor(access)), result, result.Type.AsNullable(), Anchor(access));
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

    /// <summary>Reads <c>a ? b : c ? d : e</c>: a chain, however long it is.</summary>
    private Expression ReadConditional(IConditionalOperation first) => ReadConditional(first, Read, Choose);

    private Expression ReadConditional(IConditionalOperation first, Func<IOperation, Expression> read, Chooser choose)
    {
        var arms = new Stack<(IConditionalOperation Operation, Expression Condition, Expression Value)>();
        IOperation rest = first;
        var mark = Known.Mark;
        while (rest is IConditionalOperation { WhenFalse: { } whenFalse, ConstantValue.HasValue: false } conditional && arms.Count < ChainLimit)
        {
            if (arms.Count > 0)
            {
                OpenBlock();
            }

            var condition = Read(conditional.Condition);
            arms.Push((conditional, condition, Behind(conditional.WhenTrue, condition, () => Assuming(condition, holds: true, () => read(conditional.WhenTrue)))));
            Known.Learn(condition, holds: false);
            rest = WithoutConversion(whenFalse);
        }

        var last = rest;
        var otherwise = arms.Count == ChainLimit ? RefuseChain(last) : Behind(last, Otherwise(arms), () => read(last));
        Known.Forget(mark);
        return Fold(arms, otherwise, choose);
    }

    /// <summary>Joins arms from the last one to the first. Each but the first stands in a block that is evaluated only if the arms before do not apply.</summary>
    private Expression Fold<TOperation>(Stack<(TOperation Operation, Expression Condition, Expression Value)> arms, Expression otherwise, Chooser choose)
        where TOperation : IOperation
    {
        var result = otherwise;
        while (arms.Count > 0)
        {
            var (operation, condition, value) = arms.Pop();
            result = choose(operation, condition, value, result);
            if (arms.Count > 0)
            {
                result = Close(operation, Otherwise(arms), result);
            }
        }

        return result;
    }

    private InvalidExpression RefuseChain(IOperation rest) =>
        Refuse(rest, "a chain of more than " + ChainLimit.ToString(CultureInfo.InvariantCulture) + " operators or arms", "compute a part of it in a local variable");

    /// <summary>That the last of the arms does not apply.</summary>
    private static Expression Otherwise<TOperation>(Stack<(TOperation Operation, Expression Condition, Expression Value)> arms) =>
        ExpressionSimplifier.Not(arms.Peek().Condition, arms.Peek().Condition.Anchor);

    /// <summary>The operand of an implicit conversion that changes nothing on the wire.</summary>
    private static IOperation WithoutConversion(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null, ConstantValue.HasValue: false } conversion
            && conversion.GetConversion() is { IsNumeric: false } kind
            && (kind.IsIdentity || kind.IsConditionalExpression || kind.IsSwitchExpression
                || (kind.IsNullable && SymbolEqualityComparer.Default.Equals(Underlying(conversion.Type), Underlying(conversion.Operand.Type)) && !IsNullableValue(conversion.Operand.Type))))
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>Joins the values of a choice.</summary>
    private delegate Expression Chooser(IOperation operation, Expression condition, Expression whenTrue, Expression whenFalse);

    /// <summary>Reads what is evaluated only where a condition holds, or only where it does not.</summary>
    private T Assuming<T>(Expression condition, bool holds, Func<T> read)
    {
        var mark = Known.Mark;
        Known.Learn(condition, holds);
        var result = read();
        Known.Forget(mark);
        return result;
    }

    private Expression Choose(IOperation operation, Expression condition, Expression whenTrue, Expression whenFalse) => Choose(operation, operation.Type, condition, whenTrue, whenFalse);

    private Expression Choose(IOperation operation, ITypeSymbol? resultType, Expression condition, Expression whenTrue, Expression whenFalse) =>
        Join(resultType, ref whenTrue, ref whenFalse) is { } type
            ? ExpressionSimplifier.Conditional(condition, whenTrue, whenFalse, type, Anchor(operation))
            : new InvalidExpression(Anchor(operation));

    /// <summary>Reads <c>a ?? b ?? c</c>: a chain, however long it is.</summary>
    private Expression ReadCoalesce(ICoalesceOperation first)
    {
        var chain = new Stack<(ICoalesceOperation Operation, Expression Left)>();
        IOperation rest = first;
        while (rest is ICoalesceOperation { ConstantValue.HasValue: false } coalesce && chain.Count < ChainLimit)
        {
            if (chain.Count > 0)
            {
                OpenBlock();
            }

            chain.Push((coalesce, ReadLeft(coalesce)));
            rest = WithoutConversion(coalesce.WhenNull);
        }

        var last = rest;
        var result = chain.Count == ChainLimit ? RefuseChain(last) : Behind(last, guard: null, () => Read(last));
        while (chain.Count > 0)
        {
            var (operation, left) = chain.Pop();
            result = Coalesce(operation, operation.Type, left, result);
            if (chain.Count > 0)
            {
                result = Close(operation, guard: null, result);
            }
        }

        return result;
    }

    /// <summary>Reads the left side of <c>??</c>. C# converts it to the type of the whole, and that conversion is not an operation of its own.</summary>
    private Expression ReadLeft(ICoalesceOperation coalesce)
    {
        var conversion = coalesce.ValueConversion;
        var left = conversion is { IsReference: true, IsImplicit: true } ? WithoutUpcast(coalesce.Value) : coalesce.Value;
        var value = Read(left);
        if (conversion.IsUserDefined)
        {
            return value is InvalidExpression ? value : Refuse(left, "the conversion to '" + Minimal(coalesce.Type) + "'", "use a value of that type");
        }

        var (source, target) = (Underlying(left.Type)?.WithNullableAnnotation(NullableAnnotation.NotAnnotated), Underlying(coalesce.Type));
        return value is InvalidExpression || conversion.IsIdentity || SymbolEqualityComparer.Default.Equals(source, target) ? value : Widen(left, left, value, source, target);
    }

    private Expression Coalesce(IOperation operation, ITypeSymbol? resultType, Expression left, Expression right)
    {
        if (left is InvalidExpression || right is InvalidExpression)
        {
            return left is InvalidExpression ? left : right;
        }

        // What is left of '??' is not null where it is the result.
        var value = left.AsNotNull();
        return Join(resultType, ref value, ref right) is { } type
            ? ExpressionSimplifier.Coalesce(left.MayBeNull() ? value.AsNullable() : value, right, type, Anchor(operation))
            : Invalid(operation);
    }

    private Expression ReadSwitch(ISwitchExpressionOperation @switch) => ReadSwitch(@switch, Read, Choose);

    private Expression ReadSwitch(ISwitchExpressionOperation @switch, Func<IOperation, Expression> read, Chooser choose)
    {
        var subject = ReadSubject(@switch.Value, @switch.Arms.Select(static arm => arm.Pattern));
        var arms = new Stack<(ISwitchExpressionOperation Operation, Expression Condition, Expression Value)>();
        var mark = Known.Mark;
        Expression? otherwise = @switch.Arms.Length > ChainLimit ? RefuseChain(@switch.Arms[ChainLimit]) : null;
        for (var i = 0; i < @switch.Arms.Length && otherwise is null; i++)
        {
            var arm = @switch.Arms[i];
            var isBehind = arms.Count > 0;
            if (isBehind)
            {
                OpenBlock();
            }

            var condition = MatchArm(@switch, i, subject);
            var decided = ExpressionSimplifier.AsBoolean(condition);
            if (decided is null && condition is not InvalidExpression)
            {
                arms.Push((@switch, condition, Behind(arm.Value, condition, () => Assuming(condition, holds: true, () => read(arm.Value)))));
                Known.Learn(condition, holds: false);
                continue;
            }

            otherwise = decided switch { true => read(arm.Value), false => null, null => condition };
            if (isBehind && otherwise is not null)
            {
                otherwise = Close(arm, Otherwise(arms), otherwise);
            }
            else if (isBehind)
            {
                CloseBlock();
            }
        }

        Known.Forget(mark);
        otherwise ??= @switch.Syntax is SwitchExpressionSyntax { Arms.Count: > 0 } syntax
            ? Refuse(syntax.SwitchKeyword.GetLocation(), "a switch that does not cover every value", "add an arm '_ => ...'")
            : Invalid(@switch);
        return Fold(arms, otherwise, choose);
    }

    /// <summary>The condition under which an arm of a switch applies, if none before it does.</summary>
    public Expression MatchArm(ISwitchExpressionOperation @switch, int index, Subject subject)
    {
        var arm = @switch.Arms[index];
        if (arm.Guard is { } guard)
        {
            return ReadInTurn(arm, [(arm.Pattern, () => Match(arm.Pattern, subject)), (guard, () => Read(guard))], isAnd: true);
        }

        var condition = Match(arm.Pattern, subject);

        // What comes to the last arm matches, if the arms match everything.
        return index == @switch.Arms.Length - 1 && condition is not InvalidExpression && (@switch.IsExhaustive || SwitchCover.IsTotal(@switch, subject, context.Types))
            ? ExpressionSimplifier.Constant(true, condition.Anchor)
            : condition;
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
        VariableDeclaratorSyntax declarator => declarator.Identifier.GetLocation(),
        var syntax => syntax.GetLocation(),
    };

    private static Location WithKeyword(IOperation operation) =>
        operation.Syntax is WithExpressionSyntax with ? with.WithKeyword.GetLocation() : operation.Syntax.GetLocation();
}

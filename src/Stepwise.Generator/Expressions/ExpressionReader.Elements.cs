using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>Single elements: by a computed index or key, and whether there is one.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>Reads an element of an array by a computed index. C# throws if there is no such element, and so does the definition.</summary>
    private Expression ReadAt(IOperation operation, Expression source, Expression index, bool isFromEnd)
    {
        var anchor = Anchor(operation);
        source = Once(source, "values");
        if (source is InvalidExpression || index is InvalidExpression)
        {
            return source is InvalidExpression ? source : index;
        }

        var count = new CountExpression(source, anchor);
        index = Once(isFromEnd ? Minus(count, index) : index, "index");
        if (index is InvalidExpression)
        {
            return index;
        }

        var element = source.Type.Element!;
        return ExpressionSimplifier.Conditional(
            ExpressionSimplifier.And(anchor, NotLess(index, Number(0, anchor)), Less(index, count)),
            new IndexExpression(source, index, element, anchor),
            new FailExpression("Index was out of range.", element, anchor),
            element,
            anchor);
    }

    /// <summary>Reads <c>xs[a..b]</c>.</summary>
    private Expression ReadSlice(IOperation operation, Expression source, IRangeOperation range)
    {
        var anchor = Anchor(operation);
        source = Once(source, "values");
        if (source is InvalidExpression)
        {
            return source;
        }

        var count = new CountExpression(source, anchor);
        var start = range.LeftOperand is { } left ? Once(ReadBound(left, count), "start") : Number(0, anchor);
        var end = range.RightOperand is { } right ? Once(ReadBound(right, count), "end") : count;
        if (start is InvalidExpression || end is InvalidExpression)
        {
            return start is InvalidExpression ? start : end;
        }

        var part = Part(source, anchor, context.Types.Read(operation.Type!).AsNotNullable() with { Element = source.Type.Element }, index => ExpressionSimplifier.And(
            anchor,
            start is ConstantExpression { Value: JsonNumber first } && first.ToDouble() == 0 ? ExpressionSimplifier.Constant(true, anchor) : NotLess(index, start),
            end == count ? ExpressionSimplifier.Constant(true, anchor) : Less(index, end)));
        var isInside = ExpressionSimplifier.And(
            anchor,
            NotLess(start, Number(0, anchor)),
            ExpressionSimplifier.Compare(ComparisonOperator.LessThanOrEqual, start, end, anchor),
            end == count ? ExpressionSimplifier.Constant(true, anchor) : ExpressionSimplifier.Compare(ComparisonOperator.LessThanOrEqual, end, count, anchor));
        return ExpressionSimplifier.Conditional(isInside, part, new FailExpression("Index was out of range.", part.Type, anchor), part.Type, anchor);
    }

    /// <summary>What a slice of a list pattern stands for: the elements without some at the start and at the end.</summary>
    private Expression Between(Expression list, int atStart, int atEnd, IPatternOperation pattern)
    {
        var anchor = Anchor(pattern);
        list = Once(list, "values");
        if (list is InvalidExpression)
        {
            return list;
        }

        var part = Part(list.AsNotNull(), anchor, list.Type.AsNotNullable(), index => ExpressionSimplifier.And(
            anchor,
            atStart == 0 ? ExpressionSimplifier.Constant(true, anchor) : NotLess(index, Number(atStart, anchor)),
            atEnd == 0 ? ExpressionSimplifier.Constant(true, anchor) : Less(index, Minus(new CountExpression(list.AsNotNull(), anchor), Number(atEnd, anchor)))));
        return Once(
            list.MayBeNull() ? ExpressionSimplifier.Conditional(ExpressionSimplifier.IsNull(list, anchor), ExpressionSimplifier.Null(part.Type, anchor), part, part.Type.AsNullable(), anchor) : part,
            NameIn(pattern) ?? "values").AsNotNull();
    }

    /// <summary>Reads a bound of a range: a number, or one that counts from the end.</summary>
    private Expression ReadBound(IOperation bound, Expression count)
    {
        bound = bound is IConversionOperation { Operand: var converted } ? converted : bound;
        if (bound is not IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var fromEnd })
        {
            return bound.Type?.SpecialType is SpecialType.System_Int32 ? ReadAlike(bound)
                : Refuse(bound, "an index of type '" + Minimal(bound.Type) + "'", "index by an int, as in 'items[n]' or 'items[^n]'");
        }

        var distance = ReadAlike(fromEnd);
        return distance is InvalidExpression ? distance : Minus(count, distance);
    }

    /// <summary>Reads a collection expression with the elements of other collections in it.</summary>
    private Expression ReadSpreads(ICollectionExpressionOperation collection, WireType type)
    {
        if (type.Kind is not WireKind.Array || HasNoOrder(collection.Type!))
        {
            return Refuse(collection.Elements.First(static element => element is ISpreadOperation), "a spread in a '" + Minimal(collection.Type) + "'", "build an array or a list");
        }

        var parts = new List<Expression>();
        for (var i = 0; i < collection.Elements.Length;)
        {
            if (collection.Elements[i] is ISpreadOperation spread)
            {
                parts.Add(ReadSpread(spread));
                i++;
            }
            else
            {
                var single = collection.Elements.Skip(i).TakeWhile(static element => element is not ISpreadOperation).ToList();
                parts.Add(ReadItems(collection, single, type));
                i += single.Count;
            }

            if (parts[parts.Count - 1] is InvalidExpression invalid)
            {
                return invalid;
            }
        }

        var anchor = Anchor(collection);
        type = type with { Element = type.Element! with { IsNullable = parts.Exists(static part => part.Type.Element!.IsNullable) } };
        return parts.Count == 1 ? parts[0] with { Type = type } : parts.Aggregate((before, part) => Function(ValueFunction.Append, type, anchor, before, part));
    }

    private Expression ReadSpread(ISpreadOperation spread)
    {
        var operand = WithoutView(spread.Operand);
        if (!spread.ElementConversion.IsIdentity || operand.Type is not { } source || HasNoOrder(source) || TypeReader.DictionaryOf(source) is not null || source.SpecialType is SpecialType.System_String)
        {
            return Refuse(spread, "a spread of '" + Minimal(spread.Operand.Type) + "' here", "spread an array or a list of elements of the same type");
        }

        var value = Read(operand);
        return value is InvalidExpression ? value
            : MayBeNullHere(value, operand) ? Refuse(spread, "a spread of '" + Shorten(operand.Syntax) + "', which may be null,", "write '.. " + Shorten(operand.Syntax) + " ?? []'")
            : value.Type is { Kind: WireKind.Array, Element: not null } ? value.AsNotNull()
            : Refuse(spread, "a spread of '" + Minimal(spread.Operand.Type) + "' here", "spread an array or a list of elements of the same type");
    }

    /// <summary>Reads a call of a method of a dictionary; null for a method that is not one of reading.</summary>
    private Expression? ReadDictionaryCall(IInvocationOperation call, IOperation instance)
    {
        var name = call.TargetMethod.Name;
        return name is "ContainsKey" or "TryGetValue" ? ReadEntry(call, instance, ArgumentOf(call.Arguments, 0)!) : null;
    }

    /// <summary>Reads a call that asks a dictionary for a key.</summary>
    private Expression ReadEntry(IInvocationOperation call, IOperation instance, IOperation keyOperation)
    {
        var anchor = Anchor(call);
        var dictionary = Read(WithoutView(instance));
        if (dictionary is InvalidExpression)
        {
            return dictionary;
        }

        if (MayBeNullHere(dictionary, instance))
        {
            return RefuseNull(call, instance);
        }

        dictionary = Once(dictionary.AsNotNull(), "entries");
        if (dictionary.Type is not { Kind: WireKind.Dictionary, Element: { } element })
        {
            return dictionary is InvalidExpression ? dictionary : Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "'", "read a dictionary");
        }

        if (RefuseSubstitutionAsKey(keyOperation) is { } refused)
        {
            return refused;
        }

        // Under a constant key there is a member, whose value is null only if the dictionary allows it.
        Expression isThere;
        Expression value;
        if (KeyOf(keyOperation, dictionary.Type) is { } constant)
        {
            var member = new MemberExpression(dictionary, constant, IsAlwaysPresent: false, element.AsNullable(), anchor);
            isThere = element.IsNullable ? new ContainsExpression(Function(ValueFunction.Names, WireType.Unknown, anchor, dictionary), Text(constant, anchor), anchor)
                : ExpressionSimplifier.Not(ExpressionSimplifier.IsNull(member, anchor), anchor);
            value = member;
        }
        else
        {
            var key = ReadMemberName(keyOperation);
            key = Once(key, "key");
            if (key is InvalidExpression)
            {
                return key;
            }

            isThere = new ContainsExpression(Function(ValueFunction.Names, WireType.Unknown, anchor, dictionary), key, anchor);
            value = Function(ValueFunction.Member, element, anchor, dictionary, key);
        }

        switch (call.TargetMethod.Name)
        {
            case "ContainsKey":
                return isThere;
            case "TryGetValue":
                return BindFound(call, isThere, value) ?? isThere;
            default:
                var fallback = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "defaultValue") is { } given ? ReadAlike(given.Value) : DefaultOf(call);
                return fallback is InvalidExpression ? fallback : OrDefault(call, isThere, value, fallback.CanFail() ? Once(fallback) : fallback);
        }
    }

    /// <summary>A value of a dictionary, or another one where it has no such key.</summary>
    private Expression OrDefault(IOperation operation, Expression isThere, Expression value, Expression fallback)
    {
        if (value is MemberExpression && ExpressionSimplifier.IsNullConstant(fallback))
        {
            return value;
        }

        if (value is not MemberExpression || isThere is ContainsExpression)
        {
            return Choose(operation, isThere, value, fallback);
        }

        var found = value.AsNotNull();
        return Join(operation.Type, ref found, ref fallback) is { } type ? ExpressionSimplifier.Coalesce(found.AsNullable(), fallback, type, Anchor(operation)) : Invalid(operation);
    }

    /// <summary>Gives the variable of <c>TryGetValue(key, out var value)</c> its value. Null where nothing is wrong.</summary>
    private InvalidExpression? BindFound(IInvocationOperation call, Expression isThere, Expression value)
    {
        if (ArgumentOf(call.Arguments, 1) is not { } target || target is IDiscardOperation)
        {
            return null;
        }

        if (target is not IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: var local } })
        {
            return target is IDeclarationExpressionOperation { Expression: IDiscardOperation } ? null
                : Refuse(target, "'" + Shorten(target.Syntax) + "' as a target", "declare a variable, as in 'out var value'");
        }

        if (DefaultOf(local.Type) is not { } fallback)
        {
            return Refuse(target, "the default of '" + Minimal(local.Type) + "'", "test ContainsKey, and read the value by its key");
        }

        var found = OrDefault(call, isThere, value, At(fallback, call));
        _locals[local] = found is InvalidExpression ? found : Once(found, local.Name);
        return found as InvalidExpression;
    }

    /// <summary>Reads the value of a dictionary for a computed key. C# throws if the dictionary lacks it, and so does the definition.</summary>
    private Expression ReadByKey(IOperation operation, Expression dictionary, IOperation keyOperation)
    {
        var anchor = Anchor(operation);
        var key = Once(ReadMemberName(keyOperation), "key");
        if (key is InvalidExpression)
        {
            return key;
        }

        var element = dictionary.Type.Element ?? WireType.Unknown;
        return ExpressionSimplifier.Conditional(
            new ContainsExpression(Function(ValueFunction.Names, WireType.Unknown, anchor, dictionary), key, anchor),
            Function(ValueFunction.Member, element, anchor, dictionary, key),
            new FailExpression("The given key was not present in the dictionary.", element, anchor),
            element,
            anchor);
    }

    private Expression ReadMemberName(IOperation key)
    {
        var value = ReadAlike(key);
        return value is InvalidExpression ? value : MemberName(value, key);
    }

    /// <summary>The name of the member that a key has in the JSON of a dictionary.</summary>
    private Expression MemberName(Expression key, IOperation operation) =>
        key.MayBeNull() ? Refuse(operation, "a key that may be null", "test it first, or use '??'")
        : key.Type.Kind switch
        {
            WireKind.String or WireKind.Char => key,
            WireKind.Enum when key.Type.IsTextEnum && !HasSynonyms(key.Type) => key,
            WireKind.Integer => new FormatExpression(new EquatableArray<Expression>(key), key.Anchor),
            _ => Refuse(operation, "a key of type '" + TypeText.Of(key.Type.AsNotNullable()) + "'", "use a string or an int"),
        };

    /// <summary>Reads whether an array contains a value.</summary>
    private Expression ReadContains(IInvocationOperation call, Expression source, Expression value)
    {
        var anchor = Anchor(call);
        if (value is InvalidExpression)
        {
            return value;
        }

        var element = Variable("x", source.Type.Element!, anchor, out var variable);
        if (source is ArrayExpression { Items: var items } && items.Count > 0 && items.All(static item => item is ConstantExpression))
        {
            value = Once(value);
            return value is InvalidExpression ? value : ExpressionSimplifier.Or(anchor, items.Select(item => Compare(call, ComparisonOperator.Equal, value, item)).ToArray());
        }

        // What the comparison refuses cannot be found either.
        var equal = Compare(call, ComparisonOperator.Equal, element, value is ConstantExpression { Value: JsonNull } ? value : Once(value));
        if (equal is InvalidExpression)
        {
            return equal;
        }

        if (value is ConstantExpression { Value: JsonNull } || source.Type.Element!.Kind is WireKind.Guid or WireKind.DateTimeOffset || equal is not ComparisonExpression { Operator: ComparisonOperator.Equal, Left: LocalExpression, Right: var sought })
        {
            var found = new QueryExpression(QueryFunction.Filter, source, new Lambda(new EquatableArray<LambdaVariable>(variable), equal), null, source.Type, anchor);
            return ExpressionSimplifier.Compare(ComparisonOperator.GreaterThan, new CountExpression(found, anchor), Number(0, anchor), anchor);
        }

        return new ContainsExpression(source, sought, anchor);
    }

    /// <summary>Refuses elements whose equality is not that of their JSON. Null where it is.</summary>
    private InvalidExpression? RefuseIdentity(IInvocationOperation call, Expression source) => source.Type.Element!.Kind switch
    {
        WireKind.String or WireKind.Integer or WireKind.Double or WireKind.Boolean or WireKind.Char or WireKind.Long or WireKind.Decimal => null,
        WireKind.Enum when !HasSynonyms(source.Type.Element) => null,
        _ => Refuse(NameOf(call), "the equality of '" + TypeText.Of(source.Type.Element.AsNotNullable()) + "' in '" + call.TargetMethod.Name + "'", "use texts, numbers or members of an enum, such as a property of the elements"),
    };

    /// <summary>Refuses a comparer. Ordinal comparison is what the definition does.</summary>
    private InvalidExpression? RefuseComparer(IReadOnlyList<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is { Parameter: { Type.Name: "IEqualityComparer" or "IComparer" }, ArgumentKind: not ArgumentKind.DefaultValue } && !IsOrdinal(argument.Value) && !IsNullLiteral(argument.Value))
            {
                return Refuse(argument.Value, "'" + Shorten(argument.Value.Syntax) + "'", "compare with StringComparer.Ordinal");
            }
        }

        return null;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;

namespace Stepwise.Generator.Expressions;

/// <content>OrderBy, GroupBy and ToDictionary: what is made of the elements by their keys.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>The type of the object that a group is.</summary>
    private const string GroupName = "group";

    private const string KeyName = "key";
    private const string ItemsName = "items";
    private const string ItemName = "item";

    /// <summary>Reads <c>OrderBy(..).ThenBy(..)</c>, which is one order by several keys.</summary>
    private Expression ReadOrder(IInvocationOperation last)
    {
        var calls = new Stack<IInvocationOperation>();
        var call = last;
        calls.Push(call);
        while (call.TargetMethod.Name is "ThenBy" or "ThenByDescending")
        {
            if (WithoutView(ArgumentOf(call.Arguments, 0)!) is not IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable", Name: "OrderBy" or "OrderByDescending" or "Order" or "OrderDescending" or "ThenBy" or "ThenByDescending" } } before)
            {
                return Refuse(NameOf(call), "'" + call.TargetMethod.Name + "' after something else than an order", "call it directly after OrderBy");
            }

            call = before;
            calls.Push(call);
        }

        var source = ReadSource(call, ArgumentOf(call.Arguments, 0)!);
        if (source is InvalidExpression)
        {
            return source;
        }

        var anchor = Anchor(last);
        var type = Sequence(last, source.Type.Element!);
        var element = Variable("x", source.Type.Element!, anchor, out var variable);
        var keys = new List<(Expression Key, bool IsDescending)>();
        foreach (var order in calls)
        {
            var key = ReadKey(order, element);
            if (key is InvalidExpression)
            {
                return key;
            }

            keys.Add((key, order.TargetMethod.Name.EndsWith("Descending", StringComparison.Ordinal)));
        }

        if (keys.TrueForAll(static key => key.Key.IsPath()))
        {
            return Sort(source, element, keys, type, anchor);
        }

        // Keys that are computed are computed once for each element.
        var properties = keys.Select((key, i) => new PropertyExpression(NameOfKey(i), key.Key, IsAlwaysPresent: true)).Append(new PropertyExpression(ItemName, element, IsAlwaysPresent: true));
        var recordType = new WireType(WireKind.Object, "order");
        var records = new QueryExpression(
            QueryFunction.Map, source, new Lambda(new EquatableArray<LambdaVariable>(variable), new ObjectExpression(new EquatableArray<PropertyExpression>(properties.ToList()), recordType, anchor)), null,
            type with { Element = recordType }, anchor);
        var record = Variable("x", recordType, anchor, out var ordered);
        var sorted = Sort(records, record, keys.ConvertAll(key => (KeyOf(record, keys.IndexOf(key), key.Key), key.IsDescending)), records.Type, anchor);
        return new QueryExpression(
            QueryFunction.Map, sorted, new Lambda(new EquatableArray<LambdaVariable>(ordered), new MemberExpression(record, ItemName, IsAlwaysPresent: true, element.Type, anchor)), null, type, anchor);

        static string NameOfKey(int index) => index == 0 ? KeyName : KeyName + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

        static Expression KeyOf(Expression record, int index, Expression key) => new MemberExpression(record, NameOfKey(index), IsAlwaysPresent: true, key.Type, key.Anchor);
    }

    /// <summary>Reads what one call orders by.</summary>
    private Expression ReadKey(IInvocationOperation order, LocalExpression element)
    {
        var isByKey = order.TargetMethod.Name is not ("Order" or "OrderDescending");
        var key = (Expression)element;
        IOperation? comparer = null;
        IArgumentOperation? function = null;
        foreach (var argument in order.Arguments)
        {
            if (argument.Parameter?.Ordinal == 1 && isByKey)
            {
                function = argument;
            }
            else if (argument.Parameter?.Ordinal > 0)
            {
                comparer = argument.Value;
            }
        }

        if (function is not null)
        {
            if (FunctionOf(function) is not { Symbol.Parameters: [var parameter] })
            {
                return RefuseFunction(function);
            }

            key = ReadLambda(function, [element.Type], ReadAlike, out var own);
            if (key is InvalidExpression)
            {
                return key;
            }

            key = ExpressionBlocks.Replace(key, new Dictionary<string, Expression>(StringComparer.Ordinal) { [own[0].Name] = element });
            if (key.CanFail())
            {
                return key.IsVolatile() ? RefuseVolatile(function) : Refuse(function.Value, "a key that can fail", "compute the keys before, with Select and ToList");
            }
        }

        if (comparer is not null && !IsOrdinal(comparer) && !IsNullLiteral(comparer))
        {
            return Refuse(comparer, "'" + Shorten(comparer.Syntax) + "'", "compare with StringComparer.Ordinal, or write the order as a number");
        }

        switch (key.Type.Kind)
        {
            case WireKind.String when comparer is null || !IsOrdinal(comparer):
                return Refuse(NameOf(order), "an order of texts by a culture", "pass StringComparer.Ordinal, as in 'OrderBy(x => x.Name, StringComparer.Ordinal)'");
            case WireKind.Long or WireKind.Decimal:
                WarnInexact(order, TypeText.Of(key.Type.AsNotNullable()));
                return key;
            case WireKind.String or WireKind.Integer or WireKind.Double or WireKind.Boolean or WireKind.Char or WireKind.Guid or WireKind.DateTimeOffset:
            case WireKind.Enum when !key.Type.IsTextEnum:
                return key;
            default:
                return Refuse(NameOf(order), "an order by '" + TypeText.Of(key.Type.AsNotNullable()) + "'", "order by a number, an instant, a bool, or a text with StringComparer.Ordinal");
        }
    }

    private static bool IsOrdinal(IOperation comparer) =>
        Unwrap(comparer) is IPropertyReferenceOperation { Property: { Name: "Ordinal", ContainingType: { Name: "StringComparer", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };

    /// <param name="source">The array.</param>
    /// <param name="element">The element of which the keys are read.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="type">The type of the array.</param>
    /// <param name="anchor">Where the order stands.</param>
    private QueryExpression Sort(Expression source, LocalExpression element, List<(Expression Key, bool IsDescending)> keys, WireType type, int anchor)
    {
        var left = Variable("l", element.Type, anchor, out var first);
        var right = Variable("r", element.Type, anchor, out var second);
        Expression? isBehind = null;
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var (key, isDescending) = keys[i];
            var (a, b) = (KeyOf(key, left), KeyOf(key, right));
            var own = isDescending ? IsGreater(b, a, anchor) : IsGreater(a, b, anchor);
            isBehind = isBehind is null ? own
                : ExpressionSimplifier.Or(anchor, own, ExpressionSimplifier.And(anchor, ExpressionSimplifier.Compare(ComparisonOperator.Equal, a, b, anchor), isBehind));
        }

        return new QueryExpression(QueryFunction.Sort, source, new Lambda(new EquatableArray<LambdaVariable>(first, second), isBehind!), null, type, anchor);

        Expression KeyOf(Expression key, LocalExpression side) => ExpressionBlocks.Replace(key, new Dictionary<string, Expression>(StringComparer.Ordinal) { [element.Name] = side });
    }

    /// <summary>Whether a key is greater than another. Null is less than everything else, and false is less than true.</summary>
    private static Expression IsGreater(Expression left, Expression right, int anchor)
    {
        var (a, b) = (left.AsNotNull(), right.AsNotNull());
        var greater = a.Type.Kind is WireKind.Boolean ? ExpressionSimplifier.And(anchor, a, ExpressionSimplifier.Not(b, anchor)) : ExpressionSimplifier.Compare(ComparisonOperator.GreaterThan, a, b, anchor);
        return left.MayBeNull() ? ExpressionSimplifier.And(
            anchor, ExpressionSimplifier.Not(ExpressionSimplifier.IsNull(left, anchor), anchor), ExpressionSimplifier.Or(anchor, ExpressionSimplifier.IsNull(right, anchor), greater)) : greater;
    }

    /// <summary>Reads GroupBy. A group is an object with its key and its elements.</summary>
    private Expression ReadGroups(IInvocationOperation call, Expression source, IReadOnlyList<IArgumentOperation> arguments)
    {
        var anchor = Anchor(call);
        if (arguments.FirstOrDefault(argument => FunctionOf(argument) is null) is { } comparer)
        {
            return RefuseComparer([comparer]) ?? RefuseFunction(comparer);
        }

        var hasResult = call.Type is { } type && TypeReader.ElementType(type)?.Name != "IGrouping";
        if (!hasResult && !IsReadByQuery(call))
        {
            return Refuse(NameOf(call), "a group as a value", "select what you need of each group, as in '.Select(g => new { g.Key, Count = g.Count() })'");
        }

        source = Once(source, "values");
        if (source is InvalidExpression)
        {
            return source;
        }

        var element = source.Type.Element!;
        var key = ReadLambda(arguments[0], [element], ReadAlike, out var ofKey);
        if (key is InvalidExpression)
        {
            return key;
        }

        if (key.CanFail())
        {
            return key.IsVolatile() ? RefuseVolatile(arguments[0]) : Refuse(arguments[0].Value, "a key that can fail", "compute the keys before, with Select and ToList");
        }

        var keys = new QueryExpression(QueryFunction.Map, source, new Lambda(ofKey, key), null, source.Type with { Element = key.Type }, anchor);
        if (RefuseIdentity(call, keys) is { } refused)
        {
            return refused;
        }

        // The key of a group, and the elements that have it.
        var shared = Variable(KeyName, key.Type, anchor, out var ofGroup);
        var isInGroup = Compare(call, ComparisonOperator.Equal, key, shared);
        Expression items = new QueryExpression(QueryFunction.Filter, source, new Lambda(ofKey, isInGroup), null, source.Type, anchor);
        var isSelected = arguments.Count > (hasResult ? 2 : 1);
        if (isSelected)
        {
            items = Map(call, items, arguments[1], isWhole: false);
        }

        if (isInGroup is InvalidExpression || items is InvalidExpression)
        {
            return isInGroup is InvalidExpression ? isInGroup : items;
        }

        if (hasResult)
        {
            return MapGroups(call, Distinct(call, keys), arguments[arguments.Count - 1], shared, ofGroup, items);
        }

        var groupType = new WireType(WireKind.Object, GroupName, Element: items.Type.Element);
        var group = new ObjectExpression(
            new EquatableArray<PropertyExpression>(new PropertyExpression(KeyName, shared, IsAlwaysPresent: true), new PropertyExpression(ItemsName, items, IsAlwaysPresent: true)), groupType, anchor);
        return new QueryExpression(
            QueryFunction.Map, Distinct(call, keys), new Lambda(new EquatableArray<LambdaVariable>(ofGroup), group), null,
            new WireType(WireKind.Array, "groups", Element: groupType with { Element = key.Type, Key = items.Type }), anchor);
    }

    /// <summary>What a function makes of each group: the function of <c>Select</c>, or the last one of <c>GroupBy(x => x.Key, (key, items) => ..)</c>.</summary>
    /// <param name="call">The call with the function.</param>
    /// <param name="keys">The different keys.</param>
    /// <param name="function">The function.</param>
    /// <param name="shared">The key of a group.</param>
    /// <param name="ofGroup">The variable of the key.</param>
    /// <param name="items">The elements of a group.</param>
    private Expression MapGroups(IInvocationOperation call, Expression keys, IArgumentOperation function, LocalExpression shared, LambdaVariable ofGroup, Expression items)
    {
        if (FunctionOf(function) is not { Symbol.Parameters: var parameters } || parameters[parameters.Length - 1] is not { } ofItems || ofItems.Type.SpecialType is SpecialType.System_Int32)
        {
            return Refuse(function.Value, "an index of a group", "use the group alone");
        }

        if (parameters.Length == 2)
        {
            _locals[parameters[0]] = shared;
        }
        else
        {
            _groupKeys[ofItems] = shared;
        }

        OpenBlock();
        var group = Declare(items, ofItems.Name, items.Anchor, isDeclared: false);
        var body = ReadLambda(function, [], ReadAlike, out _, (ofItems, group));
        var block = _block;
        CloseBlock();
        return body is InvalidExpression ? body
            : RefuseInPart(call, function, body, isWhole: false)
                ?? (Expression)new QueryExpression(
                    QueryFunction.Map, keys, new Lambda(new EquatableArray<LambdaVariable>(ofGroup), ExpressionBlocks.Let(block.Bindings, body, body.Anchor)), null, Sequence(call, body.Type), Anchor(call));
    }

    /// <summary>The key and the elements of a group.</summary>
    private (Expression Key, Expression Items) PartsOf(LocalExpression group, ITypeSymbol type)
    {
        var (key, items) = (group.Type.Element ?? WireType.Unknown, group.Type.Key ?? context.Types.Read(type).AsNotNullable());
        return (new MemberExpression(group, KeyName, IsAlwaysPresent: true, key, group.Anchor), new MemberExpression(group, ItemsName, IsAlwaysPresent: true, items, group.Anchor));
    }

    /// <summary>Whether what reads a sequence of groups takes the groups apart.</summary>
    private static bool IsReadByQuery(IOperation query)
    {
        var place = query.Parent;
        while (place is IConversionOperation { IsImplicit: true } or IParenthesizedOperation or ITranslatedQueryOperation)
        {
            place = place.Parent;
        }

        return place is IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "Enumerable" } } reader } && name switch
        {
            "Select" or "SelectMany" or "Any" or "All" or "Count" or "Sum" or "Min" or "Max" or "Average" or "ToDictionary" => true,
            "Where" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Take" or "Skip" or "Reverse" => IsReadByQuery(reader),
            _ => false,
        };
    }

    /// <summary>Reads ToDictionary.</summary>
    private Expression ReadToDictionary(IInvocationOperation call, Expression source, IReadOnlyList<IArgumentOperation> arguments)
    {
        var anchor = Anchor(call);
        foreach (var argument in arguments)
        {
            if (FunctionOf(argument) is null && RefuseComparer([argument]) is { } refused)
            {
                return refused;
            }
        }

        source = Once(source, "values");
        if (source is InvalidExpression)
        {
            return source;
        }

        var element = source.Type.Element!;
        var key = ReadLambda(arguments[0], [element], ReadAlike, out var variables);
        key = key is InvalidExpression ? key : MemberName(key, FunctionOf(arguments[0])!);
        Expression value = new LocalExpression(key is InvalidExpression ? "" : variables[0].Name, element, anchor);
        if (arguments.Count > 1 && FunctionOf(arguments[1]) is not null)
        {
            value = ReadLambda(arguments[1], [element], ReadAlike, out var ofValue);
            value = value is InvalidExpression || key is InvalidExpression ? value
                : ExpressionBlocks.Replace(value, new Dictionary<string, Expression>(StringComparer.Ordinal) { [ofValue[0].Name] = new LocalExpression(variables[0].Name, element, anchor) });
        }

        if (key is InvalidExpression || value is InvalidExpression)
        {
            return key is InvalidExpression ? key : value;
        }

        if (key.IsVolatile() || value.IsVolatile())
        {
            return RefuseVolatile(arguments[0]);
        }

        var type = context.Types.Read(call.Type!).AsNotNullable() with { Element = value.Type };
        var entries = new QueryExpression(QueryFunction.Map, source, new Lambda(variables, new EntryExpression(key, value, type, anchor)), null, source.Type with { Element = type }, anchor);
        Expression keys = new QueryExpression(QueryFunction.Map, source, new Lambda(variables, key), null, source.Type with { Element = key.Type }, anchor);
        keys = Once(keys, "keys");
        var count = new CountExpression(keys, anchor);
        var isUnique = ExpressionSimplifier.Compare(ComparisonOperator.Equal, new CountExpression(Distinct(call, keys), anchor), count, anchor);
        return keys is InvalidExpression ? keys
            : ExpressionSimplifier.Conditional(isUnique, Function(ValueFunction.Merge, type, anchor, entries), new FailExpression("An item with the same key has already been added.", type, anchor), type, anchor);
    }

    private FunctionExpression Distinct(IInvocationOperation call, Expression source) =>
        Function(ValueFunction.Distinct, call.TargetMethod.Name is "Distinct" ? Sequence(call, source.Type.Element!) : source.Type, Anchor(call), source);

    private Expression ReadSetOperation(IInvocationOperation call, Expression source, Expression other)
    {
        if (other is InvalidExpression)
        {
            return other;
        }

        if (call.TargetMethod.Name is "Union")
        {
            return Concatenate(call, source, other) is var all && all is InvalidExpression ? all : Distinct(call, all) with { Type = all.Type };
        }

        var anchor = Anchor(call);
        other = Once(other, "other");
        var element = Variable("x", source.Type.Element!, anchor, out var variable);
        Expression test = new ContainsExpression(other, element, anchor);
        test = call.TargetMethod.Name is "Except" ? ExpressionSimplifier.Not(test, anchor) : test;
        var kept = new QueryExpression(QueryFunction.Filter, source, new Lambda(new EquatableArray<LambdaVariable>(variable), test), null, Sequence(call, source.Type.Element!), anchor);
        return other is InvalidExpression ? other : Distinct(call, kept);
    }
}

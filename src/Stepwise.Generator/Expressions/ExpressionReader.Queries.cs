using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>
/// Queries over arrays and lists: LINQ, in both syntaxes, and the methods of <c>List</c> and <c>Array</c> that do the same. C# evaluates some of them only in part, where the definition evaluates them whole.
/// That is the same unless a function in them can fail, or gives another value each time.
/// </content>
internal sealed partial class ExpressionReader
{
    private const string NoElements = "Sequence contains no elements";

    /// <summary>Reads a call that makes something of a collection; null for any other call.</summary>
    private Expression? ReadCollectionCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var name = method.Name;
        switch (method.ContainingType?.OriginalDefinition.ToDisplayString())
        {
            case "System.Linq.Enumerable" when name is "Empty":
                return new ArrayExpression(default, context.Types.Read(call.Type!).AsNotNullable(), Anchor(call));
            case "System.Linq.Enumerable" when name is "Range":
                return ReadRange(call);
            case "System.Linq.Enumerable" when method.IsExtensionMethod || call.Arguments.Length > 0:
            case "System.Array" when method.IsStatic && name is "Exists" or "Find" or "FindAll" or "FindLast" or "TrueForAll" or "ConvertAll":
            case "System.MemoryExtensions" when name is "Contains":
                return ArgumentOf(call.Arguments, 0) is { } source ? ReadQuery(call, source, [.. call.Arguments.Where(static argument => argument.Parameter?.Ordinal > 0).OrderBy(static argument => argument.Parameter!.Ordinal)]) : Invalid(call);
        }

        if (method.ContainingType is { Name: "CollectionExtensions" } && name is "GetValueOrDefault")
        {
            return ReadEntry(call, ArgumentOf(call.Arguments, 0)!, ArgumentOf(call.Arguments, 1)!);
        }

        if (call.Instance is not { Type: { } type } instance || method.ContainingType?.SpecialType is SpecialType.System_String)
        {
            return null;
        }

        if (TypeReader.DictionaryOf(type) is not null)
        {
            return ReadDictionaryCall(call, instance);
        }

        return context.Types.Read(type).Kind is WireKind.Array && name is "Contains" or "Exists" or "Find" or "FindAll" or "FindLast" or "TrueForAll" or "ConvertAll" or "ToArray"
            ? ReadQuery(call, instance, [.. call.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal)])
            : null;
    }

    /// <summary>Reads a call with a source of elements.</summary>
    /// <param name="call">The call.</param>
    /// <param name="operation">The source.</param>
    /// <param name="arguments">The other arguments, by parameter.</param>
    private Expression ReadQuery(IInvocationOperation call, IOperation operation, IReadOnlyList<IArgumentOperation> arguments)
    {
        var name = call.TargetMethod.Name;
        if (name is "OrderBy" or "OrderByDescending" or "Order" or "OrderDescending" or "ThenBy" or "ThenByDescending")
        {
            return ReadOrder(call);
        }

        var source = ReadSource(call, operation);
        if (source is InvalidExpression)
        {
            return source;
        }

        if (arguments.FirstOrDefault(static argument => argument.Parameter?.Type.TypeKind is TypeKind.Delegate && FunctionOf(argument) is null) is { } method)
        {
            return RefuseFunction(method);
        }

        var anchor = Anchor(call);
        var first = arguments.Count > 0 ? arguments[0] : null;
        var function = first is not null && FunctionOf(first) is not null ? first : null;
        switch (name)
        {
            case "ToList" or "ToArray" or "AsEnumerable" when arguments.Count == 0:
                return source with { Type = Sequence(call, source.Type.Element!) };
            case "Where" or "FindAll" when function is not null:
                return Filter(call, source, function, isWhole: name is "FindAll");
            case "Select" when function is not null && source is QueryExpression { Lambda: { Variables: [var ofKey], Body: ObjectExpression { Type.Name: GroupName, Properties: [var key, var items] } } } groups:
                return MapGroups(call, groups.Source, function, (LocalExpression)key.Value, ofKey, items.Value);
            case "Select" or "ConvertAll" when function is not null:
                return Map(call, source, function, isWhole: name is "ConvertAll");
            case "SelectMany" when function is not null && arguments.Count <= 2:
                return ReadSelectMany(call, source, arguments);
            case "OfType" when source.Type.Element is { } element && SymbolEqualityComparer.Default.Equals(Underlying(TypeReader.ElementType(WithoutView(operation).Type!)), TypeReader.ElementType(call.Type!)):
                return NotNullOf(call, source) with { Type = Sequence(call, element.AsNotNullable()) };
            case "Any" when arguments.Count == 0:
                return ExpressionSimplifier.Compare(ComparisonOperator.GreaterThan, new CountExpression(source, anchor), Number(0, anchor), anchor);
            case "Any" or "Exists" when function is not null:
                return ReadTest(call, source, function, isAny: true);
            case "All" or "TrueForAll" when function is not null:
                return ReadTest(call, source, function, isAny: false);
            case "Count" when function is not null || arguments.Count == 0:
                return function is null ? new CountExpression(source, anchor)
                    : Filter(call, source, function, isWhole: true) is var counted && counted is InvalidExpression ? counted
                    : new CountExpression(counted, anchor);
            case "First" or "Last" or "Single" or "FirstOrDefault" or "LastOrDefault" or "SingleOrDefault" or "Find" or "FindLast":
                return ReadOne(call, source, arguments, function);
            case "ElementAt" when first?.Parameter?.Type.SpecialType is SpecialType.System_Int32:
                return ReadAt(call, source, Read(first.Value), isFromEnd: false);
            case "Sum" or "Min" or "Max" or "Average" when arguments.Count == 0 || (function is not null && arguments.Count == 1):
                return ReadTotal(call, source, function);
            case "Aggregate" when FunctionOf(arguments[arguments.Count - 1]) is not null && arguments.Count <= 2:
                return ReadAggregate(call, source, arguments);
            case "Contains" when first is not null:
                return RefuseComparer(arguments) ?? ReadContains(call, source, Read(first.Value));
            case "Distinct":
                return RefuseComparer(arguments) ?? RefuseIdentity(call, source) ?? (Expression)Distinct(call, source);
            case "Union" or "Intersect" or "Except" when first is not null:
                return RefuseComparer(arguments) ?? RefuseIdentity(call, source) ?? ReadSetOperation(call, source, ReadSource(call, first.Value));
            case "Take" or "Skip" or "TakeLast" or "SkipLast" when first?.Parameter?.Type.SpecialType is SpecialType.System_Int32:
                return ReadPart(call, source, Read(first.Value));
            case "Concat" when first is not null:
                return Concatenate(call, source, ReadSource(call, first.Value));
            case "Append" or "Prepend" when first is not null:
                return ReadItems(call, [first.Value], Sequence(call, source.Type.Element!)) is var item && item is InvalidExpression ? item
                    : name is "Append" ? Concatenate(call, source, item)
                    : Concatenate(call, item, source);
            case "Reverse" when arguments.Count == 0:
                return Function(ValueFunction.Reverse, Sequence(call, source.Type.Element!), anchor, source);
            case "Zip" when arguments.Count == 2 && FunctionOf(arguments[1]) is not null:
                return ReadZip(call, source, arguments);
            case "GroupBy":
                return ReadGroups(call, source, arguments);
            case "ToDictionary" when function is not null:
                return ReadToDictionary(call, source, arguments);
            default:
                return Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "'", InsteadOfQuery(name));
        }
    }

    private static string InsteadOfQuery(string name) => name switch
    {
        "Cast" => "declare the elements with the type that they have",
        "OfType" => "add a property that tells the types apart, and test it in 'Where'",
        "MinBy" => "order and take the first, as in 'items.OrderBy(x => x.N).First()'",
        "MaxBy" => "order and take the first, as in 'items.OrderByDescending(x => x.N).First()'",
        "LongCount" => "use Count",
        "DistinctBy" => "group and take the first, as in 'items.GroupBy(x => x.Key).Select(g => g.First())'",
        "Join" or "GroupJoin" => "write 'from a in x from b in y where a.Key == b.Key select ...'",
        "ToHashSet" => "use Distinct and ToList",
        "ToLookup" => "use GroupBy",
        "Zip" => "pass a function, as in 'a.Zip(b, (x, y) => x + y)'",
        "ElementAtOrDefault" => "test the number of elements first",
        _ => "use Where, Select, Any, All, Count, First, Sum, OrderBy, GroupBy, Take, Skip or Concat",
    };

    /// <summary>Reads the array that a query is about, which is not null.</summary>
    private Expression ReadSource(IInvocationOperation call, IOperation operation)
    {
        var bare = WithoutView(operation);
        if (bare.Type is not { } type)
        {
            return Invalid(operation);
        }

        if (type.SpecialType is SpecialType.System_String)
        {
            return Refuse(bare, "a text as a sequence of characters", "use the methods of string");
        }

        if (TypeReader.DictionaryOf(type) is not null)
        {
            return Refuse(NameOf(call), "a query over a dictionary", "the order of its entries is not in the JSON: read one by its key, or use a list");
        }

        if (HasNoOrder(type) && call.TargetMethod.Name is not ("Contains" or "Any" or "All" or "Exists" or "TrueForAll"))
        {
            return Refuse(NameOf(call), "a query over a '" + Minimal(type) + "'", "use a list: the order and the number of its elements may differ from the JSON");
        }

        // A view as elements of a base type decides what is written of them.
        var seen = operation.Type is { IsRefLikeType: false } view ? TypeReader.ElementType(view) : null;
        var source = Read(seen is null || SymbolEqualityComparer.Default.Equals(TypeReader.ElementType(type), seen) ? bare : operation);
        if (source is InvalidExpression)
        {
            return source;
        }

        if (MayBeNullHere(source, bare))
        {
            return RefuseNull(call, bare);
        }

        return source.Type is { Kind: WireKind.Array, Element: not null } ? source.AsNotNull()
            : source.Type.Kind is WireKind.Opaque ? RefuseOpaque(NameOf(call), source.Type, "'" + Shorten(call.Syntax) + "' cannot be read")
            : Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "'", "query an array or a list");
    }

    /// <summary>A collection without the conversions to an interface or a span around it, which give another view of the same elements.</summary>
    private static IOperation WithoutView(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { IsImplicit: true, Operand: { Type.IsReferenceType: true } operand } conversion when conversion.Type is { IsReferenceType: true } or { IsRefLikeType: true }:
                    operation = operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case ITranslatedQueryOperation query:
                    operation = query.Operation;
                    break;
                default:
                    return operation;
            }
        }
    }

    private static bool HasNoOrder(ITypeSymbol type)
    {
        static bool IsOne(ITypeSymbol candidate) => candidate.Name is "ISet" or "IReadOnlySet" or "IImmutableSet" or "IImmutableStack" or "Stack" or "ConcurrentStack" or "ConcurrentBag" or "PriorityQueue";

        return IsOne(type) || type.AllInterfaces.Any(IsOne);
    }

    /// <summary>The type of an array that a call gives.</summary>
    private WireType Sequence(IInvocationOperation call, WireType element) => context.Types.Read(call.Type!).AsNotNullable() with { Kind = WireKind.Array, Element = element };

    private Expression Filter(IInvocationOperation call, Expression source, IArgumentOperation function, bool isWhole)
    {
        var body = ReadLambda(function, [source.Type.Element!, WireType.Integer], Read, out var variables);
        return body is InvalidExpression ? body
            : RefuseInPart(call, function, body, isWhole)
                ?? (Expression)new QueryExpression(QueryFunction.Filter, source, new Lambda(variables, body), null, FilteredType(call, source), Anchor(call));
    }

    /// <summary>The type of a part of an array. A call that gives something else makes the part on its way.</summary>
    private WireType FilteredType(IInvocationOperation call, Expression source) =>
        call.Type is { SpecialType: SpecialType.None } type && context.Types.Read(type).Kind is WireKind.Array && call.TargetMethod.Name is "Where" or "FindAll" ? Sequence(call, source.Type.Element!) : source.Type;

    private Expression Map(IInvocationOperation call, Expression source, IArgumentOperation function, bool isWhole)
    {
        var body = ReadLambda(function, [source.Type.Element!, WireType.Integer], ReadAlike, out var variables);
        return body is InvalidExpression ? body
            : RefuseInPart(call, function, body, isWhole)
                ?? (Expression)new QueryExpression(QueryFunction.Map, source, new Lambda(variables, body), null, call.TargetMethod.Name is "Select" or "ConvertAll" ? Sequence(call, body.Type) : source.Type with { Element = body.Type }, Anchor(call));
    }

    /// <summary>The elements that are not null.</summary>
    private Expression NotNullOf(IInvocationOperation call, Expression source)
    {
        if (!source.Type.Element!.IsNullable)
        {
            return source;
        }

        var element = Variable("x", source.Type.Element, Anchor(call), out var variable);
        var test = ExpressionSimplifier.IsNotNull(element, element.Anchor);
        return new QueryExpression(
            QueryFunction.Filter, source, new Lambda(new EquatableArray<LambdaVariable>(variable), test), null, source.Type with { Element = source.Type.Element.AsNotNullable() }, Anchor(call));
    }

    /// <summary>Reads Any or All with a condition: whether there is an element that fulfils it, or none that does not.</summary>
    private Expression ReadTest(IInvocationOperation call, Expression source, IArgumentOperation function, bool isAny)
    {
        var body = ReadLambda(function, [source.Type.Element!], Read, out var variables);
        if (body is InvalidExpression)
        {
            return body;
        }

        if (body.CanFail())
        {
            return Decide(call, source, function, variables, body, isAny);
        }

        var anchor = Anchor(call);
        var decisive = new Lambda(variables, isAny ? body : ExpressionSimplifier.Not(body, body.Anchor));
        var found = new CountExpression(new QueryExpression(QueryFunction.Filter, source, decisive, null, source.Type, anchor), anchor);
        return ExpressionSimplifier.Compare(isAny ? ComparisonOperator.GreaterThan : ComparisonOperator.Equal, found, Number(0, anchor), anchor);
    }

    /// <summary>Any or All with a condition that can fail: it is not evaluated behind the element that decides.</summary>
    private Expression Decide(IInvocationOperation call, Expression source, IArgumentOperation function, EquatableArray<LambdaVariable> variables, Expression body, bool isAny)
    {
        if (body.IsVolatile())
        {
            return RefuseVolatile(function);
        }

        var anchor = Anchor(call);
        var decided = Variable("decided", WireType.Boolean, anchor, out var variable);
        var next = isAny ? ExpressionSimplifier.Or(anchor, decided, body) : ExpressionSimplifier.And(anchor, decided, body);
        return new QueryExpression(
            QueryFunction.Fold, source, new Lambda(new EquatableArray<LambdaVariable>(variable, variables[0]), next), ExpressionSimplifier.Constant(!isAny, anchor), WireType.Boolean, anchor);
    }

    /// <summary>Reads First, Last or Single, with a condition or without.</summary>
    private Expression ReadOne(IInvocationOperation call, Expression source, IReadOnlyList<IArgumentOperation> arguments, IArgumentOperation? function)
    {
        var (name, anchor) = (call.TargetMethod.Name, Anchor(call));
        var fallback = arguments.FirstOrDefault(argument => argument != function);
        if (fallback is not null && FunctionOf(fallback) is not null)
        {
            return Invalid(call);
        }

        if (function is not null)
        {
            source = Filter(call, source, function, isWhole: false);
        }

        source = Once(source, "found");
        var isDefault = name is "Find" or "FindLast" || name.EndsWith("OrDefault", StringComparison.Ordinal);
        Expression otherwise = fallback is not null ? ReadAlike(fallback.Value) : isDefault ? DefaultOf(call) : new FailExpression(function is null ? NoElements : "Sequence contains no matching element", source.Type.Element ?? WireType.Unknown, anchor);
        if (source is InvalidExpression || otherwise is InvalidExpression)
        {
            return source is InvalidExpression ? source : otherwise;
        }

        if (fallback is not null && otherwise.CanFail())
        {
            otherwise = Once(otherwise);
        }

        var count = new CountExpression(source, anchor);
        var element = new ElementExpression(source, name is "Last" or "LastOrDefault" or "FindLast" ? -1 : 0, source.Type.Element!, anchor);
        Expression found = element;
        if (name is "Single" or "SingleOrDefault")
        {
            var more = new FailExpression("Sequence contains more than one element", source.Type.Element!, anchor);
            found = Choose(call, ExpressionSimplifier.Compare(ComparisonOperator.Equal, count, Number(1, anchor), anchor), element, more);
        }

        return Choose(call, ExpressionSimplifier.Compare(ComparisonOperator.Equal, count, Number(0, anchor), anchor), otherwise, found);
    }

    /// <summary>The default of the type that a call gives.</summary>
    private Expression DefaultOf(IInvocationOperation call) =>
        DefaultOf(call.Type!) is { } value ? At(value, call) : Refuse(NameOf(call), "the default of '" + Minimal(call.Type) + "'", "test whether there is an element first, and take First");

    /// <summary>Reads Sum, Min, Max or Average.</summary>
    private Expression ReadTotal(IInvocationOperation call, Expression source, IArgumentOperation? function)
    {
        var (name, anchor) = (call.TargetMethod.Name, Anchor(call));
        if (function is not null)
        {
            source = Map(call, source, function, isWhole: true);
            if (source is InvalidExpression)
            {
                return source;
            }
        }

        var element = source.Type.Element!;
        if (element.Kind is not (WireKind.Integer or WireKind.Long or WireKind.Decimal or WireKind.Double) || Underlying(call.Type)?.SpecialType is SpecialType.System_Single)
        {
            return Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "' of values that are not numbers", name is "Min" or "Max" ? "order the elements and take the first" : "use numbers");
        }

        if (element.Kind is WireKind.Decimal or WireKind.Long && name is "Sum" or "Average")
        {
            WarnInexact(call, TypeText.Of(element.AsNotNullable()));
        }

        // C# chooses by the type that the function is declared to give, even if its values are never null.
        var isNullable = IsNullableValue(call.Type);
        source = NotNullOf(call, source);
        var type = context.Types.Read(call.Type!).AsNotNullable();
        if (name is "Sum")
        {
            return Function(ValueFunction.Sum, type, anchor, source);
        }

        source = Once(source, "numbers");
        if (source is InvalidExpression)
        {
            return source;
        }

        var total = Function(name switch { "Min" => ValueFunction.Least, "Max" => ValueFunction.Greatest, _ => ValueFunction.Average }, type, anchor, source);
        Expression otherwise = isNullable ? ExpressionSimplifier.Null(type, anchor) : new FailExpression(NoElements, type, anchor);
        return Choose(call, ExpressionSimplifier.Compare(ComparisonOperator.Equal, new CountExpression(source, anchor), Number(0, anchor), anchor), otherwise, total);
    }

    private Expression ReadSelectMany(IInvocationOperation call, Expression source, IReadOnlyList<IArgumentOperation> arguments)
    {
        var anchor = Anchor(call);
        var items = ReadLambda(arguments[0], [source.Type.Element!, WireType.Integer], operation => ReadSource(call, operation), out var variables);
        if (items is InvalidExpression)
        {
            return items;
        }

        if (variables.Count != 1 || items.Type.Kind is not WireKind.Array)
        {
            return Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "'", "select an array or a list of each element, without an index");
        }

        if (RefuseInPart(call, arguments[0], items, isWhole: false) is { } refused)
        {
            return refused;
        }

        if (arguments.Count == 2)
        {
            // The second function sees the element too.
            if (FunctionOf(arguments[1]) is not { Symbol.Parameters: [var outer, _] })
            {
                return RefuseFunction(arguments[1]);
            }

            var element = new LocalExpression(variables[0].Name, source.Type.Element!, anchor);
            var made = ReadLambda(arguments[1], [source.Type.Element!, items.Type.Element!], ReadAlike, out var both, (outer, element));
            if (made is InvalidExpression || RefuseInPart(call, arguments[1], made, isWhole: false) is not null)
            {
                return made is InvalidExpression ? made : Invalid(call);
            }

            items = new QueryExpression(QueryFunction.Map, items, new Lambda(new EquatableArray<LambdaVariable>(both[1]), made), null, items.Type with { Element = made.Type }, anchor);
        }

        var type = Sequence(call, items.Type.Element!);
        var result = Variable("all", type, anchor, out var all);
        return new QueryExpression(
            QueryFunction.Fold, source, new Lambda(new EquatableArray<LambdaVariable>(all, variables[0]), Function(ValueFunction.Append, type, anchor, result, items)), new ArrayExpression(default, type, anchor), type, anchor);
    }

    private Expression ReadAggregate(IInvocationOperation call, Expression source, IReadOnlyList<IArgumentOperation> arguments)
    {
        var anchor = Anchor(call);
        var seed = arguments.Count == 2 ? ReadAlike(arguments[0].Value) : null;
        if (seed is InvalidExpression)
        {
            return seed;
        }

        var type = context.Types.Read(call.Type!).AsNotNullable();
        var start = seed?.Type ?? source.Type.Element!;
        type = type with { IsNullable = start.IsNullable };
        var body = ReadLambda(arguments[arguments.Count - 1], [type, source.Type.Element!], ReadAlike, out var variables);
        if (body is InvalidExpression)
        {
            return body;
        }

        if (body.IsVolatile())
        {
            return RefuseVolatile(arguments[arguments.Count - 1]);
        }

        if ((body.MayBeNull() && !type.IsNullable) || !type.IsTypeOf(body.Type))
        {
            return Refuse(NameOf(call), "the method call '" + Shorten(call.Syntax) + "', whose function gives another type than it starts with,", "give it a seed of the type of the result");
        }

        if (seed is null)
        {
            source = Once(source, "values");
        }

        var fold = new QueryExpression(QueryFunction.Fold, source, new Lambda(variables, body), seed, type, anchor);
        return source is InvalidExpression ? source : seed is not null ? fold
            : Choose(
                call, ExpressionSimplifier.Compare(ComparisonOperator.Equal, new CountExpression(source, anchor), Number(0, anchor), anchor), new FailExpression(NoElements, type, anchor), fold);
    }

    /// <summary>Reads the part of an array that Take, Skip, TakeLast or SkipLast keeps.</summary>
    private Expression ReadPart(IInvocationOperation call, Expression source, Expression count)
    {
        var anchor = Anchor(call);
        count = Once(count, "count");
        var fromEnd = call.TargetMethod.Name is "TakeLast" or "SkipLast";
        source = fromEnd ? Once(source, "values") : source;
        if (count is InvalidExpression || source is InvalidExpression)
        {
            return count is InvalidExpression ? count : source;
        }

        return Part(source, anchor, Sequence(call, source.Type.Element!), index => call.TargetMethod.Name switch
        {
            "Take" => Less(index, count),
            "Skip" => NotLess(index, count),
            "TakeLast" => NotLess(index, Minus(new CountExpression(source, anchor), count)),
            _ => Less(index, Minus(new CountExpression(source, anchor), count)),
        });
    }

    /// <summary>The elements whose index fulfils a condition.</summary>
    private QueryExpression Part(Expression source, int anchor, WireType type, Func<Expression, Expression> condition)
    {
        Variable("x", source.Type.Element!, anchor, out var element);
        var index = Variable("i", WireType.Integer, anchor, out var position);
        return new QueryExpression(QueryFunction.Filter, source, new Lambda(new EquatableArray<LambdaVariable>(element, position), condition(index)), null, type, anchor);
    }

    private static Expression Less(Expression left, Expression right) => ExpressionSimplifier.Compare(ComparisonOperator.LessThan, left, right, left.Anchor);

    private static Expression NotLess(Expression left, Expression right) => ExpressionSimplifier.Compare(ComparisonOperator.GreaterThanOrEqual, left, right, left.Anchor);

    private static ArithmeticExpression Minus(Expression left, Expression right) => new(ArithmeticOperator.Subtract, left, right, WireType.Integer, left.Anchor);

    private Expression Concatenate(IInvocationOperation call, Expression first, Expression second)
    {
        if (first is InvalidExpression || second is InvalidExpression)
        {
            return first is InvalidExpression ? first : second;
        }

        var element = first.Type.Element!.Join(second.Type.Element!) ?? first.Type.Element!;
        return Function(ValueFunction.Append, Sequence(call, element with { IsNullable = first.Type.Element!.IsNullable || second.Type.Element!.IsNullable }), Anchor(call), first, second);
    }

    private Expression ReadZip(IInvocationOperation call, Expression source, IReadOnlyList<IArgumentOperation> arguments)
    {
        var anchor = Anchor(call);
        var second = Once(ReadSource(call, arguments[0].Value), "other");
        if (second is InvalidExpression)
        {
            return second;
        }

        if (FunctionOf(arguments[1]) is not { Symbol.Parameters: [_, var other] })
        {
            return RefuseFunction(arguments[1]);
        }

        var index = Variable("i", WireType.Integer, anchor, out var position);
        var body = ReadLambda(arguments[1], [source.Type.Element!, second.Type.Element!], ReadAlike, out var variables, (other, new IndexExpression(second, index, second.Type.Element!, anchor)));
        if (body is InvalidExpression || RefuseInPart(call, arguments[1], body, isWhole: false) is not null)
        {
            return body is InvalidExpression ? body : Invalid(call);
        }

        var both = Part(source, anchor, source.Type, at => Less(at, new CountExpression(second, anchor)));
        return new QueryExpression(QueryFunction.Map, both, new Lambda(new EquatableArray<LambdaVariable>(variables[0], position), body), null, Sequence(call, body.Type), anchor);
    }

    /// <summary>Reads <c>Enumerable.Range(start, count)</c>.</summary>
    private Expression ReadRange(IInvocationOperation call)
    {
        var anchor = Anchor(call);
        var start = Once(Read(ArgumentOf(call.Arguments, 0)!), "start");
        var count = Once(Read(ArgumentOf(call.Arguments, 1)!), "count");
        if (start is InvalidExpression || count is InvalidExpression)
        {
            return start is InvalidExpression ? start : count;
        }

        var type = context.Types.Read(call.Type!).AsNotNullable();
        if (start is ConstantExpression { Value: JsonNumber first } && count is ConstantExpression { Value: JsonNumber number } && first.TryGetInt64(out var from) && number.TryGetInt64(out var length) && length >= 0)
        {
            return length == 0 ? new ArrayExpression(default, type, anchor) : Function(ValueFunction.Range, type, anchor, start, Number(from + length - 1, anchor));
        }

        var last = Minus(new ArithmeticExpression(ArithmeticOperator.Add, start, count, WireType.Integer, anchor), Number(1, anchor));
        return Choose(
            call, Less(count, Number(0, anchor)), new FailExpression("Specified argument was out of the range of valid values.", type, anchor), Function(ValueFunction.Range, type, anchor, start, last));
    }

    /// <summary>Refuses a function that can fail where C# may not call it for each element. Null where it calls it, or where it cannot fail.</summary>
    private InvalidExpression? RefuseInPart(IInvocationOperation call, IArgumentOperation function, Expression body, bool isWhole) =>
        !body.CanFail() || isWhole || IsEvaluatedWhole(call) ? null
        : body.IsVolatile() ? RefuseVolatile(function)
        : Refuse(
            function.Value,
            "a function that can fail in a query that C# may evaluate only in part",
            call.TargetMethod.Name is "Where" or "Select" or "SelectMany" or "Zip" or "GroupBy"
                ? "evaluate the query at once: add '.ToList()' to it"
                : "evaluate the condition for all elements first, as in 'items.Where(x => 10 / x > 1).ToList().First()'");

    private InvalidExpression RefuseVolatile(IArgumentOperation function) =>
        Refuse(function.Value, "a function that gives another value each time in a query that C# may evaluate only in part, or more than once", "compute the value before the query");

    /// <summary>Whether what reads a query evaluates all of it, at once.</summary>
    private static bool IsEvaluatedWhole(IOperation query)
    {
        for (var operation = query; ;)
        {
            var place = operation.Parent;
            while (place is IConversionOperation { IsImplicit: true } or IParenthesizedOperation or ITranslatedQueryOperation)
            {
                place = place.Parent;
            }

            if (place is not IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "Enumerable" } } reader })
            {
                return false;
            }

            switch (name)
            {
                case "ToList" or "ToArray" or "Sum" or "Min" or "Max" or "Average" or "Aggregate" or "ToDictionary" or "Count":
                    return true;
                case "Where" or "Select" or "Distinct" or "Reverse":
                    operation = reader;
                    break;
                default:
                    return false;
            }
        }
    }
}

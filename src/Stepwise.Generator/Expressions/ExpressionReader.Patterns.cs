using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Model;
using Stepwise.Generator.Symbols;
using Stepwise.Generator.Text;
using Stepwise.Json;

namespace Stepwise.Generator.Expressions;

/// <content>Patterns: each becomes the condition under which it matches.</content>
internal sealed partial class ExpressionReader
{
    /// <summary>What a switch or <c>is</c> looks at; a tuple is taken apart. What is computed is computed once, even if no pattern looks at it.</summary>
    /// <param name="operation">The operand.</param>
    /// <param name="patterns">The patterns that look at it, in order.</param>
    /// <param name="constants">How many constants it is compared with beside them.</param>
    public Subject ReadSubject(IOperation operation, IEnumerable<IPatternOperation> patterns, int constants = 0)
    {
        while (operation is IConversionOperation { Operand: ITupleOperation tuple })
        {
            operation = tuple;
        }

        if (operation is ITupleOperation { Elements: var elements })
        {
            return new Subject(null, elements.Select((element, i) => ReadSubject(element, patterns.SelectMany(pattern => PatternsOf(pattern, i)))).ToArray());
        }

        var value = Read(operation);
        var reads = constants + patterns.Sum(ReadsOf);
        return reads > 1 && !value.IsSmallTest() ? Once(value, patterns.Select(NameIn).FirstOrDefault(static name => name is not null) ?? "value")
            : value.CanFail() ? Once(value)
            : value;
    }

    /// <summary>The patterns in a pattern of a tuple that look at one element of it.</summary>
    private static IEnumerable<IPatternOperation> PatternsOf(IPatternOperation pattern, int element) => pattern switch
    {
        IRecursivePatternOperation { DeconstructionSubpatterns: var subpatterns } => element < subpatterns.Length ? [subpatterns[element]] : [],
        IBinaryPatternOperation binary => PatternsOf(binary.LeftPattern, element).Concat(PatternsOf(binary.RightPattern, element)),
        INegatedPatternOperation not => PatternsOf(not.Pattern, element),
        _ => [],
    };

    /// <summary>How often the condition that a pattern becomes reads the operand: 2 stands for any number above 1.</summary>
    private static int ReadsOf(IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation => 0,
        IConstantPatternOperation or IRelationalPatternOperation or ITypePatternOperation => 1,
        IRecursivePatternOperation { DeclaredSymbol: null, PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } => 1,
        INegatedPatternOperation not => ReadsOf(not.Pattern),
        IBinaryPatternOperation binary => ReadsOf(binary.LeftPattern) + ReadsOf(binary.RightPattern),
        _ => 2,
    };

    /// <summary>The name that a pattern gives the operand; null where it gives none.</summary>
    private static string? NameIn(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation { DeclaredSymbol.Name: var name } => name,
        IRecursivePatternOperation { DeclaredSymbol.Name: var name } => name,
        IListPatternOperation { DeclaredSymbol.Name: var name } => name,
        _ => null,
    };

    public Expression Match(IPatternOperation pattern, Subject subject)
    {
        if (subject.Value is InvalidExpression invalid)
        {
            return invalid;
        }

        var anchor = Anchor(pattern);
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return ExpressionSimplifier.Constant(true, anchor);
            case INegatedPatternOperation not:
                return ExpressionSimplifier.Not(Match(not.Pattern, subject), anchor);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and:
                return ExpressionSimplifier.And(anchor, Match(and.LeftPattern, subject), Match(and.RightPattern, subject));
            case IBinaryPatternOperation or:
                return ExpressionSimplifier.Or(anchor, Match(or.LeftPattern, subject), Match(or.RightPattern, subject));
            case IDeclarationPatternOperation { MatchesNull: true } var:
                return Bind(var.DeclaredSymbol, subject) ?? ExpressionSimplifier.Constant(true, anchor);
            case IRecursivePatternOperation recursive:
                return MatchRecursive(recursive, subject);
        }

        if (subject.Value is not { } value)
        {
            return pattern is IInvalidOperation ? Invalid(pattern) : Refuse(pattern, "'" + Shorten(pattern.Syntax) + "' for a tuple", "write a pattern for each element, as in '(> 0, _)'");
        }

        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return MatchConstant(constant, value);
            case IRelationalPatternOperation relation:
                return Compare(relation, Relation(relation.OperatorKind), value, ReadAs(relation.Value, value.Type));
            case ITypePatternOperation type:
                return MatchType(type, type.MatchedType, value);
            case IDeclarationPatternOperation declaration:
                var matched = declaration.MatchedType is { } declared ? MatchType(declaration, declared, value) : ExpressionSimplifier.IsNotNull(value, anchor);
                return matched is InvalidExpression ? matched : Bind(declaration.DeclaredSymbol, Narrowed(value, declaration.InputType, declaration.MatchedType)) ?? matched;
            case IListPatternOperation list:
                return MatchList(list, value);
            default:
                return Invalid(pattern);
        }
    }

    private static ComparisonOperator Relation(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => ComparisonOperator.LessThan,
        BinaryOperatorKind.LessThanOrEqual => ComparisonOperator.LessThanOrEqual,
        BinaryOperatorKind.GreaterThan => ComparisonOperator.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => ComparisonOperator.GreaterThanOrEqual,
        BinaryOperatorKind.NotEquals => ComparisonOperator.NotEqual,
        _ => ComparisonOperator.Equal,
    };

    /// <summary>Gives a pattern's variable what it stands for. Null where nothing is wrong.</summary>
    private InvalidExpression? Bind(ISymbol? variable, Subject subject)
    {
        if (variable is null)
        {
            return null;
        }

        if (subject.WhereMatched is not { } value)
        {
            return Refuse(variable.Locations[0], "a variable for a tuple", "name its elements, as in 'var (a, b)'");
        }

        _locals[variable] = value;
        return null;
    }

    private Expression MatchConstant(IConstantPatternOperation pattern, Expression value)
    {
        if (pattern.Value.ConstantValue is { HasValue: true, Value: null })
        {
            return ExpressionSimplifier.IsNull(value, Anchor(pattern));
        }

        return Compare(pattern, ComparisonOperator.Equal, value, ReadAs(pattern.Value, value.Type));
    }

    private Expression MatchType(IPatternOperation pattern, ITypeSymbol type, Expression value)
    {
        if (type is IErrorTypeSymbol)
        {
            return Invalid(pattern);
        }

        return TestType(pattern, type, pattern.InputType, value);
    }

    private Expression ReadTypeTest(IIsTypeOperation test)
    {
        var value = Read(test.ValueOperand);
        if (value is InvalidExpression || test.TypeOperand is IErrorTypeSymbol)
        {
            return Invalid(test);
        }

        var result = TestType(test, test.TypeOperand, test.ValueOperand.Type, value);
        return test.IsNegated ? ExpressionSimplifier.Not(result, Anchor(test)) : result;
    }

    private Expression TestType(IOperation test, ITypeSymbol type, ITypeSymbol? inputType, Expression value)
    {
        if (SymbolEqualityComparer.Default.Equals(Underlying(inputType), Underlying(type)))
        {
            return ExpressionSimplifier.Not(ExpressionSimplifier.IsNull(value, Anchor(test)), Anchor(test));
        }

        if (Underlying(inputType) is { } place && TypeReader.PolymorphismOf(place) is { } polymorphism)
        {
            return TestDiscriminator(test, type, place, polymorphism, value);
        }

        if (value.Type.Kind is not WireKind.Any)
        {
            return Refuse(NameOf(test), "a test for the type '" + Minimal(type) + "'", "test a property instead: JSON has no .NET types");
        }

        var name = context.Types.Read(type) switch
        {
            { Kind: WireKind.Boolean } => "boolean",
            { IsNumeric: true } => "number",
            { Kind: WireKind.Array } => "array",
            { Kind: WireKind.Object or WireKind.Dictionary } => "object",
            _ => "string",
        };
        return Refuse(
            NameOf(test),
            "a test for '" + Minimal(type) + "'",
            "System.Text.Json reads '" + Minimal(inputType) + "' as JSON, so that the test is false for every value in C#: declare the type of the value, or write Asl.Jsonata<bool>(\"$type($arg0) = '" + name + "'\", "
                + value.Describe() + ")");
    }

    private Expression MatchRecursive(IRecursivePatternOperation pattern, Subject subject)
    {
        var anchor = Anchor(pattern);
        if (subject.Items is { } items)
        {
            return MatchTuple(pattern, items);
        }

        var value = subject.Value!;
        Expression result;
        if (!SymbolEqualityComparer.Default.Equals(Underlying(pattern.InputType), Underlying(pattern.MatchedType)))
        {
            result = MatchType(pattern, pattern.MatchedType, value);
        }
        else if (pattern.PropertySubpatterns.IsEmpty && pattern.DeconstructionSubpatterns.IsEmpty)
        {
            // '{ }' asks for nothing else.
            result = ExpressionSimplifier.Not(ExpressionSimplifier.IsNull(value, anchor), anchor);
        }
        else
        {
            result = ExpressionSimplifier.IsNotNull(value, anchor);
        }

        if (result is InvalidExpression)
        {
            return result;
        }

        if (!pattern.DeconstructionSubpatterns.IsEmpty)
        {
            result = ExpressionSimplifier.And(anchor, result, MatchPositions(pattern, value));
        }

        foreach (var subpattern in pattern.PropertySubpatterns)
        {
            result = ExpressionSimplifier.And(anchor, result, MatchProperty(subpattern, value));
        }

        return Bind(pattern.DeclaredSymbol, Narrowed(value, pattern.InputType, pattern.MatchedType)) ?? result;
    }

    private Expression MatchProperty(IPropertySubpatternOperation subpattern, Expression value)
    {
        switch (subpattern.Member)
        {
            case IPropertyReferenceOperation { Property: { IsStatic: false, Name: "Length" } } length when value.Type.Kind is WireKind.String:
                return MatchLength(length, subpattern.Pattern, value);
            case IPropertyReferenceOperation property:
                var member = ReadMember(value, property, instance: null);
                return member is InvalidExpression ? member
                    : !member.IsRepeatable() && !IsFixed(member) && ReadsOf(subpattern.Pattern) > 1 ? Refuse(subpattern.Member, "the computed property '" + property.Property.Name + "' in a pattern that reads it more than once", "read it into a local variable first")
                    : Match(subpattern.Pattern, new Subject(member, null) { WhereMatched = value.MayBeNull() ? ReadMember(value.AsNotNull(), property, instance: null) : member });
            case IInvalidOperation:
                return Invalid(subpattern);
            default:
                return Refuse(subpattern.Member, "the field '" + Shorten(subpattern.Member.Syntax) + "'", "make it a property, which is in the JSON");
        }
    }

    private Expression MatchTuple(IRecursivePatternOperation pattern, IReadOnlyList<Subject> items)
    {
        var subpatterns = pattern.DeconstructionSubpatterns;
        if (subpatterns.Length != items.Count || !pattern.PropertySubpatterns.IsEmpty)
        {
            return subpatterns.IsEmpty && pattern.PropertySubpatterns.IsEmpty
                ? ExpressionSimplifier.Constant(true, Anchor(pattern))
                : Refuse(pattern, "'" + Shorten(pattern.Syntax) + "' for a tuple", "write a pattern for each element, as in '(> 0, _)'");
        }

        var result = ExpressionSimplifier.Constant(true, Anchor(pattern));
        for (var i = 0; i < items.Count; i++)
        {
            result = ExpressionSimplifier.And(Anchor(pattern), result, Match(subpatterns[i], items[i]));
        }

        return result;
    }

    /// <summary>A positional pattern of a record is a property pattern: the compiler makes Deconstruct of the primary constructor.</summary>
    private Expression MatchPositions(IRecursivePatternOperation pattern, Expression value)
    {
        if (pattern.DeconstructSymbol is not IMethodSymbol { ContainingType: { IsRecord: true } type } deconstruct || !IsSynthesized(deconstruct))
        {
            return pattern.DeconstructSymbol is null && pattern.MatchedType is IErrorTypeSymbol
                ? Invalid(pattern)
                : Refuse(pattern, "a Deconstruct method", "match properties, as in '{ Name: ... }'");
        }

        var result = ExpressionSimplifier.Constant(true, Anchor(pattern));
        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length && i < deconstruct.Parameters.Length; i++)
        {
            var subpattern = pattern.DeconstructionSubpatterns[i];
            var name = deconstruct.Parameters[i].Name;
            var property = context.Types.Properties(type).FirstOrDefault(candidate => candidate.Symbol.Name == name);
            if (property is null)
            {
                return Refuse(subpattern, "the property '" + name + "'", "it is not in the JSON: make it public, without [JsonIgnore]");
            }

            if (RefuseUnread(property, subpattern) is { } refused)
            {
                return refused;
            }

            var member = new Subject(WireMember.Of(value, property, Anchor(subpattern)), null) { WhereMatched = WireMember.Of(value.AsNotNull(), property, Anchor(subpattern)) };
            result = ExpressionSimplifier.And(Anchor(pattern), result, Match(subpattern, member));
        }

        return result;
    }

    /// <summary>Whether a record's Deconstruct is the compiler's own. One from a library cannot be told apart but by its parameters.</summary>
    private static bool IsSynthesized(IMethodSymbol method) =>
        method.IsImplicitlyDeclared
        || (method.DeclaringSyntaxReferences.IsEmpty && method.ContainingType.InstanceConstructors.Any(constructor =>
            constructor.Parameters.Length == method.Parameters.Length
            && constructor.Parameters.Select(static parameter => parameter.Name).SequenceEqual(method.Parameters.Select(static parameter => parameter.Name))));

    private Expression MatchList(IListPatternOperation pattern, Expression value)
    {
        if (value.Type.Kind is not WireKind.Array)
        {
            return value.Type.Kind is WireKind.Bytes
                ? Refuse(pattern, "a list pattern for a byte array", "JSON has it as text in Base64: declare an array or a list of int")
                : Refuse(pattern, "a list pattern for '" + TypeText.Of(value.Type.AsNotNullable()) + "'", "match an array or a list");
        }

        var anchor = Anchor(pattern);
        var slice = -1;
        for (var i = 0; i < pattern.Patterns.Length; i++)
        {
            if (pattern.Patterns[i] is ISlicePatternOperation)
            {
                slice = i;
            }
        }

        var count = pattern.Patterns.Length - (slice < 0 ? 0 : 1);
        var result = ExpressionSimplifier.IsNotNull(value, anchor);
        var list = value.AsNotNull();
        if (slice < 0 || count > 0)
        {
            var bound = new ConstantExpression(new JsonNumber((long)count), WireType.Integer, anchor);
            result = ExpressionSimplifier.And(
                anchor,
                result,
                ExpressionSimplifier.Compare(slice < 0 ? ComparisonOperator.Equal : ComparisonOperator.GreaterThanOrEqual, new CountExpression(list, anchor), bound, anchor));
        }

        for (var i = 0; i < pattern.Patterns.Length; i++)
        {
            if (i == slice)
            {
                if (((ISlicePatternOperation)pattern.Patterns[i]).Pattern is { } inner and not IDiscardPatternOperation)
                {
                    result = ExpressionSimplifier.And(anchor, result, Match(inner, new Subject(Between(value, i, count - i, inner), null)));
                }
            }
            else
            {
                var index = slice >= 0 && i > slice ? i - pattern.Patterns.Length : i;
                var element = new ElementExpression(list, index, value.Type.Element ?? WireType.Unknown, Anchor(pattern.Patterns[i]));
                result = ExpressionSimplifier.And(anchor, result, Match(pattern.Patterns[i], element));
            }
        }

        return Bind(pattern.DeclaredSymbol, list) ?? result;
    }
}

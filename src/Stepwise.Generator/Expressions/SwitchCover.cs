using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Stepwise.Generator.Symbols;

namespace Stepwise.Generator.Expressions;

/// <summary>
/// Whether patterns match every value that JSON can have. The compiler's own proof asks for an arm for null also where nothing is declared to be null. This one tries each kind of value
/// of each place that the patterns test, as far as the patterns need it to decide.
/// </summary>
internal sealed class SwitchCover
{
    /// <summary>The most decisions that are tried. Patterns that need more are taken not to match everything.</summary>
    private const int Limit = 10_000;

    private const int Null = -1;

    private readonly TypeReader _types;
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _chosen = new(StringComparer.Ordinal);
    private readonly List<IPatternOperation> _patterns = [];
    private int _steps;

    private SwitchCover(TypeReader types) => _types = types;

    /// <summary>Whether the arms of a switch match every value of its operand.</summary>
    public static bool IsTotal(ISwitchExpressionOperation @switch, Subject subject, TypeReader types)
    {
        var cover = new SwitchCover(types);
        cover.AddSubject(subject, "");
        foreach (var arm in @switch.Arms)
        {
            // An arm with a condition may not apply, and one whose pattern is not understood is taken not to.
            if (cover.Add(arm.Pattern, "") && arm.Guard is null)
            {
                cover._patterns.Add(arm.Pattern);
            }
        }

        return cover.MatchesAll();
    }

    private void AddSubject(Subject subject, string key)
    {
        if (subject.Value is { } value)
        {
            _places.Add(key, new Place(value.Type.IsNullable));
            return;
        }

        for (var i = 0; i < subject.Items!.Count; i++)
        {
            AddSubject(subject.Items[i], Item(key, i));
        }
    }

    /// <summary>Adds the places that a pattern tests, and the constants that it compares with. Returns false if it has a pattern that is not understood.</summary>
    private bool Add(IPatternOperation pattern, string key)
    {
        _places.TryGetValue(key, out var place);
        switch (pattern)
        {
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }:
                return true;
            case INegatedPatternOperation not:
                return Add(not.Pattern, key);
            case IBinaryPatternOperation binary:
                return Add(binary.LeftPattern, key) & Add(binary.RightPattern, key);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } }:
                return constant is null || (place is not null && place.Add(pattern.InputType, constant));
            case IRelationalPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } bound } }:
                return place is not null && place.Add(pattern.InputType, bound);
            case IDeclarationPatternOperation declaration:
                return IsSame(pattern, declaration.MatchedType);
            case ITypePatternOperation type:
                return IsSame(pattern, type.MatchedType);
            case IRecursivePatternOperation recursive:
                return AddParts(recursive, key);
            default:
                return false;
        }
    }

    private bool AddParts(IRecursivePatternOperation pattern, string key)
    {
        var isUnderstood = pattern.InputType.IsTupleType || IsSame(pattern, pattern.MatchedType);
        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            if (Position(pattern, i, key) is { } part)
            {
                isUnderstood &= Add(pattern.DeconstructionSubpatterns[i], part);
            }
            else
            {
                isUnderstood = false;
            }
        }

        foreach (var subpattern in pattern.PropertySubpatterns)
        {
            if (Part(subpattern, key) is { } part)
            {
                isUnderstood &= Add(subpattern.Pattern, part);
            }
            else
            {
                isUnderstood = false;
            }
        }

        return isUnderstood;
    }

    /// <summary>The place of a property; null where it is not one that the JSON gives.</summary>
    private string? Part(IPropertySubpatternOperation subpattern, string key) =>
        subpattern.Member is IPropertyReferenceOperation reference && ExpressionReader.FindProperty(_types, reference) is { } property ? Part(property, key) : null;

    private string Part(WireProperty property, string key)
    {
        var part = key + "." + property.Symbol.Name;
        if (!_places.ContainsKey(part))
        {
            _places.Add(part, new Place(property.Type.IsNullable));
        }

        return part;
    }

    /// <summary>The place of an element of a tuple, or of a parameter of a record.</summary>
    private string? Position(IRecursivePatternOperation pattern, int index, string key) =>
        pattern.InputType.IsTupleType ? Item(key, index)
        : pattern.DeconstructSymbol is IMethodSymbol { ContainingType: { IsRecord: true } type } method && index < method.Parameters.Length
            && _types.Properties(type).FirstOrDefault(candidate => candidate.Symbol.Name == method.Parameters[index].Name) is { } property ? Part(property, key)
        : null;

    private static string Item(string key, int index) => key + "#" + index.ToString(CultureInfo.InvariantCulture);

    private static bool IsSame(IPatternOperation pattern, ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(Underlying(pattern.InputType), Underlying(type));

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>Whether one of the patterns matches, whatever the places are that have not been chosen.</summary>
    private bool MatchesAll()
    {
        foreach (var pattern in _patterns)
        {
            string? open = null;
            var matches = Match(pattern, "", ref open);
            if (open is not null)
            {
                return TryAll(open);
            }

            if (matches)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryAll(string key)
    {
        foreach (var value in _places[key].Values())
        {
            _chosen[key] = value;
            var matches = _steps++ < Limit && MatchesAll();
            _chosen.Remove(key);
            if (!matches)
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="pattern">The pattern.</param>
    /// <param name="key">The place that it tests.</param>
    /// <param name="open">A place that has to be chosen before it is known whether the pattern matches.</param>
    private bool Match(IPatternOperation pattern, string key, ref string? open)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }:
                return true;
            case INegatedPatternOperation not:
                return !Match(not.Pattern, key, ref open);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and:
                return Match(and.LeftPattern, key, ref open) && open is null && Match(and.RightPattern, key, ref open);
            case IBinaryPatternOperation or:
                return Match(or.LeftPattern, key, ref open) || (open is null && Match(or.RightPattern, key, ref open));
            case IRecursivePatternOperation { InputType.IsTupleType: true } tuple:
                return MatchParts(tuple, key, ref open);
        }

        if (!_chosen.TryGetValue(key, out var chosen))
        {
            open ??= key;
            return false;
        }

        return pattern switch
        {
            IConstantPatternOperation { Value.ConstantValue.Value: null } => chosen == Null,
            IConstantPatternOperation { Value.ConstantValue.Value: { } constant } => chosen == _places[key].IndexOf(constant),
            IRelationalPatternOperation { Value.ConstantValue.Value: { } bound } relation => chosen != Null && _places[key].IndexOf(bound) is var index && relation.OperatorKind switch
            {
                BinaryOperatorKind.LessThan => chosen < index,
                BinaryOperatorKind.LessThanOrEqual => chosen <= index,
                BinaryOperatorKind.GreaterThan => chosen > index,
                _ => chosen >= index,
            },
            IRecursivePatternOperation recursive => chosen != Null && MatchParts(recursive, key, ref open),
            _ => chosen != Null,
        };
    }

    private bool MatchParts(IRecursivePatternOperation pattern, string key, ref string? open)
    {
        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            if (!Match(pattern.DeconstructionSubpatterns[i], Position(pattern, i, key)!, ref open) || open is not null)
            {
                return false;
            }
        }

        foreach (var subpattern in pattern.PropertySubpatterns)
        {
            if (!Match(subpattern.Pattern, Part(subpattern, key)!, ref open) || open is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A place that patterns test: each constant that they compare it with is a kind of value, and so is what lies between two of them.</summary>
    private sealed class Place(bool mayBeNull)
    {
        private readonly SortedSet<decimal> _numbers = [];
        private readonly List<object> _others = [];
        private List<decimal>? _order;
        private ITypeSymbol? _type;

        /// <summary>Adds a constant. Returns false for one that is not understood.</summary>
        public bool Add(ITypeSymbol type, object constant)
        {
            _type = Underlying(type);
            switch (Number(constant))
            {
                case { } number:
                    _numbers.Add(number);
                    return true;
                case null when constant is string or bool:
                    if (!_others.Contains(constant))
                    {
                        _others.Add(constant);
                    }

                    return true;
                default:
                    return false;
            }
        }

        /// <summary>The kinds of values.</summary>
        public IEnumerable<int> Values()
        {
            if (mayBeNull)
            {
                yield return Null;
            }

            if (_type?.SpecialType is SpecialType.System_Boolean)
            {
                yield return 0;
                yield return 1;
                yield break;
            }

            // Between two numbers, before the first and behind the last are even; the numbers are odd.
            var order = Order();
            var isWhole = _type?.SpecialType is not (SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal);
            for (var i = 0; i <= 2 * order.Count; i++)
            {
                if (i % 2 == 1 || i == 0 || i == 2 * order.Count || !isWhole || order[i / 2] - order[(i / 2) - 1] > 1)
                {
                    yield return i;
                }
            }

            for (var i = 0; i < _others.Count; i++)
            {
                yield return (2 * order.Count) + 1 + i;
            }
        }

        public int IndexOf(object constant) => constant switch
        {
            bool boolean => boolean ? 1 : 0,
            string => (2 * Order().Count) + 1 + _others.IndexOf(constant),
            _ => (2 * Order().IndexOf(Number(constant)!.Value)) + 1,
        };

        private List<decimal> Order() => _order ??= [.. _numbers];

        /// <summary>A number, or the number of a character; null for anything else, and for a number that is too large to be compared exactly.</summary>
        private static decimal? Number(object constant) => constant switch
        {
            char character => character,
            double or float => Math.Abs(Convert.ToDouble(constant, CultureInfo.InvariantCulture)) < 1e15 && Convert.ToDouble(constant, CultureInfo.InvariantCulture) is var real && (double)(decimal)real == real
                ? (decimal)real
                : null,
            bool or string => null,
            IConvertible number => number.ToDecimal(CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}

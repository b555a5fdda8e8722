using Stepwise.Json;
using Stepwise.Jsonata.Runtime;

namespace Stepwise.Jsonata.Operations;

/// <summary><c>^(a, &gt;b)</c>. A term is evaluated at most once for each item, and only if earlier terms do not decide.</summary>
internal sealed class SortOperation((Operation Term, bool IsDescending)[] terms, int position)
{
    /// <summary>Returns the items in order; the same array if there is nothing to sort.</summary>
    public JsonArray Sort(JsonArray items, Frame frame, Evaluation evaluation)
    {
        if (items.Count < 2)
        {
            return items;
        }

        evaluation.Allocate(items.Count);
        var sorting = new Sorting(this, items.Items, (items.Traits & PathTuple.StreamTrait) != 0, frame, evaluation);
        return new JsonArray(sorting.Run(), JsonArrayTraits.None);
    }

    private sealed class Sorting
    {
        private readonly SortOperation _sort;
        private readonly JsonValue[] _items;
        private readonly bool _areTuples;
        private readonly Frame _frame;
        private readonly Evaluation _evaluation;
        private readonly JsonValue?[][] _keys;

        public Sorting(SortOperation sort, JsonValue[] items, bool areTuples, Frame frame, Evaluation evaluation)
        {
            _sort = sort;
            _items = items;
            _areTuples = areTuples;
            _frame = frame;
            _evaluation = evaluation;
            _keys = new JsonValue?[sort.Terms.Length][];
        }

        public JsonValue[] Run()
        {
            var order = new int[_items.Length];
            for (var i = 0; i < order.Length; i++)
            {
                order[i] = i;
            }

            Sort(order, new int[order.Length]);
            var sorted = new JsonValue[order.Length];
            for (var i = 0; i < sorted.Length; i++)
            {
                sorted[i] = _items[order[i]];
            }

            return sorted;
        }

        private void Sort(Span<int> order, Span<int> scratch)
        {
            if (order.Length < 2)
            {
                return;
            }

            var middle = order.Length / 2;
            Sort(order[..middle], scratch);
            Sort(order[middle..], scratch);
            order.CopyTo(scratch);
            var left = 0;
            var right = middle;
            for (var i = 0; i < order.Length; i++)
            {
                order[i] = left < middle && (right == order.Length || Compare(scratch[left], scratch[right]) <= 0) ? scratch[left++] : scratch[right++];
            }
        }

        private int Compare(int a, int b)
        {
            _evaluation.Step();
            for (var term = 0; term < _keys.Length; term++)
            {
                var comparison = Compare(Key(term, a), Key(term, b), _sort.Terms[term].IsDescending);
                if (comparison != 0)
                {
                    return comparison;
                }
            }

            return 0;
        }

        private JsonValue? Key(int term, int item)
        {
            var keys = _keys[term] ??= new JsonValue?[_items.Length];
            var key = keys[item];
            if (key is null)
            {
                var operation = _sort.Terms[term].Term;
                key = _areTuples && _items[item] is PathTuple tuple
                    ? operation.Evaluate(tuple.Item, tuple.Enter(_frame), _evaluation)
                    : operation.Evaluate(_items[item], _frame, _evaluation);
                keys[item] = key ?? Frame.Nothing;
            }

            return ReferenceEquals(key, Frame.Nothing) ? null : key;
        }

        private int Compare(JsonValue? a, JsonValue? b, bool isDescending)
        {
            // An item without a value for the term comes last.
            if (a is null || b is null)
            {
                return a is null ? b is null ? 0 : 1 : -1;
            }

            int comparison;
            if (a is JsonNumber number && b is JsonNumber other)
            {
                comparison = number.ToDouble().CompareTo(other.ToDouble());
            }
            else if (a is JsonString text && b is JsonString second)
            {
                comparison = Comparison.Compare(text.Value, second.Value);
            }
            else if (a is not (JsonString or JsonNumber) || b is not (JsonString or JsonNumber))
            {
                throw new JsonataException("T2008") { Position = _sort.Position, Value = a is JsonString or JsonNumber ? b : a };
            }
            else
            {
                throw new JsonataException("T2007") { Position = _sort.Position, Value = a, SecondValue = b };
            }

            return isDescending ? -Math.Sign(comparison) : comparison;
        }
    }

    private (Operation Term, bool IsDescending)[] Terms => terms;

    private int Position => position;
}

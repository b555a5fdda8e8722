using System.Diagnostics;
using System.Runtime.CompilerServices;
using Stepwise.Json;
using Stepwise.Jsonata.Syntax;

namespace Stepwise.Jsonata.Runtime;

/// <summary>The state of one evaluation: the input, the variables, the limits and how much of them is used.</summary>
internal sealed class Evaluation
{
    private const int StepsBetweenChecks = 256;

    private long _deadline = -1;
    private readonly int _maxDepth;
    private readonly int _maxBound = int.MaxValue;
    private int _nesting;
    private long _memoryAtStart = -1;
    private long _allocatedAtStart;
    private DateTimeOffset? _now;
    private int _stepsToCheck = StepsBetweenChecks;
    private int _depth;
    private JsonValue[] _items = [];

    public Evaluation(JsonataOptions options, JsonataSyntaxOptions syntaxOptions, IReadOnlyDictionary<string, JsonValue>? bindings, JsonValue? root, bool countsNesting)
    {
        Options = options;
        SyntaxOptions = syntaxOptions;
        Bindings = bindings;
        Root = root;
        _maxDepth = options.MaxDepth;
        IsStepFunctions = options.Dialect == JsonataDialect.StepFunctions;
        CountsNesting = countsNesting;
        if (IsStepFunctions && !countsNesting)
        {
            _maxBound = StepFunctionsDialect.MaxNesting;
        }
    }

    public JsonataOptions Options { get; }

    /// <summary>Whether the expression is evaluated in the dialect of Step Functions.</summary>
    public bool IsStepFunctions { get; }

    /// <summary>Whether each evaluation that nests is counted.</summary>
    public bool CountsNesting { get; }

    /// <summary>The options with which the expression was parsed, and with which <c>$eval</c> parses.</summary>
    public JsonataSyntaxOptions SyntaxOptions { get; }

    /// <summary>The variables that the caller gives; null means no variables.</summary>
    public IReadOnlyDictionary<string, JsonValue>? Bindings { get; }

    /// <summary>The input of the expression: the value of <c>$$</c>.</summary>
    public JsonValue? Root { get; }

    /// <summary>The tail call that the caller of the current function has to make.</summary>
    public TailCall? PendingCall { get; set; }

    /// <summary>The variables at the call of a <see cref="CallSiteFunction"/>, which the function takes.</summary>
    public (Frame Frame, Scope Scope)? CallSite { get; set; }

    /// <summary>The time of the evaluation. It does not change while the evaluation runs.</summary>
    public DateTimeOffset Now => _now ??= Options.TimeProvider.GetUtcNow();

    public Random Random => Options.Random ?? Random.Shared;

    /// <summary>The time that is left for the evaluation; null if there is no limit.</summary>
    public TimeSpan? TimeLeft
        => Deadline() is var deadline && deadline == long.MaxValue
            ? null
            : TimeSpan.FromSeconds(Math.Max(0, (double)(deadline - Stopwatch.GetTimestamp()) / Stopwatch.Frequency));

    internal int ItemCount { get; private set; }

    /// <summary>Counts a step, and throws if the time is over or the token is canceled. Every loop over data calls it for each item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step()
    {
        if (--_stepsToCheck <= 0)
        {
            CheckLimits();
        }
    }

    /// <summary>Goes one level deeper, and throws if that is too deep. The caller calls <see cref="Leave"/> afterwards, unless an error ends the evaluation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        if (++_depth > _maxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooDeep();
        }
    }

    /// <summary>Throws if the body of a function would be too deep. The call has already gone one level deeper.</summary>
    /// <param name="nesting">The number of evaluations that may nest in the body.</param>
    /// <exception cref="NestingException">Only counting shows whether the evaluations nest too deeply.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CheckDepth(int nesting)
    {
        CheckNesting(nesting);
        if (_depth >= _maxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooDeep();
        }
    }

    /// <summary>Throws if more evaluations may nest than the dialect allows. An evaluation that counts them does not throw here.</summary>
    /// <param name="nesting">The number of evaluations that may nest in the function that is called.</param>
    /// <exception cref="NestingException">Only counting shows whether the evaluations nest too deeply.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CheckNesting(int nesting)
    {
        if (_depth + nesting > _maxBound)
        {
            throw new NestingException();
        }
    }

    /// <summary>Throws if the stack is nearly full. For recursion that JSONata's depth does not count.</summary>
    public static void WatchStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooDeep();
        }
    }

    /// <summary>Goes some levels deeper, or back if the number is negative. <see cref="Enter"/> checks the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Descend(int levels) => _depth += levels;

    /// <summary>Goes one level back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave() => _depth--;

    /// <summary>Goes into an evaluation that is counted, and throws if it nests too deeply.</summary>
    public void Nest(int levels)
    {
        if (_nesting + levels > StepFunctionsDialect.MaxNesting)
        {
            throw StepFunctionsDialect.TooNested(_nesting + levels);
        }

        _nesting++;
    }

    /// <summary>Leaves an evaluation that is counted.</summary>
    public void Unnest() => _nesting--;

    /// <summary>Throws if a sequence of so many items is too long, or if the memory limit is exceeded.</summary>
    public void Allocate(long items)
    {
        if (items > Options.MaxSequenceLength)
        {
            throw TooLarge("a sequence");
        }

        _stepsToCheck -= (int)Math.Min(items / 16, StepsBetweenChecks);
        Step();
    }

    /// <summary>The value that the bindings or the options give a variable; null if they do not.</summary>
    public JsonValue? FindBinding(string name)
    {
        if (Bindings is { } bindings && bindings.TryGetValue(name, out var value))
        {
            return value;
        }

        return Options.Functions is { } functions && functions.TryGetValue(name, out var function) ? function.AsFunction(name) : null;
    }

    /// <summary>Calls a function with as many of the arguments as it has parameters, as <c>$map</c> and similar functions do.</summary>
    public JsonValue? Apply(JsonValue function, JsonValue? a) => Function(function).Invoke(a, JsonNull.Instance, this);

    /// <summary>Calls a function with as many of the arguments as it has parameters, as <c>$map</c> and similar functions do.</summary>
    public JsonValue? Apply(JsonValue function, JsonValue? a, JsonValue? b)
    {
        var called = Function(function);
        return called.Arity >= 2 ? called.Invoke(a, b, JsonNull.Instance, this) : called.Invoke(a, JsonNull.Instance, this);
    }

    /// <summary>Calls a function with as many of the arguments as it has parameters, as <c>$map</c> and similar functions do.</summary>
    public JsonValue? Apply(JsonValue function, JsonValue? a, JsonValue? b, JsonValue? c)
    {
        var called = Function(function);
        return called.Arity switch
        {
            >= 3 => called.Invoke(a, b, c, JsonNull.Instance, this),
            2 => called.Invoke(a, b, JsonNull.Instance, this),
            _ => called.Invoke(a, JsonNull.Instance, this),
        };
    }

    /// <summary>Calls a function with all arguments.</summary>
    public JsonValue? Apply(JsonValue function, JsonValue?[] arguments) => Function(function).Invoke(arguments, JsonNull.Instance, this);

    public static JsonataException TooLarge(string what) => new("U1002") { UserMessage = what };

    /// <summary>Creates the error for an evaluation whose time is over.</summary>
    public static JsonataException TimedOut() => new("U1001") { UserMessage = "Expression evaluation timeout: Check for infinite loop" };

    /// <summary>Removes from a result what only an evaluation uses: functions, tuples, and the traits of sequences.</summary>
    public JsonValue? Clean(JsonValue? result)
    {
        switch (result)
        {
            case JsonArray or JsonObject:
                return IsClean(result) ? result : Cleaned(result);
            case JsonataFunction:
                return Options.AllowFunctionResults ? null : throw new JsonataException("D3200");
            case NonFinite:
                return Storable(result);
            case PathTuple tuple:
                return Clean(tuple.Item);
            default:
                return result;
        }
    }

    /// <summary>Returns the value as an array, an object or a result contains it. Infinity and NaN are not values of JSON: JSONata fails with D1001, and Step Functions writes their names.</summary>
    internal JsonValue Storable(JsonValue value)
    {
        if (value is not NonFinite number)
        {
            return value;
        }

        if (!IsStepFunctions)
        {
            NonFinite.Refuse(value);
        }

        return StepFunctionsDialect.TextOf(number.Value);
    }

    internal void Push(JsonValue item)
    {
        if (item is NonFinite)
        {
            item = Storable(item);
        }

        if (ItemCount == _items.Length)
        {
            Grow(ItemCount + 1);
        }

        _items[ItemCount++] = item;
    }

    internal void Push(JsonValue[] items)
    {
        if (_items.Length - ItemCount < items.Length)
        {
            Grow((long)ItemCount + items.Length);
        }

        items.CopyTo(_items, ItemCount);
        ItemCount += items.Length;
    }

    internal ReadOnlySpan<JsonValue> ItemsFrom(int start) => _items.AsSpan(start, ItemCount - start);

    internal JsonValue[] Pop(int start)
    {
        var count = ItemCount - start;
        Allocate(count);
        var popped = _items.AsSpan(start, count);
        var items = popped.ToArray();
        popped.Clear();
        ItemCount = start;
        return items;
    }

    internal void Drop(int start)
    {
        _items.AsSpan(start, ItemCount - start).Clear();
        ItemCount = start;
    }

    internal JsonValue PopOne()
    {
        var item = _items[--ItemCount];
        _items[ItemCount] = null!;
        return item;
    }

    private static JsonataFunction Function(JsonValue function) => function as JsonataFunction ?? throw new JsonataException("T1006");

    public static JsonataException TooDeep()
        => new("U1001") { UserMessage = "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive." };

    /// <summary>Whether there is nothing to remove. A value that was read from text is always clean.</summary>
    private bool IsClean(JsonValue value)
    {
        switch (value)
        {
            case JsonArray array:
                if (array.Position is not null)
                {
                    return true;
                }

                if (array.Traits != JsonArrayTraits.None)
                {
                    return false;
                }

                Enter();
                foreach (var item in array.Items)
                {
                    if (!IsClean(item))
                    {
                        Leave();
                        return false;
                    }
                }

                Leave();
                return true;
            case JsonObject @object:
                if (@object.Position is not null)
                {
                    return true;
                }

                Enter();
                foreach (var member in @object.MemberArray)
                {
                    if (!IsClean(member.Value))
                    {
                        Leave();
                        return false;
                    }
                }

                Leave();
                return true;
            default:
                Step();
                return value is not (JsonataFunction or PathTuple);
        }
    }

    private JsonValue Cleaned(JsonValue value)
    {
        Step();
        if (IsClean(value))
        {
            return value;
        }

        Enter();
        JsonValue cleaned;
        if (value is JsonArray array)
        {
            // A function in an array becomes null, as in JSON.stringify.
            cleaned = new JsonArray(Array.ConvertAll(array.Items, i => Clean(i) ?? JsonNull.Instance), JsonArrayTraits.None);
        }
        else
        {
            var members = new List<JsonMember>();
            foreach (var member in ((JsonObject)value).MemberArray)
            {
                if (Clean(member.Value) is { } kept)
                {
                    members.Add(new JsonMember(member.Name, kept));
                }
            }

            cleaned = new JsonObject([.. members]);
        }

        Leave();
        return cleaned;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(long needed)
    {
        Allocate(needed / 2);
        Array.Resize(ref _items, (int)Math.Min(Array.MaxLength, Math.Max(needed, Math.Max(16, 2L * _items.Length))));
    }

    /// <summary>The time starts at the first call, so that a short evaluation does not read the clock.</summary>
    private long Deadline()
    {
        if (_deadline < 0)
        {
            _deadline = Options.TimeLimit is { } limit ? Stopwatch.GetTimestamp() + (long)(limit.TotalSeconds * Stopwatch.Frequency) : long.MaxValue;
        }

        return _deadline;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CheckLimits()
    {
        _stepsToCheck = StepsBetweenChecks;
        Options.CancellationToken.ThrowIfCancellationRequested();
        if (Stopwatch.GetTimestamp() > Deadline())
        {
            throw TimedOut();
        }

        CheckMemory();
    }

    /// <summary>Checks the allocations of the current thread first, because the size of the heap includes the memory of other threads.</summary>
    private void CheckMemory()
    {
        if (Options.MemoryLimit is not { } limit)
        {
            return;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        if (_memoryAtStart < 0)
        {
            _allocatedAtStart = allocated;
            _memoryAtStart = GC.GetTotalMemory(forceFullCollection: false);
        }
        else if (allocated - _allocatedAtStart > limit)
        {
            if (GC.GetTotalMemory(forceFullCollection: false) - _memoryAtStart > limit)
            {
                throw TooLarge("its values need more memory than they may");
            }

            _allocatedAtStart = allocated - (limit / 2);
        }
    }
}

using Stepwise.Json;
using Stepwise.Local.Machine;
using Stepwise.StatesLanguage;

namespace Stepwise.Local.TestState;

/// <summary>Keeps the stages of a tested state's data that AWS shows for its type and language, and who took care of a failure.</summary>
internal sealed class StageRecorder(State state, AslQueryLanguage language, int earlierRetries) : IStageObserver
{
    private readonly HashSet<string> _shown = new(Shown(state, language), StringComparer.Ordinal);
    private readonly Dictionary<string, JsonValue> _stages = new(StringComparer.Ordinal);

    public int EarlierRetries => earlierRetries;

    /// <summary>The retrier that is responsible; null for none.</summary>
    public int? Retrier { get; private set; }

    /// <summary>How long it waits; null where it does not retry.</summary>
    public TimeSpan? RetryDelay { get; private set; }

    /// <summary>The catcher that catches; null for none.</summary>
    public int? Catcher { get; private set; }

    /// <summary>What it catches; null for nothing.</summary>
    public StateException? Caught { get; private set; }

    public JsonValue? this[string stage] => _stages.GetValueOrDefault(stage);

    public void OnStage(string stage, JsonValue value)
    {
        if (_shown.Contains(stage))
        {
            _stages[stage] = value;
        }
    }

    public bool OnRetrier(int index, TimeSpan? delay)
    {
        Retrier = index;
        RetryDelay = delay;

        // A retry is as far as a test goes. Where the attempts are used up, a Catch may follow.
        return delay is null;
    }

    public void OnCatcher(int index, StateException failure)
    {
        Catcher = index;
        Caught = failure;
    }

    private static string[] Shown(State state, AslQueryLanguage language)
    {
        if (language == AslQueryLanguage.Jsonata)
        {
            return state switch
            {
                TaskState => ["afterArguments", "result"],
                MapState => ["afterItemSelector", "afterItemBatcher"],
                _ => [],
            };
        }

        return state switch
        {
            TaskState => ["afterInputPath", "afterParameters", "result", "afterResultSelector", "afterResultPath"],
            PassState { Result: not null } => ["result", "afterResultSelector", "afterResultPath"],
            PassState => ["afterInputPath", "afterParameters", "afterResultSelector", "afterResultPath"],
            MapState => ["afterInputPath", "afterItemsPath", "afterItemSelector", "afterItemBatcher", "afterResultSelector", "afterResultPath"],
            ParallelState => ["afterResultSelector", "afterResultPath"],
            _ => ["afterInputPath"],
        };
    }
}

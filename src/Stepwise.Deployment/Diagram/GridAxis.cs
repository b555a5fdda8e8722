namespace Stepwise.Deployment.Diagram;

/// <summary>The pixels of one axis of the grid: of its cells, and of the tracks between them.</summary>
internal sealed class GridAxis(int[] sizes, int portDistance, int trackDistance, int margin)
{
    private readonly SortedSet<int>[] _tracks = [.. Enumerable.Range(0, sizes.Length + 1).Select(_ => new SortedSet<int>())];
    private readonly int[] _rooms = new int[sizes.Length + 1];
    private readonly int[] _before = new int[sizes.Length + 1];
    private readonly int[] _after = new int[sizes.Length + 1];
    private readonly int[] _centres = new int[sizes.Length];
    private readonly int[] _gapStarts = new int[sizes.Length + 1];
    private int _minimumSide;

    /// <summary>The length of the axis, in pixels. <see cref="Finish"/> sets it.</summary>
    public int Length { get; private set; }

    /// <summary>Adds a track for a line. If the line is not in a gap, nothing happens.</summary>
    public void Use(int at)
    {
        if (GapOf(at) is { } gap)
        {
            _tracks[gap].Add(at);
        }
    }

    /// <summary>Reserves room for a label on a segment that begins or ends at a state: before the tracks, after them, or in the whole gap if the segment does not end at a track.</summary>
    public void MakeRoom(int start, int end, int length)
    {
        if (GapOf(start) is { } gapOfStart)
        {
            // From a track to a state.
            var room = end > start ? _after : _before;
            room[gapOfStart] = Math.Max(room[gapOfStart], length);
        }
        else if (GapOf(end) is { } gapOfEnd)
        {
            var room = start < end ? _before : _after;
            room[gapOfEnd] = Math.Max(room[gapOfEnd], length);
        }
        else
        {
            var gap = (Math.Min(start, end) / EdgeRouter.Cell) + 1;
            _rooms[gap] = Math.Max(_rooms[gap], length);
        }
    }

    public void Finish(int minimumGap, int minimumSide)
    {
        _minimumSide = minimumSide;
        var at = margin;
        for (var gap = 0; gap <= sizes.Length; gap++)
        {
            _gapStarts[gap] = at;
            var tracks = _tracks[gap].Count;
            var isOuter = gap == 0 || gap == sizes.Length;
            if (tracks > 0)
            {
                var length = (gap == 0 ? Math.Max(0, _before[gap]) : Math.Max(minimumSide, _before[gap]))
                    + ((tracks - 1) * trackDistance)
                    + (gap == sizes.Length ? Math.Max(0, _after[gap]) : Math.Max(minimumSide, _after[gap]));
                at += Math.Max(length, isOuter ? 0 : Math.Max(minimumGap, _rooms[gap]));
            }
            else
            {
                at += isOuter ? 0 : Math.Max(minimumGap, _rooms[gap]);
            }

            if (gap < sizes.Length)
            {
                _centres[gap] = at + (sizes[gap] / 2);
                at += sizes[gap];
            }
        }

        Length = at + margin;
    }

    /// <summary>Returns the pixel of a place, which is in units of the grid.</summary>
    public int At(int place)
    {
        if (GapOf(place) is { } gap)
        {
            var rank = 0;
            foreach (var track in _tracks[gap])
            {
                if (track >= place)
                {
                    break;
                }

                rank++;
            }

            return _gapStarts[gap] + (gap == 0 ? Math.Max(0, _before[gap]) : Math.Max(_minimumSide, _before[gap])) + (rank * trackDistance);
        }

        var cell = (place + (EdgeRouter.Cell / 2)) / EdgeRouter.Cell;
        return _centres[cell] + ((place - (cell * EdgeRouter.Cell)) * portDistance / 100);
    }

    /// <summary>Returns the index of the gap of a place, or null if the place is in a cell. The gap before the first cell has the index 0.</summary>
    private static int? GapOf(int place)
    {
        var shifted = place + EdgeRouter.Cell;
        var inCell = shifted % EdgeRouter.Cell;
        return inCell > EdgeRouter.Half && inCell < EdgeRouter.Cell - EdgeRouter.Half ? shifted / EdgeRouter.Cell : null;
    }
}

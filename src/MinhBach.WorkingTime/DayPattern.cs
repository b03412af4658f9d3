using System.Collections.Immutable;

namespace MinhBach.WorkingTime;

/// <summary>The sessions of a day as seconds of the day, ready for arithmetic.</summary>
internal sealed class DayPattern
{
    public static readonly DayPattern Off = new([]);

    private readonly int[] _starts;
    private readonly int[] _ends;

    public DayPattern(ImmutableArray<WorkSession> sessions)
    {
        Sessions = sessions;
        _starts = [.. sessions.Select(session => session.StartSecond)];
        _ends = [.. sessions.Select(session => session.EndSecond)];
        Total = _ends.Sum() - _starts.Sum();
    }

    public ImmutableArray<WorkSession> Sessions { get; }

    /// <summary>Seconds of work in the whole day.</summary>
    public int Total { get; }

    public int OpeningSecond => _starts[0];

    public int ClosingSecond => _ends[^1];

    /// <summary>Seconds of work done when the local clock shows <paramref name="secondOfDay"/>.</summary>
    public int WorkedBefore(int secondOfDay)
    {
        var worked = 0;
        for (var i = 0; i < _starts.Length && secondOfDay > _starts[i]; i++)
            worked += Math.Min(secondOfDay, _ends[i]) - _starts[i];
        return worked;
    }

    /// <summary>The first second of the day at which <paramref name="worked"/> seconds are done.</summary>
    public int EarliestSecond(int worked)
    {
        var i = 0;
        for (; worked > _ends[i] - _starts[i]; i++)
            worked -= _ends[i] - _starts[i];
        return _starts[i] + worked;
    }

    /// <summary>The last second of the day at which no more than <paramref name="worked"/> seconds are done.</summary>
    public int LatestSecond(int worked)
    {
        var i = 0;
        for (; worked >= _ends[i] - _starts[i]; i++)
            worked -= _ends[i] - _starts[i];
        return _starts[i] + worked;
    }
}

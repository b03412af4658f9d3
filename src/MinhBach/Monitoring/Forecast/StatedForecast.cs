using MinhBach.Monitoring.Warnings;

namespace MinhBach.Monitoring.Forecast;

/// <summary>
/// Says how likely an open case of another system is to be late, and learns from the cases of that system that are done: the same
/// remaining times, correction and test as for the city's own dossiers. Times are those that the other system states, as they
/// pass by day and night: nobody knows its working hours. It is told everything in the order of those times. Not for several threads.
/// </summary>
public sealed class StatedForecast
{
    private readonly RemainingTimes times = new();
    private readonly Calibration calibration = new();

    /// <summary>What came of the chances that were told.</summary>
    public Reliability Test => Reliability.Of(calibration);

    /// <summary>A case is at a step: the chance as of now, to be kept until it is done.</summary>
    /// <param name="step">Number of the step.</param>
    /// <param name="desk">Number of who has it.</param>
    /// <param name="at">When, in seconds.</param>
    /// <param name="due">When it is due, in seconds.</param>
    public StatedPassage Open(int step, int desk, long at, long due) => new(step, desk, at, Given(step, desk, passed: 0, left: Math.Max(0, due - at)));

    /// <summary>The chance, 0 to 1, that a case is late which has been at a step for some time; 1 when it is late already.</summary>
    /// <param name="step">Number of the step.</param>
    /// <param name="desk">Number of who has it.</param>
    /// <param name="passed">Seconds since it came there.</param>
    /// <param name="left">Seconds until it is due; negative when that has passed.</param>
    public double Chance(int step, int desk, long passed, long left) => left < 0 ? 1 : Given(step, desk, passed, left).Chance;

    /// <summary>A case is done.</summary>
    /// <param name="month">When, as year times 12 plus month, January being 0.</param>
    /// <param name="at">When, in seconds.</param>
    /// <param name="passages">The steps at which it was.</param>
    /// <param name="isLate">Whether it was late.</param>
    public void Close(int month, long at, IEnumerable<StatedPassage> passages, bool isLate)
    {
        ArgumentNullException.ThrowIfNull(passages);
        foreach (var passage in passages)
        {
            calibration.Settle(month, passage.Given, isLate);
            times.Add(Place(passage.Step, passage.Desk), (int)Math.Clamp(at - passage.At, 0, int.MaxValue), isLate);
        }
    }

    // A log says nothing of who had how much to do.
    private GivenChance Given(int step, int desk, long passed, long left)
    {
        var raw = times.Chance(Place(step, desk), passed, left);
        return new(raw, Load.Usual, calibration.Of(raw, Load.Usual));
    }

    private static StepPlace Place(int step, int desk) => new(Procedure: 0, step, desk);
}

/// <summary>A step at which a case was, with the chance that was told then.</summary>
public readonly struct StatedPassage
{
    internal StatedPassage(int step, int desk, long at, GivenChance given) => (Step, Desk, At, Given) = (step, desk, at, given);

    internal int Step { get; }

    internal int Desk { get; }

    internal long At { get; }

    internal GivenChance Given { get; }
}

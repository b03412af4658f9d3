using NodaTime;

namespace MinhBach.Monitoring.Forecast;

/// <summary>
/// Says how likely an open dossier is to be late, from how long dossiers took from the same step on, and learns from what came of
/// it. It is told everything in the journal's order, so any node comes to the same chances. One thread writes.
/// </summary>
internal sealed class Forecaster
{
    public RemainingTimes Times { get; private init; } = new();

    public UnitLoads Loads { get; private init; } = new();

    public Calibration Calibration { get; private init; } = new();

    /// <summary>A step was opened: tells the chance as of now; null when nothing is due.</summary>
    /// <param name="place">The step.</param>
    /// <param name="unit">Whose step it is.</param>
    /// <param name="left">Working seconds until the due date is over; null without one.</param>
    public GivenChance? Open(in StepPlace place, long unit, long? left)
    {
        Loads.Open(unit);
        return left is { } seconds ? Chance(place, unit, passed: 0, seconds) : null;
    }

    /// <summary>The chance that a dossier is late.</summary>
    /// <param name="place">The step that is open.</param>
    /// <param name="unit">Whose step it is.</param>
    /// <param name="passed">Working seconds since the step was opened.</param>
    /// <param name="left">Working seconds until the due date is over.</param>
    public GivenChance Chance(in StepPlace place, long unit, long passed, long left)
    {
        var (raw, load) = (Times.Chance(place, passed, left), Loads.Of(unit));
        return new(raw, load, Calibration.Of(raw, load));
    }

    /// <summary>A dossier has its result.</summary>
    /// <param name="month">Of the result: year times 12 plus month, January being 0.</param>
    /// <param name="passages">Its steps.</param>
    /// <param name="isLate">Whether the result came after the due date.</param>
    /// <param name="seconds">Working time from the opening of a step to the result, without waiting for the applicant.</param>
    public void Close(int month, IEnumerable<Passage> passages, bool isLate, Func<Passage, int> seconds)
    {
        foreach (var passage in passages)
        {
            if (passage.Given is { } given) Calibration.Settle(month, given, isLate);
            Times.Add(passage.Place, seconds(passage), isLate);
        }
    }

    public void Write(BinaryWriter to)
    {
        Times.Write(to);
        Loads.Write(to);
        Calibration.Write(to);
    }

    // In the order of writing: initializers run from top to bottom.
    public static Forecaster Read(BinaryReader from) => new()
    {
        Times = RemainingTimes.Read(from),
        Loads = UnitLoads.Read(from),
        Calibration = Calibration.Read(from),
    };
}

/// <summary>A step through which a dossier went, kept until its result is there.</summary>
/// <param name="Place">The step.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Halted">Working seconds that the dossier had waited for its applicant before.</param>
/// <param name="Given">The chance that was told then; null when nothing was due.</param>
internal readonly record struct Passage(StepPlace Place, Instant OpenedAt, int Halted, GivenChance? Given);

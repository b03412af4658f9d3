using MinhBach.Monitoring.Forecast;
using NodaTime;

namespace MinhBach.Monitoring.History;

/// <summary>What the journal has told so far of a dossier that has not reached its end.</summary>
internal sealed class OpenDossier
{
    public required long Id { get; init; }

    public required long Procedure { get; init; }

    public required long Agency { get; init; }

    /// <summary>The due date in force; null before reception and when the procedure states no term.</summary>
    public LocalDate? Due { get; set; }

    public List<OpenStep> Steps { get; init; } = [];

    /// <summary>The unit that had the latest step; 0 before the first.</summary>
    public long LastUnit { get; set; }

    public HashSet<long> Agencies { get; init; } = [];

    public HashSet<long> People { get; init; } = [];

    /// <summary>Units that ended a step of it.</summary>
    public HashSet<long> UnitsDone { get; init; } = [];

    /// <summary>Persons who ended a step of it.</summary>
    public HashSet<long> PeopleDone { get; init; } = [];

    /// <summary>When it was accepted; null before.</summary>
    public Instant? ReceivedAt { get; set; }

    /// <summary>What <see cref="Halted"/> was then.</summary>
    public int HaltedBefore { get; set; }

    public int Ended { get; set; }

    public int HandOvers { get; set; }

    public int Returns { get; set; }

    public int Supplements { get; set; }

    public int Extensions { get; set; }

    public int LateExtensions { get; set; }

    /// <summary>Working seconds that it waited for its applicant.</summary>
    public int Halted { get; set; }

    /// <summary>Since when it waits for its applicant; null when it does not.</summary>
    public Instant? HaltedAt { get; set; }

    /// <summary>The steps it went through, in the order of their opening, until its end.</summary>
    public List<Passage> Passages { get; init; } = [];

    /// <summary>The step that ended last, by its number; <see cref="Paths.WalkedPaths.Outside"/> before.</summary>
    public int LastStep { get; set; } = Paths.WalkedPaths.Outside;

    /// <summary>Whether its end was told: then only steps after the result are left.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Where among the open steps one is; null when it is not open.</summary>
    public int? PlaceOf(int task)
    {
        for (var i = 0; i < Steps.Count; i++)
        {
            if (Steps[i].Task == task) return i;
        }

        return null;
    }
}

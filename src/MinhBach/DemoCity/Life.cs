using MinhBach.Dossiers;
using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>One dossier as the simulated people see it, and what chance has in store for it.</summary>
internal sealed class Life(Want want, Dice dice, Fate fate, Habits habits)
{
    public Want Want => want;

    public Dice Dice => dice;

    public Fate Fate => fate;

    /// <summary>How officials go about it.</summary>
    public Habits Habits => habits;

    public DossierId Id { get; set; }

    /// <summary>Whether it is in the tally.</summary>
    public bool Counted { get; set; }

    public Instant? Due { get; set; }

    public bool Decided { get; set; }

    public bool Closed { get; set; }

    /// <summary>Waiting for the applicant: nobody works on it.</summary>
    public bool Waiting { get; set; }

    public bool WasAsked { get; set; }

    public bool WasExtended { get; set; }

    public bool Consulted { get; set; }

    public bool SentBack { get; set; }

    public bool Stalled { get; set; }

    /// <summary>Who appraised it, and may therefore not approve it.</summary>
    public long? Appraiser { get; set; }

    /// <summary>Where the appraisal was done, for sending back.</summary>
    public string? AppraisalNode { get; set; }

    /// <summary>Planned working hours of the steps that are still to be done.</summary>
    public double HoursLeft { get; set; } = (double)want.Procedure.Steps.Sum(step => step.Hours);

    public List<StepOpened> Open { get; } = [];

    /// <summary>The last slot in which something was done to it: one thing at a time.</summary>
    public long LastSlot { get; set; } = -1;
}

/// <summary>What will happen to a dossier beside its ordinary way.</summary>
internal sealed record Fate(
    bool Declined, bool AskedAtTheDesk, bool AskedLater, bool LeftUnanswered, bool Withdrawn, bool Refused, bool Consulted, bool SentBack, bool Stalls, bool ApologisedFor)
{
    // In the land and building offices more is late than at the registrar's.
    private static readonly Dictionary<string, double> Trouble = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Đất đai"] = 3.5,
        ["Hoạt động xây dựng"] = 2.2,
        ["Bảo trợ xã hội"] = 1.4,
        ["Hộ tịch"] = 0.7,
        ["Chứng thực"] = 0.4,
        ["Đăng ký, quản lý cư trú"] = 0.7,
    };

    private const double Stalling = 0.046;

    public static Fate Of(Want want, Dice dice, double agencyTrouble)
    {
        var days = want.Procedure.Steps.Sum(step => step.Hours) / 8;
        var trouble = Trouble.GetValueOrDefault(want.Procedure.Field.Trim(), 1) * agencyTrouble;
        return new(
            Declined: dice.Chance(0.008),
            AskedAtTheDesk: dice.Chance(0.032),
            AskedLater: days >= 2 && dice.Chance(0.045),
            LeftUnanswered: dice.Chance(0.06),
            Withdrawn: dice.Chance(0.011),
            Refused: dice.Chance(0.007),
            Consulted: days >= 9 && dice.Chance(0.12),
            SentBack: days >= 1 && dice.Chance(0.015),
            Stalls: dice.Chance(Math.Min(0.3, Stalling * trouble)),
            ApologisedFor: days >= 2 && dice.Chance(0.35));
    }
}

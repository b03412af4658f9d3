using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>What a supplement does to the clock.</summary>
public enum OnSupplement
{
    /// <summary>The clock stands still until it comes (NĐ 61/2018).</summary>
    Pause,

    /// <summary>The whole term begins anew once the dossier is complete (NĐ 118/2025 Đ19 k5).</summary>
    Restart,
}

/// <summary>
/// The rules of the one-stop mechanism in force from a day. A dossier keeps the set that was in force when it was received.
/// </summary>
public sealed record RuleSet
{
    /// <summary>Stable name, kept with each dossier.</summary>
    public required string Name { get; init; }

    /// <summary>The decree, for people.</summary>
    public required string Decree { get; init; }

    /// <summary>First day in force.</summary>
    public required LocalDate From { get; init; }

    /// <summary>What a supplement does to the clock.</summary>
    public required OnSupplement OnSupplement { get; init; }

    /// <summary>Whether the rule on the clock was checked against the decree's text.</summary>
    public bool Verified { get; init; } = true;

    /// <summary>How the term is counted.</summary>
    public CountingRule Counting { get; init; } = CountingRule.OneStop;

    /// <summary>Within how many working hours the desk answers an online dossier (Đ17 k2).</summary>
    public decimal ReceptionHours { get; init; } = 8;

    /// <summary>After receipt, within how many working days the notice of what is missing goes out (Đ19 k5).</summary>
    public int SupplementNoticeDays { get; init; } = 3;

    /// <summary>How many days the applicant has to answer before the dossier is closed (Đ19 k5).</summary>
    public int SupplementAnswerDays { get; init; } = 15;

    /// <summary>How often a date may be moved (Đ19 k6).</summary>
    public int Extensions { get; init; } = 1;

    /// <summary>How many days before the due date the apology must be out (Đ19 k6).</summary>
    public int ApologyLeadDays { get; init; } = 1;

    /// <summary>Within how many working days an officer's own error is mended (Đ23 k1).</summary>
    public int CorrectionDays { get; init; } = 3;

    /// <summary>All rule sets, oldest first.</summary>
    public static IReadOnlyList<RuleSet> All { get; } =
    [
        new() { Name = "61/2018", Decree = "Nghị định 61/2018/NĐ-CP", From = new(2018, 6, 21), OnSupplement = OnSupplement.Pause, Verified = false },
        new() { Name = "118/2025", Decree = "Nghị định 118/2025/NĐ-CP", From = new(2025, 7, 1), OnSupplement = OnSupplement.Restart },
    ];

    /// <summary>The set in force on a day; the oldest for days before it.</summary>
    public static RuleSet On(LocalDate day) => All.LastOrDefault(set => set.From <= day) ?? All[0];

    /// <summary>The set that a dossier keeps.</summary>
    /// <exception cref="ArgumentException">No set has this name.</exception>
    public static RuleSet Named(string name) => All.FirstOrDefault(set => set.Name == name) ?? throw new ArgumentException($"No rule set '{name}'.", nameof(name));
}

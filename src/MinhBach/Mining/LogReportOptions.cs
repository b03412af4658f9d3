using MinhBach.Mining.Mapping;
using NodaTime;

namespace MinhBach.Mining;

/// <summary>How a log is looked at.</summary>
public sealed record LogReportOptions
{
    /// <summary>Attributes by whose values the counts are repeated when nobody says which: those that logs usually have.</summary>
    public static IReadOnlyList<string> UsualParts { get; } = ["department", "channel", "responsible", "co_quan", "don_vi", "kenh", "nguoi_thuc_hien"];

    /// <summary>Attribute with the planned date; null: guessed from usual names.</summary>
    public string? Due { get; init; }

    /// <summary>Attribute with the date of the result; null: guessed from usual names.</summary>
    public string? Done { get; init; }

    /// <summary>Attributes by whose values the counts are repeated.</summary>
    public IReadOnlyList<string> By { get; init; } = UsualParts;

    /// <summary>Zone of dates without an offset, and of the working hours.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    /// <summary>Whether nights and days off count too.</summary>
    public bool OnTheWallClock { get; init; }

    /// <summary>Which part of the log is what; null: what it says itself and what names tell.</summary>
    public LogMap? Map { get; init; }

    /// <summary>The attributes that somebody named: those that no case has are a mistake.</summary>
    public IReadOnlyList<string> Named => Map is not null ? [] : [.. new[] { Due, Done }.OfType<string>(), .. ReferenceEquals(By, UsualParts) ? [] : By];
}

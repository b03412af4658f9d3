using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>The attributes that hold a case's dates; null where the log has none that is named so.</summary>
/// <param name="Due">By when it is due.</param>
/// <param name="Done">When it was done.</param>
/// <param name="Start">When it began.</param>
/// <param name="IsGuessed">Whether the due or the done date was left to be guessed from the first thousand cases.</param>
public sealed record DueAttributes(string? Due, string? Done, string? Start, bool IsGuessed)
{
    /// <summary>Usual names of a due date, the likeliest first; letters of either case.</summary>
    internal static IReadOnlyList<string> DueNames { get; } =
        ["enddate_planned", "due_date", "duedate", "due", "deadline", "planned_end", "han_tra", "hạn trả", "ngay_hen_tra", "ngày hẹn trả"];

    /// <summary>Usual names of a done date.</summary>
    internal static IReadOnlyList<string> DoneNames { get; } =
        ["enddate", "end_date", "done", "done_date", "closed", "closed_at", "completed", "ngay_tra", "ngày trả", "ngay_ket_thuc", "ngày kết thúc"];

    /// <summary>Usual names of a start date.</summary>
    internal static IReadOnlyList<string> StartNames { get; } =
        ["startdate", "start_date", "start", "received", "received_at", "ngay_nhan", "ngày nhận", "ngay_tiep_nhan", "ngày tiếp nhận"];

    /// <summary>Reads the dates of a case: the one definition behind every count of cases on time.</summary>
    /// <param name="attributes">The case's attributes.</param>
    /// <param name="zone">Zone of dates without an offset.</param>
    public CaseDates Of(IDictionary<string, string> attributes, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        var isRead = TryRead(attributes, Done, zone, toDayEnd: false, out var done) & TryRead(attributes, Due, zone, toDayEnd: true, out var due);
        TryRead(attributes, Start, zone, toDayEnd: false, out var start);
        var standing = !isRead ? LogStanding.Broken
            : done is null ? LogStanding.Open
            : due is null ? LogStanding.Undue
            : done <= due ? LogStanding.OnTime : LogStanding.Late;
        return new CaseDates(standing, Moment(start), Moment(due), Moment(done), isRead && done < start);
    }

    private static Instant? Moment(long? ticks) => ticks is { } told ? Instant.FromUnixTimeTicks(told) : null;

    /// <summary>False if there is a date that cannot be read.</summary>
    private static bool TryRead(IDictionary<string, string> attributes, string? key, DateTimeZone zone, bool toDayEnd, out long? ticks)
    {
        ticks = null;
        if (key is null || !attributes.TryGetValue(key, out var text) || string.IsNullOrWhiteSpace(text))
            return true;
        if (!LogDate.TryRead(text, zone, out var read, out _))
            return false;
        ticks = toDayEnd && !text.Contains(':', StringComparison.Ordinal) ? read + TimeSpan.TicksPerDay - 1 : read;
        return true;
    }
}

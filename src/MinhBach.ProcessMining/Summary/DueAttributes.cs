using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>The attributes that hold a case's dates; null where the log has none that is named so.</summary>
/// <param name="Due">By when it is due.</param>
/// <param name="Done">When it was done.</param>
/// <param name="Start">When it began.</param>
/// <param name="IsGuessed">Whether the due or the done date was left to be guessed from the first thousand cases.</param>
public sealed record DueAttributes(string? Due, string? Done, string? Start, bool IsGuessed)
{
    /// <summary>Usual names of a due date, the likeliest first; compared by <see cref="PlainName"/>.</summary>
    internal static IReadOnlyList<string> DueNames { get; } =
    [
        "enddate planned", "planned enddate", "due date", "due", "deadline", "planned end", "target date", "expected end", "sla due", "hạn trả", "hạn trả kết quả",
        "ngày hẹn trả", "ngày hẹn trả kết quả", "hẹn trả", "ngày hẹn", "hạn giải quyết", "hạn xử lý", "ngày đến hạn", "hạn",
    ];

    /// <summary>Usual names of a done date.</summary>
    internal static IReadOnlyList<string> DoneNames { get; } =
    [
        "enddate", "end date", "done", "done date", "closed", "closed at", "close date", "completed", "completed at", "completion date", "finished", "finish date", "resolved",
        "ngày trả", "ngày trả kết quả", "ngày kết thúc", "ngày hoàn thành", "ngày có kết quả", "ngày xong", "ngày giải quyết xong",
    ];

    /// <summary>Usual names of a start date.</summary>
    internal static IReadOnlyList<string> StartNames { get; } =
    [
        "startdate", "start date", "start", "received", "received at", "registration date", "submitted", "submitted at", "ngày nhận", "ngày tiếp nhận", "ngày nhận hồ sơ", "ngày bắt đầu", "ngày nộp",
    ];

    /// <summary>The attribute with one of the names, whichever way it is written; null if there is none.</summary>
    internal static string? Find(IEnumerable<string> there, IReadOnlyList<string> names)
    {
        var bare = there.Order(StringComparer.Ordinal).GroupBy(PlainName.WithoutPrefix, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return PlainName.Find(bare.Keys, names) is { } found ? bare[found] : null;
    }

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

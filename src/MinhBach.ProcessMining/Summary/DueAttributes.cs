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
}

using MinhBach.Kernel;
using MinhBach.Monitoring.History;
using NodaTime;

namespace MinhBach.Monitoring.Boards;

/// <summary>A count on a board, and which things it counts: the one definition for the tile, its list, the file and the API.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Code">Its name in the API.</param>
/// <param name="Name">What people call it (a Vietnamese sentence for the words).</param>
/// <param name="Meaning">What it counts, in words.</param>
internal abstract record BoardMeasure(string Slug, string Code, string Name, string Meaning);

/// <summary>Counts steps that are open now.</summary>
internal sealed record OpenMeasure(string Slug, string Code, string Name, string Meaning, Func<OpenStep, Instant, bool> Counts) : BoardMeasure(Slug, Code, Name, Meaning);

/// <summary>Counts steps that were done or sent back within the period.</summary>
internal sealed record StepMeasure(string Slug, string Code, string Name, string Meaning, Func<StepRow, bool> Counts) : BoardMeasure(Slug, Code, Name, Meaning);

/// <summary>Counts dossiers whose result was ready within the period.</summary>
internal sealed record DossierMeasure(string Slug, string Code, string Name, string Meaning, Func<EndedDossier, bool> Counts) : BoardMeasure(Slug, Code, Name, Meaning);

/// <summary>All measures of boards.</summary>
internal static class BoardMeasures
{
    public static OpenMeasure Open { get; } = new(
        "dang-mo", "open", "Bước đang mở", "Bước của hồ sơ mà một đơn vị hoặc một người đang phải làm, kể cả chưa ai nhận.", (_, _) => true);

    public static OpenMeasure Overdue { get; } = new(
        "qua-han", "overdue", "Đang quá hạn", "Bước đang mở mà hạn của riêng bước đó đã qua.", (step, now) => step.DueAt < now);

    public static OpenMeasure DueToday { get; } = new(
        "den-han", "dueToday", "Đến hạn hôm nay", "Bước đang mở, chưa quá hạn, có hạn trong ngày hôm nay.", (step, now) => step.DueAt is { } due && due >= now && due.DateInCity() == now.DateInCity());

    public static OpenMeasure Untaken { get; } = new(
        "chua-nhan", "untaken", "Chưa ai nhận", "Bước đang mở mà chưa ai nhận làm.", (step, _) => step.Person == 0);

    public static OpenMeasure Old { get; } = new(
        "mo-lau", "openOver30Days", "Mở hơn 30 ngày", "Bước đang mở từ hơn 30 ngày trước, kể cả ngày nghỉ.", (step, now) => now - step.OpenedAt > Duration.FromDays(30));

    public static StepMeasure Done { get; } = new(
        "buoc-xong", "ended", "Bước đã xong", "Bước đã làm xong hoặc trả lại bước trước trong kỳ; không tính bước bị hủy vì hồ sơ đi hướng khác.", _ => true);

    public static StepMeasure InTime { get; } = new(
        "buoc-dung-han", "endedInTime", "Xong trong hạn", "Bước đã xong trước khi hạn của riêng bước đó qua.", step => step.Kept == Kept.InTime);

    public static StepMeasure Late { get; } = new(
        "buoc-tre", "endedLate", "Xong quá hạn", "Bước đã xong sau hạn của riêng bước đó.", step => step.Kept == Kept.Late);

    public static StepMeasure Returned { get; } = new(
        "buoc-tra-lai", "sentBack", "Trả lại bước trước", "Bước kết thúc bằng việc trả hồ sơ về một bước trước đó.", step => step.End == StepEnd.Returned);

    public static DossierMeasure Completed { get; } = new(
        "co-ket-qua", "completed", "Hồ sơ có kết quả", "Hồ sơ có kết quả trong kỳ, kể cả kết quả từ chối.", _ => true);

    public static DossierMeasure OneContact { get; } = new(
        "mot-lan", "oneContact", "Nộp một lần là đủ", "Hồ sơ có kết quả mà người nộp không phải bổ sung lần nào.", dossier => dossier.Supplements == 0);

    public static DossierMeasure Supplemented { get; } = new(
        "phai-bo-sung", "supplemented", "Phải bổ sung", "Hồ sơ có kết quả mà người nộp phải bổ sung ít nhất một lần.", dossier => dossier.Supplements > 0);

    public static DossierMeasure Extended { get; } = new(
        "gia-han", "extended", "Phải gia hạn", "Hồ sơ có kết quả mà ngày hẹn trả đã dời kèm xin lỗi.", dossier => dossier.Extensions > 0);

    public static DossierMeasure LateExtension { get; } = new(
        "xin-loi-muon", "lateApology", "Xin lỗi muộn", "Hồ sơ có kết quả mà lần xin lỗi, gia hạn đến vào ngày hẹn trả hoặc sau đó; luật đòi ít nhất một ngày trước (NĐ 118/2025 Đ19 k6).", dossier => dossier.LateExtensions > 0);

    public static DossierMeasure Reworked { get; } = new(
        "lam-lai", "reworked", "Có bước làm lại", "Hồ sơ có kết quả mà có lần bị trả về bước trước.", dossier => dossier.Returns > 0);

    public static DossierMeasure Shared { get; } = new(
        "lien-co-quan", "severalAgencies", "Nhiều cơ quan cùng làm", "Hồ sơ có kết quả mà ít nhất hai cơ quan có bước trong đó; mỗi hồ sơ tính một lần.", dossier => dossier.Agencies > 1);

    public static IReadOnlyList<BoardMeasure> All { get; } =
    [
        Open, Overdue, DueToday, Untaken, Old,
        Done, InTime, Late, Returned,
        Completed, OneContact, Supplemented, Extended, LateExtension, Reworked, Shared,
    ];

    public static BoardMeasure? Find(string? slug) => All.FirstOrDefault(measure => measure.Slug == slug);
}

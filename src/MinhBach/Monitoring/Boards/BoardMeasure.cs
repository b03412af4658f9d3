using MinhBach.Kernel;
using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.History;
using NodaTime;

namespace MinhBach.Monitoring.Boards;

/// <summary>A count on a board, and which things it counts: the one definition for the tile, its list, the file and the API.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Code">Its name in the API.</param>
/// <param name="Name">What people call it (a Vietnamese sentence for the words).</param>
/// <param name="Meaning">What it counts, in words.</param>
internal abstract record BoardMeasure(string Slug, string Code, string Name, string Meaning)
{
    /// <summary>Whether boards of a kind show it.</summary>
    public virtual bool Fits(BoardKind kind) => true;
}

/// <summary>Counts steps that are open now.</summary>
internal sealed record OpenMeasure(string Slug, string Code, string Name, string Meaning, Func<OpenStep, Instant, bool> Counts) : BoardMeasure(Slug, Code, Name, Meaning);

/// <summary>Counts steps that were done or sent back within the period.</summary>
/// <param name="Counts">Which.</param>
/// <param name="Told">The same from a tally of steps.</param>
internal sealed record StepMeasure(string Slug, string Code, string Name, string Meaning, Func<StepRow, bool> Counts, Func<CutGroup, int> Told) : BoardMeasure(Slug, Code, Name, Meaning)
{
    /// <summary>The one kind of board that shows it; null for all.</summary>
    public BoardKind? Only { get; init; }

    public override bool Fits(BoardKind kind) => Only is null || Only == kind;
}

/// <summary>Counts dossiers whose result was ready within the period. Units and persons have steps alone.</summary>
internal sealed record DossierMeasure(string Slug, string Code, string Name, string Meaning, Func<EndedDossier, bool> Counts) : BoardMeasure(Slug, Code, Name, Meaning)
{
    public override bool Fits(BoardKind kind) => kind is BoardKind.City or BoardKind.Agency or BoardKind.Procedure;
}

/// <summary>All measures of boards.</summary>
internal static class BoardMeasures
{
    private static readonly Duration Week = Duration.FromDays(7);
    private static readonly Duration Month = Duration.FromDays(30);

    public static OpenMeasure Open { get; } = new(
        "dang-mo", "open", "Bước đang mở", "Bước của hồ sơ mà một đơn vị hoặc một người đang phải làm, kể cả chưa ai nhận.", (_, _) => true);

    public static OpenMeasure Overdue { get; } = new(
        "qua-han", "overdue", "Đang quá hạn", "Bước đang mở mà hạn của riêng bước đó đã qua.", (step, now) => step.DueAt < now);

    public static OpenMeasure DueToday { get; } = new(
        "den-han", "dueToday", "Đến hạn hôm nay", "Bước đang mở, chưa quá hạn, có hạn trong ngày hôm nay.", (step, now) => step.DueAt is { } due && due >= now && due.DateInCity() == now.DateInCity());

    public static OpenMeasure Untaken { get; } = new(
        "chua-nhan", "untaken", "Chưa ai nhận", "Bước đang mở mà chưa ai nhận làm.", (step, _) => step.Person == 0);

    public static OpenMeasure Fresh { get; } = new(
        "moi-mo", "openUpTo7Days", "Mở trong 7 ngày", "Bước đang mở từ không quá 7 ngày trước, kể cả ngày nghỉ.", (step, now) => now - step.OpenedAt <= Week);

    public static OpenMeasure Aging { get; } = new(
        "mo-tren-7-ngay", "openOver7Days", "Mở hơn 7 đến 30 ngày", "Bước đang mở từ hơn 7 ngày đến 30 ngày trước, kể cả ngày nghỉ.", (step, now) => now - step.OpenedAt > Week && now - step.OpenedAt <= Month);

    public static OpenMeasure Old { get; } = new(
        "mo-lau", "openOver30Days", "Mở hơn 30 ngày", "Bước đang mở từ hơn 30 ngày trước, kể cả ngày nghỉ.", (step, now) => now - step.OpenedAt > Month);

    public static StepMeasure Done { get; } = new(
        "buoc-xong", "ended", "Bước đã xong", "Bước đã làm xong hoặc trả lại bước trước trong kỳ; không tính bước bị hủy vì hồ sơ đi hướng khác.", _ => true, steps => steps.Count);

    public static StepMeasure Dated { get; } = new(
        "buoc-co-han", "endedDated", "Bước đã xong có hạn", "Bước đã xong mà có hạn riêng: xong trong hạn cộng với xong quá hạn.", step => step.Kept != Kept.NoDate, steps => steps.InTime + steps.Late);

    public static StepMeasure InTime { get; } = new(
        "buoc-dung-han", "endedInTime", "Xong trong hạn", "Bước đã xong trước khi hạn của riêng bước đó qua.", step => step.Kept == Kept.InTime, steps => steps.InTime);

    public static StepMeasure Late { get; } = new(
        "buoc-tre", "endedLate", "Xong quá hạn", "Bước đã xong sau hạn của riêng bước đó.", step => step.Kept == Kept.Late, steps => steps.Late);

    public static StepMeasure Returned { get; } = new(
        "buoc-tra-lai", "sentBack", "Trả lại bước trước", "Bước kết thúc bằng việc trả hồ sơ về một bước trước đó.", step => step.End == StepEnd.Returned, steps => steps.Returned);

    public static StepMeasure OfUnit { get; } = new(
        "ho-so-don-vi", "dossiersOfUnit", "Hồ sơ đơn vị đã làm", "Hồ sơ mà trong kỳ đơn vị xong bước đầu tiên của mình; mỗi hồ sơ tính một lần, dù đơn vị làm mấy bước.", step => step.Firsts.HasFlag(Firsts.OfUnit), steps => steps.OfUnits)
    {
        Only = BoardKind.Unit,
    };

    public static StepMeasure OfPerson { get; } = new(
        "ho-so-ca-nhan", "dossiersOfPerson", "Hồ sơ người này đã làm", "Hồ sơ mà trong kỳ người này xong bước đầu tiên của mình; mỗi hồ sơ tính một lần, dù làm mấy bước.", step => step.Firsts.HasFlag(Firsts.OfPerson), steps => steps.OfPeople)
    {
        Only = BoardKind.Person,
    };

    public static DossierMeasure Completed { get; } = new(
        "co-ket-qua", "completed", "Hồ sơ có kết quả", "Hồ sơ có kết quả trong kỳ, kể cả kết quả từ chối.", _ => true);

    public static DossierMeasure OneContact { get; } = new(
        "mot-lan", "oneContact", "Nộp một lần là đủ", "Hồ sơ có kết quả mà người nộp không phải bổ sung lần nào.", dossier => dossier.Supplements == 0);

    public static DossierMeasure Supplemented { get; } = new(
        "phai-bo-sung", "supplemented", "Phải bổ sung", "Hồ sơ có kết quả mà người nộp phải bổ sung ít nhất một lần.", dossier => dossier.Supplements > 0);

    public static DossierMeasure Extended { get; } = new(
        "gia-han", "extended", "Phải gia hạn", "Hồ sơ có kết quả mà ngày hẹn trả đã dời kèm xin lỗi.", dossier => dossier.Extensions > 0);

    public static DossierMeasure TimelyExtension { get; } = new(
        "xin-loi-kip", "timelyApology", "Xin lỗi kịp thời", "Hồ sơ có kết quả mà mọi lần xin lỗi, gia hạn đều đến trước ngày hẹn trả ít nhất một ngày (NĐ 118/2025 Đ19 k6).", dossier => dossier.Extensions > 0 && dossier.LateExtensions == 0);

    public static DossierMeasure LateExtension { get; } = new(
        "xin-loi-muon", "lateApology", "Xin lỗi muộn", "Hồ sơ có kết quả mà lần xin lỗi, gia hạn đến vào ngày hẹn trả hoặc sau đó; luật đòi ít nhất một ngày trước (NĐ 118/2025 Đ19 k6).", dossier => dossier.LateExtensions > 0);

    public static DossierMeasure HandedOver { get; } = new(
        "chuyen-don-vi", "handedOver", "Có chuyển đơn vị", "Hồ sơ có kết quả mà công việc có lần chuyển sang đơn vị khác.", dossier => dossier.HandOvers > 0);

    public static DossierMeasure Reworked { get; } = new(
        "lam-lai", "reworked", "Có bước làm lại", "Hồ sơ có kết quả mà có lần bị trả về bước trước.", dossier => dossier.Returns > 0);

    public static DossierMeasure Shared { get; } = new(
        "lien-co-quan", "severalAgencies", "Nhiều cơ quan cùng làm", "Hồ sơ có kết quả mà ít nhất hai cơ quan có bước trong đó; mỗi hồ sơ tính một lần.", dossier => dossier.Agencies > 1);

    public static IReadOnlyList<BoardMeasure> All { get; } =
    [
        Open, Overdue, DueToday, Untaken, Fresh, Aging, Old,
        Done, Dated, InTime, Late, Returned, OfUnit, OfPerson,
        Completed, OneContact, Supplemented, Extended, TimelyExtension, LateExtension, HandedOver, Reworked, Shared,
    ];

    public static BoardMeasure? Find(string? slug) => All.FirstOrDefault(measure => measure.Slug == slug);
}

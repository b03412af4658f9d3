using MinhBach.WorkingTime;

namespace MinhBach.Dossiers;

/// <summary>The papers that the law has printed for a dossier (TT 03/2025/TT-VPCP, Phụ lục I), and the one a result is signed for on.</summary>
internal enum SlipKind
{
    /// <summary>Mẫu 01.</summary>
    Receipt,

    /// <summary>Mẫu 02.</summary>
    Supplement,

    /// <summary>Mẫu 03.</summary>
    Refusal,

    /// <summary>Mẫu 04.</summary>
    Apology,

    /// <summary>Mẫu 05.</summary>
    Stop,

    /// <summary>Mẫu 06.</summary>
    Control,

    /// <summary>Signed by whoever takes the result.</summary>
    Signature,
}

internal static class SlipKinds
{
    public static string Slug(this SlipKind kind) => kind switch
    {
        SlipKind.Receipt => "tiep-nhan",
        SlipKind.Supplement => "bo-sung",
        SlipKind.Refusal => "tu-choi",
        SlipKind.Apology => "xin-loi",
        SlipKind.Stop => "dung",
        SlipKind.Control => "kiem-soat",
        SlipKind.Signature => "ky-nhan",
    };

    /// <summary>What it is called (a Vietnamese sentence for the words).</summary>
    public static string Name(this SlipKind kind) => kind switch
    {
        SlipKind.Receipt => "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        SlipKind.Supplement => "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        SlipKind.Refusal => "Phiếu từ chối giải quyết hồ sơ",
        SlipKind.Apology => "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết",
        SlipKind.Stop => "Thông báo dừng giải quyết hồ sơ",
        SlipKind.Control => "Phiếu kiểm soát quá trình giải quyết hồ sơ",
        SlipKind.Signature => "Giấy ký nhận kết quả",
    };

    public static string Form(this SlipKind kind) => kind == SlipKind.Signature ? "" : $"Mẫu số 0{(int)kind + 1}";

    /// <summary>The slips that a dossier has come to.</summary>
    public static IEnumerable<SlipKind> For(DossierView dossier) => Enum.GetValues<SlipKind>().Where(kind => Has(dossier, kind));

    public static bool Has(DossierView dossier, SlipKind kind) => kind switch
    {
        SlipKind.Receipt or SlipKind.Control => dossier.ReceivedAt is not null,
        SlipKind.Supplement => dossier.Last<SupplementRequested>() is not null,
        SlipKind.Refusal => dossier.Last<DossierDeclined>() is not null || dossier.Outcome == DossierOutcome.Refused,
        SlipKind.Apology => dossier.LastExtension() is not null,
        SlipKind.Stop => dossier.Last<DossierStopped>() is not null || dossier.Last<DossierWithdrawn>() is not null,
        SlipKind.Signature => dossier.Status is DossierStatus.Completed or DossierStatus.Returned,
    };

    /// <summary>The newest event of a kind, with when and by whom.</summary>
    public static Happened<T>? Last<T>(this DossierView dossier)
        where T : DossierEvent => dossier.History.Reverse().Select(entry => entry.Event is T found ? new Happened<T>(found, entry.At, entry.Actor.Name) : null).FirstOrDefault(found => found is not null);

    public static Happened<DueChanged>? LastExtension(this DossierView dossier) =>
        dossier.History.Reverse().Select(entry => entry.Event is DueChanged { Kind: DueEntryKind.Extended } moved ? new Happened<DueChanged>(moved, entry.At, entry.Actor.Name) : null)
            .FirstOrDefault(found => found is not null);
}

/// <summary>An event with when and by whom.</summary>
internal sealed record Happened<T>(T Event, NodaTime.Instant At, string By);

namespace MinhBach.Dossiers;

/// <summary>What an official can do with a dossier.</summary>
internal enum DossierAction
{
    Receive,
    Decline,
    Claim,
    Complete,
    GiveOpinion,
    ReturnResult,
    RequestSupplement,
    SupplyPapers,
    AskOpinion,
    SendBack,
    HandOver,
    Extend,
    AskPayment,
    ConfirmPayment,
    Refuse,
    FindError,
    CorrectError,
    Withdraw,
    Stop,
}

/// <summary>Addresses and names of the actions.</summary>
internal static class DossierActions
{
    /// <summary>The last part of the action's address.</summary>
    public static string Slug(this DossierAction action) => action switch
    {
        DossierAction.Receive => "tiep-nhan",
        DossierAction.Decline => "tu-choi-tiep-nhan",
        DossierAction.Claim => "nhan-viec",
        DossierAction.Complete => "hoan-thanh",
        DossierAction.GiveOpinion => "cho-y-kien",
        DossierAction.ReturnResult => "tra-ket-qua",
        DossierAction.RequestSupplement => "yeu-cau-bo-sung",
        DossierAction.SupplyPapers => "nhan-bo-sung",
        DossierAction.AskOpinion => "xin-y-kien",
        DossierAction.SendBack => "tra-lai",
        DossierAction.HandOver => "chuyen-viec",
        DossierAction.Extend => "gia-han",
        DossierAction.AskPayment => "yeu-cau-nop-tien",
        DossierAction.ConfirmPayment => "da-nop-tien",
        DossierAction.Refuse => "tu-choi",
        DossierAction.FindError => "bao-sai-sot",
        DossierAction.CorrectError => "dinh-chinh",
        DossierAction.Withdraw => "rut",
        DossierAction.Stop => "dung",
    };

    /// <summary>What the button says (a Vietnamese sentence for the words).</summary>
    public static string Name(this DossierAction action) => action switch
    {
        DossierAction.Receive => "Tiếp nhận hồ sơ",
        DossierAction.Decline => "Không tiếp nhận",
        DossierAction.Claim => "Nhận về bàn tôi",
        DossierAction.Complete => "Hoàn thành bước",
        DossierAction.GiveOpinion => "Cho ý kiến",
        DossierAction.ReturnResult => "Trả kết quả",
        DossierAction.RequestSupplement => "Yêu cầu bổ sung",
        DossierAction.SupplyPapers => "Nhận giấy tờ bổ sung",
        DossierAction.AskOpinion => "Xin ý kiến cơ quan khác",
        DossierAction.SendBack => "Trả lại bước trước",
        DossierAction.HandOver => "Chuyển người hoặc đơn vị",
        DossierAction.Extend => "Xin lỗi và gia hạn",
        DossierAction.AskPayment => "Yêu cầu nộp tiền",
        DossierAction.ConfirmPayment => "Xác nhận đã nộp tiền",
        DossierAction.Refuse => "Từ chối giải quyết",
        DossierAction.FindError => "Báo sai sót trong kết quả",
        DossierAction.CorrectError => "Đã đính chính",
        DossierAction.Withdraw => "Rút hồ sơ theo yêu cầu",
        DossierAction.Stop => "Dừng giải quyết",
    };
}

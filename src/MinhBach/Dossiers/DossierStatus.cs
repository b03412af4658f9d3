namespace MinhBach.Dossiers;

/// <summary>Where a dossier is in its life. Numbers are the national portal's status codes.</summary>
public enum DossierStatus
{
    /// <summary>Chờ tiếp nhận.</summary>
    AwaitingReception = 1,

    /// <summary>Được tiếp nhận.</summary>
    Received = 2,

    /// <summary>Không được tiếp nhận.</summary>
    NotAccepted = 3,

    /// <summary>Đang xử lý.</summary>
    Processing = 4,

    /// <summary>Yêu cầu bổ sung giấy tờ.</summary>
    AwaitingSupplement = 5,

    /// <summary>Yêu cầu thực hiện nghĩa vụ tài chính.</summary>
    AwaitingPayment = 6,

    /// <summary>Công dân yêu cầu rút hồ sơ.</summary>
    Withdrawn = 7,

    /// <summary>Dừng xử lý.</summary>
    Stopped = 8,

    /// <summary>Đã xử lý xong, chờ trả kết quả.</summary>
    Completed = 9,

    /// <summary>Đã trả kết quả.</summary>
    Returned = 10,
}

/// <summary>How a dossier ended on its merits.</summary>
public enum DossierOutcome
{
    /// <summary>Kết quả được cấp.</summary>
    Granted = 1,

    /// <summary>Từ chối giải quyết, kèm lý do.</summary>
    Refused = 2,
}

/// <summary>What may follow what.</summary>
public static class DossierStatuses
{
    /// <summary>Whether the law and the national codes know this move.</summary>
    public static bool CanMove(DossierStatus from, DossierStatus to) => from switch
    {
        DossierStatus.AwaitingReception => to is DossierStatus.Received or DossierStatus.NotAccepted or DossierStatus.AwaitingSupplement or DossierStatus.Withdrawn or DossierStatus.Stopped,
        // A same-day procedure may be finished by the desk itself (Đ17 k4).
        DossierStatus.Received => to is DossierStatus.Processing or DossierStatus.AwaitingSupplement or DossierStatus.Withdrawn or DossierStatus.Stopped or DossierStatus.Completed,
        DossierStatus.Processing => to is DossierStatus.AwaitingSupplement or DossierStatus.AwaitingPayment or DossierStatus.Withdrawn or DossierStatus.Stopped or DossierStatus.Completed,
        // What was asked for before reception goes back to the desk; what was asked for later goes on where it was.
        DossierStatus.AwaitingSupplement => to is DossierStatus.AwaitingReception or DossierStatus.Received or DossierStatus.Processing or DossierStatus.Withdrawn or DossierStatus.Stopped,
        DossierStatus.AwaitingPayment => to is DossierStatus.Processing or DossierStatus.Withdrawn or DossierStatus.Stopped,
        DossierStatus.Completed => to is DossierStatus.Returned,
        DossierStatus.NotAccepted or DossierStatus.Withdrawn or DossierStatus.Stopped or DossierStatus.Returned => false,
    };

    /// <summary>Whether nothing more is to be done by anybody.</summary>
    public static bool IsClosed(this DossierStatus status) =>
        status is DossierStatus.NotAccepted or DossierStatus.Withdrawn or DossierStatus.Stopped or DossierStatus.Returned;

    /// <summary>The name as the national portal words it.</summary>
    public static string Name(this DossierStatus status) => status switch
    {
        DossierStatus.AwaitingReception => "Chờ tiếp nhận",
        DossierStatus.Received => "Được tiếp nhận",
        DossierStatus.NotAccepted => "Không được tiếp nhận",
        DossierStatus.Processing => "Đang xử lý",
        DossierStatus.AwaitingSupplement => "Yêu cầu bổ sung giấy tờ",
        DossierStatus.AwaitingPayment => "Yêu cầu thực hiện nghĩa vụ tài chính",
        DossierStatus.Withdrawn => "Công dân yêu cầu rút hồ sơ",
        DossierStatus.Stopped => "Dừng xử lý",
        DossierStatus.Completed => "Đã xử lý xong",
        DossierStatus.Returned => "Đã trả kết quả",
    };
}

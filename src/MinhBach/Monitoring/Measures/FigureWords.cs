namespace MinhBach.Monitoring;

/// <summary>The one wording of each figure and of the two rates: on pages, in files and in the API.</summary>
internal static class FigureWords
{
    public const string Rate = "Tỷ lệ đúng hạn";

    public const string RateMeaning =
        "Hồ sơ có kết quả trước hạn và đúng hạn, chia cho mọi hồ sơ có kết quả có thời hạn cộng với hồ sơ đang giải quyết đã quá hạn. Ngày hẹn trả là ngày đang áp dụng, kể cả sau khi gia hạn hoặc tính lại do bổ sung.";

    public const string FirstRate = "Tỷ lệ đúng hạn theo ngày hẹn đầu tiên";

    public const string FirstRateMeaning =
        "Cùng cách tính, nhưng so với ngày hẹn trả ghi trên giấy tiếp nhận, không tính gia hạn, tạm dừng hay tính lại.";

    public const string Sum =
        "Tiếp nhận trong kỳ + kỳ trước chuyển qua = đã giải quyết + đang giải quyết + chờ bổ sung, nộp tiền + rút, dừng. Hệ thống kiểm tra đẳng thức này mỗi lần tính.";

    public const string Precision =
        "So sánh theo ngày, giờ Việt Nam. Ngày có kết quả là ngày kết quả sẵn sàng để trả.";

    public static string Name(Figure figure) => figure switch
    {
        Figure.Received => "Tiếp nhận trong kỳ",
        Figure.CarriedOver => "Kỳ trước chuyển qua",
        Figure.DoneEarly => "Giải quyết trước hạn",
        Figure.DoneOnTime => "Giải quyết đúng hạn",
        Figure.DoneLate => "Giải quyết quá hạn",
        Figure.DoneUntimed => "Giải quyết, không có thời hạn",
        Figure.PendingInTime => "Đang giải quyết trong hạn",
        Figure.PendingOverdue => "Đang giải quyết quá hạn",
        Figure.Waiting => "Chờ bổ sung, nộp tiền",
        Figure.Left => "Rút, dừng",
        Figure.NotAccepted => "Không tiếp nhận",
    };

    public static string Meaning(Figure figure) => figure switch
    {
        Figure.Received => "Hồ sơ được tiếp nhận đầy đủ, hợp lệ trong kỳ; từ lúc đó thời hạn bắt đầu tính.",
        Figure.CarriedOver => "Hồ sơ tiếp nhận trước kỳ mà khi kỳ bắt đầu chưa có kết quả, chưa rút, chưa dừng.",
        Figure.DoneEarly => "Có kết quả trước ngày hẹn trả.",
        Figure.DoneOnTime => "Có kết quả đúng ngày hẹn trả.",
        Figure.DoneLate => "Có kết quả sau ngày hẹn trả.",
        Figure.DoneUntimed => "Có kết quả; thủ tục không quy định thời hạn, nên không tính vào tỷ lệ.",
        Figure.PendingInTime => "Chưa có kết quả, ngày hẹn trả chưa qua khi kết thúc kỳ (hoặc thủ tục không quy định thời hạn).",
        Figure.PendingOverdue => "Chưa có kết quả dù ngày hẹn trả đã qua khi kết thúc kỳ; tính vào tỷ lệ đúng hạn.",
        Figure.Waiting => "Khi kết thúc kỳ đang chờ người nộp bổ sung giấy tờ hoặc nộp tiền; không tính là đang giải quyết.",
        Figure.Left => "Người nộp rút, hoặc cơ quan dừng giải quyết sau khi đã tiếp nhận.",
        Figure.NotAccepted => "Từ chối tiếp nhận, hoặc rút, dừng trước khi tiếp nhận; nằm ngoài đẳng thức.",
    };
}

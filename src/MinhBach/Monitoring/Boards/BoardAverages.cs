using MinhBach.Monitoring.Cuts;

namespace MinhBach.Monitoring.Boards;

/// <summary>In what an average is told.</summary>
internal enum AverageIn
{
    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>Times for each dossier.</summary>
    TimesPerDossier,

    /// <summary>Things on each working day.</summary>
    ThingsPerDay,
}

/// <summary>A share or an average on a board: the one definition for the page and the API.</summary>
/// <param name="Code">Its name in the API.</param>
/// <param name="Name">What people call it (a Vietnamese sentence for the words).</param>
/// <param name="Meaning">How it is counted, in words.</param>
/// <param name="In">In what it is told.</param>
/// <param name="Of">Of what it is taken: the list that it opens to.</param>
/// <param name="Value">The value; null where there is nothing to speak of.</param>
internal sealed record BoardAverage(string Code, string Name, string Meaning, AverageIn In, BoardMeasure Of, Func<BoardFigures, double?> Value);

/// <summary>How a time is spread on a board.</summary>
/// <param name="Code">Its name in the API.</param>
/// <param name="Name">What people call it (a Vietnamese sentence for the words).</param>
/// <param name="Meaning">How it is counted, in words.</param>
/// <param name="IsWorkingTime">Whether it is counted in working time; else in days and hours of any kind.</param>
/// <param name="Of">Of what it is taken: the list that it opens to.</param>
/// <param name="Value">The times; null where there is nothing to speak of.</param>
internal sealed record BoardSpread(string Code, string Name, string Meaning, bool IsWorkingTime, BoardMeasure Of, Func<BoardFigures, Spread?> Value);

/// <summary>All shares, averages and times of boards.</summary>
internal static class BoardAverages
{
    public static IReadOnlyList<BoardAverage> All { get; } =
    [
        Share("stepsInTime", "Bước xong trong hạn", "Bước xong trong hạn, chia cho bước đã xong có hạn.", BoardMeasures.Dated, BoardMeasures.InTime),
        PerDay("stepsPerDay", "Bước xong mỗi ngày", "Bước đã xong trong kỳ, chia cho số ngày làm việc của kỳ theo lịch chung của Thành phố.", BoardMeasures.Done),
        PerDay("completedPerDay", "Hồ sơ có kết quả mỗi ngày", "Hồ sơ có kết quả trong kỳ, chia cho số ngày làm việc của kỳ theo lịch chung của Thành phố.", BoardMeasures.Completed),
        PerDay("dossiersOfUnitPerDay", "Hồ sơ đơn vị làm mỗi ngày", "Hồ sơ đơn vị đã làm trong kỳ, chia cho số ngày làm việc của kỳ theo lịch chung của Thành phố.", BoardMeasures.OfUnit),
        PerDay("dossiersOfPersonPerDay", "Hồ sơ người này làm mỗi ngày", "Hồ sơ người này đã làm trong kỳ, chia cho số ngày làm việc của kỳ theo lịch chung của Thành phố; không trừ ngày nghỉ phép.", BoardMeasures.OfPerson),
        new("waitShare", "Phần thời gian chờ", "Thời gian chờ có người nhận, chia cho cả thời gian chờ và làm của các bước đã xong.", AverageIn.Share, BoardMeasures.Done, figures =>
            figures.Steps is { } steps && steps.Wait.Sum + steps.Work.Sum > 0 ? steps.Wait.Sum / (double)(steps.Wait.Sum + steps.Work.Sum) : null),
        Share("oneContactShare", "Nộp một lần là đủ", "Hồ sơ nộp một lần là đủ, chia cho hồ sơ có kết quả.", BoardMeasures.Completed, BoardMeasures.OneContact),
        PerDossier("supplementsPerDossier", "Số lần bổ sung", "Số lần yêu cầu bổ sung, chia cho hồ sơ có kết quả.", dossiers => dossiers.Supplements),
        PerDossier("handOversPerDossier", "Chuyển đơn vị", "Số lần công việc chuyển sang đơn vị khác, chia cho hồ sơ có kết quả.", dossiers => dossiers.HandOvers),
        PerDossier("returnsPerDossier", "Số lần trả về bước trước", "Số lần bị trả về bước trước, chia cho hồ sơ có kết quả.", dossiers => dossiers.Returns),
        PerDossier("extensionsPerDossier", "Số lần gia hạn", "Số lần xin lỗi, gia hạn, chia cho hồ sơ có kết quả.", dossiers => dossiers.Extensions),
        Share("timelyApologyShare", "Xin lỗi kịp thời", "Hồ sơ được xin lỗi kịp thời, chia cho hồ sơ phải gia hạn.", BoardMeasures.Extended, BoardMeasures.TimelyExtension),
    ];

    public static IReadOnlyList<BoardSpread> Times { get; } =
    [
        new("workTime", "Thời gian làm một bước", "Giờ làm việc từ lúc có người nhận bước đến lúc bước xong.", IsWorkingTime: true, BoardMeasures.Done, figures => figures.Steps?.Work),
        new("waitTime", "Thời gian chờ có người nhận", "Giờ làm việc từ lúc bước mở đến lúc có người nhận.", IsWorkingTime: true, BoardMeasures.Done, figures => figures.Steps?.Wait),
        new("dossierTime", "Thời gian giải quyết một hồ sơ", "Giờ làm việc từ lúc tiếp nhận đến lúc có kết quả, không kể lúc chờ người nộp.", IsWorkingTime: true, BoardMeasures.Completed, figures => figures.Dossiers?.Time),
        new("openAge", "Tuổi của bước đang mở", "Thời gian từ lúc bước mở đến lúc này, kể cả đêm và ngày nghỉ.", IsWorkingTime: false, BoardMeasures.Open, figures => figures.Age),
    ];

    private static BoardAverage Share(string code, string name, string meaning, BoardMeasure of, BoardMeasure part) =>
        new(code, name, meaning, AverageIn.Share, of, figures => figures[of] == 0 ? null : figures[part] / (double)figures[of]);

    private static BoardAverage PerDay(string code, string name, string meaning, BoardMeasure of) =>
        new(code, name, meaning, AverageIn.ThingsPerDay, of, figures => figures.WorkingDays == 0 ? null : figures[of] / (double)figures.WorkingDays);

    private static BoardAverage PerDossier(string code, string name, string meaning, Func<DossierCount, long> times) => new(
        code, name, meaning, AverageIn.TimesPerDossier, BoardMeasures.Completed, figures => figures.Dossiers is { All: > 0 } dossiers ? times(dossiers) / (double)dossiers.All : null);
}

using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using MinhBach.Kernel;
using MinhBach.Shell;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Monitoring.Publish;

/// <summary>What a figure means.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">Its definition.</param>
internal sealed record FigureDefinition(string Name, string Meaning);

/// <summary>The figures of a period as programs read them.</summary>
internal sealed record OnTimeAnswer(
    LocalDate From, LocalDate To, LocalDate AsOf, string GroupBy, OnTimeFigures Total, IReadOnlyList<OnTimeGroup> Groups, IReadOnlyDictionary<string, FigureDefinition> Definitions);

/// <summary>The public figures for programs, from the same measure as the page.</summary>
internal static class StatisticsApi
{
    public static void MapStatistics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/statistics/on-time", Answer)
            .WithTags("Số liệu")
            .WithSummary("Tỷ lệ giải quyết đúng hạn")
            .WithDescription("Tiếp nhận, đã giải quyết trước hạn, đúng hạn, quá hạn, đang giải quyết trong hạn, quá hạn, kèm hai tỷ lệ đúng hạn (theo ngày hẹn đang áp dụng và theo ngày hẹn đầu tiên) và số hồ sơ n. Cùng một phép đo với trang /cong-khai.")
            .RequireRateLimiting(ApiLimits.Policy);

    /// <summary>A day as programs write it; what is none is told in <paramref name="errors"/> and replaced by the usual one.</summary>
    internal static LocalDate Day(string? text, LocalDate usual, string name, Dictionary<string, string[]> errors, Words words)
    {
        if (string.IsNullOrEmpty(text)) return usual;
        var read = LocalDatePattern.Iso.Parse(text);
        if (read.Success && read.Value.Year is >= 2017 and <= 2100) return read.Value;
        errors[name] = [words["Nhập ngày dạng 2026-01-31"]];
        return usual;
    }

    private static Results<Ok<OnTimeAnswer>, ValidationProblem> Answer(
        OnTime measure,
        TimeProvider clock,
        Words words,
        [Description("Ngày đầu kỳ, dạng 2026-01-31. Mặc định: 12 tháng gần nhất.")] string? from = null,
        [Description("Ngày cuối kỳ, dạng 2026-01-31. Mặc định: hôm nay.")] string? to = null,
        [Description("Phân nhóm: agency (cơ quan), field (lĩnh vực), procedure (thủ tục) hoặc month (tháng). Mặc định: agency.")] string groupBy = "agency")
    {
        var today = clock.Today();
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var usual = ReportingPeriod.YearTo(today);
        var first = Day(from, usual.From, "from", errors, words);
        var last = Day(to, usual.To, "to", errors, words);
        if (errors.Count == 0 && last < first) errors["to"] = [words["Ngày cuối phải từ ngày đầu trở đi"]];
        if (!Enum.TryParse<Grouping>(groupBy, ignoreCase: true, out var grouping) || !Enum.IsDefined(grouping) || char.IsDigit(groupBy[0]))
            errors["groupBy"] = [words["Chọn agency, field, procedure hoặc month"]];
        if (errors.Count > 0) return TypedResults.ValidationProblem(errors);
        var board = measure.Board(new(first, last), grouping);
        return TypedResults.Ok(new OnTimeAnswer(first, last, board.End, groupBy, board.Total, board.Groups, Definitions(words)));
    }

    private static Dictionary<string, FigureDefinition> Definitions(Words words)
    {
        var definitions = Enum.GetValues<Figure>().ToDictionary(
            figure => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(figure.ToString()),
            figure => new FigureDefinition(words[FigureWords.Name(figure)], words[FigureWords.Meaning(figure)]));
        definitions["onTimeRate"] = new(words[FigureWords.Rate], words[FigureWords.RateMeaning]);
        definitions["firstDueRate"] = new(words[FigureWords.FirstRate], words[FigureWords.FirstRateMeaning]);
        return definitions;
    }
}

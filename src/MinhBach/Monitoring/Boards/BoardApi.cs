using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using MinhBach.Kernel;
using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.Publish;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Monitoring.Boards;

/// <summary>How long steps took or waited, in seconds of working time.</summary>
internal sealed record SpreadAnswer(double Mean, double P50, double P75, double P90)
{
    public static SpreadAnswer Of(Spread spread) => new(spread.Mean, spread.P50, spread.P75, spread.P90);
}

/// <summary>One part of a board as programs read it.</summary>
internal sealed record BoardPartAnswer(
    string Key, string Name, int Open, int Overdue, int Ended, int EndedInTime, int EndedLate, int SentBack, SpreadAnswer? WorkSeconds, SpreadAnswer? WaitSeconds,
    double? StepsPerDay, int? Dossiers);

/// <summary>A board as programs read it.</summary>
internal sealed record BoardAnswer(
    string Name, LocalDate From, LocalDate To, Instant? AsOf, bool IsCurrent, IReadOnlyDictionary<string, int> Counts, SpreadAnswer? WorkSeconds, SpreadAnswer? WaitSeconds,
    IReadOnlyDictionary<string, double?> Averages, SpreadAnswer? DossierSeconds, SpreadAnswer? OpenAgeSeconds, int WorkingDays,
    string GroupBy, IReadOnlyList<BoardPartAnswer> Groups, IReadOnlyDictionary<string, FigureDefinition> Definitions);

/// <summary>The public boards for programs, from the same counts as the pages. Persons are not told apart.</summary>
internal static class BoardApi
{
    public static void MapBoards(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/statistics/work", Answer)
            .WithTags("Số liệu")
            .WithSummary("Công việc đang mở và đã xong")
            .WithDescription("Bước đang mở, quá hạn, đã xong trong 12 tháng qua, thời gian làm và chờ tính bằng giây làm việc, của Thành phố, một cơ quan, một đơn vị hoặc một thủ tục. Cùng số liệu với trang /theo-doi.")
            .RequireRateLimiting(ApiLimits.Policy);

    private static Results<Ok<BoardAnswer>, NotFound, ValidationProblem> Answer(
        CityBoards boards,
        BoardNames names,
        TimeProvider clock,
        Words words,
        [Description("Mã cơ quan.")] string? agency = null,
        [Description("Số của đơn vị.")] string? unit = null,
        [Description("Mã thủ tục.")] string? procedure = null,
        [Description("Phân nhóm: agency (cơ quan), unit (đơn vị), procedure (thủ tục), step (bước) hoặc month (tháng). Mặc định: agency.")] string groupBy = "agency")
    {
        if (!Enum.TryParse<Dimension>(groupBy, ignoreCase: true, out var by) || !Enum.IsDefined(by) || by == Dimension.Person || char.IsDigit(groupBy[0]))
            return TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["groupBy"] = [words["Chọn agency, unit, procedure, step hoặc month"]] });
        var subject = agency is not null ? names.Find("co-quan", agency) : unit is not null ? names.Find("don-vi", unit) : names.Find(procedure is null ? null : "thu-tuc", procedure);
        if (subject is not { } found) return TypedResults.NotFound();
        var period = ReportingPeriod.YearTo(clock.Today());
        var figures = boards.Of(found, period);
        return TypedResults.Ok(new BoardAnswer(
            names.Of(found), period.From, period.To, figures.AsOf, figures.IsCurrent, figures.Counts.ToDictionary(count => count.Measure.Code, count => count.Count),
            figures.Steps is { } steps ? SpreadAnswer.Of(steps.Work) : null, figures.Steps is { } all ? SpreadAnswer.Of(all.Wait) : null,
            figures.Averages.ToDictionary(average => average.Code, average => average.Value(figures)),
            figures.Dossiers?.Time is { } took ? SpreadAnswer.Of(took) : null, figures.Age is { } age ? SpreadAnswer.Of(age) : null, figures.WorkingDays, groupBy,
            [.. boards.Parts(found, period, by).Select(part => Part(names, by, part))],
            Definitions(figures, words)));
    }

    private static Dictionary<string, FigureDefinition> Definitions(BoardFigures figures, Words words) =>
        figures.Counts.Select(count => (count.Measure.Code, count.Measure.Name, count.Measure.Meaning))
            .Concat(figures.Averages.Select(average => (average.Code, average.Name, average.Meaning)))
            .Concat(figures.Times.Select(time => (time.Code, time.Name, time.Meaning)))
            .ToDictionary(figure => figure.Code, figure => new FigureDefinition(words[figure.Name], words[figure.Meaning]));

    private static BoardPartAnswer Part(BoardNames names, Dimension by, BoardPart part) => new(
        names.CodeOf(by, part.Key), names.Of(by, part.Key), part.Open, part.Overdue, part.Ended?.Count ?? 0, part.Ended?.InTime ?? 0, part.Ended?.Late ?? 0, part.Ended?.Returned ?? 0,
        part.Ended is { } ended ? SpreadAnswer.Of(ended.Work) : null, part.Ended is { } waited ? SpreadAnswer.Of(waited.Wait) : null,
        part.StepsPerDay, part.Handled);
}

using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Monitoring.Publish;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Monitoring.Integrity;

/// <summary>The findings of a pattern in one agency as programs read them.</summary>
internal sealed record AgencyFindingsAnswer(string Code, string Name, int Count, int Dossiers, double? PerThousand, double? Expected);

/// <summary>What a pattern found as programs read it.</summary>
internal sealed record PatternAnswer(
    string Code, string Name, string Meaning, string Threshold, string Rule, int Count, int NotLookedAt, int Confirmed, int Justified, double? Precision, double? PerThousand, double? CityPerThousand,
    IReadOnlyList<AgencyFindingsAnswer> Agencies);

/// <summary>The integrity watch as programs read it.</summary>
internal sealed record IntegrityAnswer(LocalDate From, LocalDate To, Instant? AsOf, bool IsCurrent, IReadOnlyList<PatternAnswer> Patterns);

/// <summary>The integrity watch for programs, in the sight of the account: the same counts as the page. No person is named.</summary>
internal static class IntegrityApi
{
    public static void MapIntegrity(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/statistics/integrity", AnswerAsync)
            .WithTags("Số liệu")
            .RequireAuthorization(Policies.Integrity).RequireScope(ApiScopes.ReadDossiers).RequireRateLimiting(ApiLimits.Policy)
            .WithSummary("Liêm chính số liệu")
            .WithDescription("Những dấu hiệu làm cho số liệu đẹp hơn công việc, trong phạm vi của tài khoản: số phát hiện, số đã xác nhận, số có lý do chính đáng, tỷ lệ trên 1.000 hồ sơ so với toàn Thành phố. Cùng số liệu với trang /theo-doi/liem-chinh.")
            .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<Results<Ok<IntegrityAnswer>, ValidationProblem>> AnswerAsync(
        IntegrityFigures figures,
        IntegrityTail tail,
        TimeProvider clock,
        Words words,
        CancellationToken cancellation,
        [Description("Ngày đầu kỳ, dạng 2026-01-31. Mặc định: 12 tháng gần nhất.")] string? from = null,
        [Description("Ngày cuối kỳ, dạng 2026-01-31. Mặc định: hôm nay.")] string? to = null)
    {
        var usual = ReportingPeriod.YearTo(clock.Today());
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var first = StatisticsApi.Day(from, usual.From, "from", errors, words);
        var last = StatisticsApi.Day(to, usual.To, "to", errors, words);
        if (errors.Count == 0 && last < first) errors["to"] = [words["Ngày cuối phải từ ngày đầu trở đi"]];
        if (errors.Count > 0) return TypedResults.ValidationProblem(errors);
        var patterns = await figures.OfAsync(new(first, last), cancellation);
        return TypedResults.Ok(new IntegrityAnswer(first, last, tail.AsOf, tail.IsCurrent, [.. patterns.Select(pattern => Answer(pattern, words))]));
    }

    private static PatternAnswer Answer(PatternFindings found, Words words) => new(
        found.Pattern.Code, words[found.Pattern.Name], words[found.Pattern.Meaning], found.Pattern.Threshold(words), words[found.Pattern.Rule],
        found.Count, found.Unseen, found.Confirmed, found.Justified, found.Precision, found.Rate, found.CityRate,
        [.. found.Agencies.Select(agency => new AgencyFindingsAnswer(agency.Code, agency.Name, agency.Count, agency.Dossiers, agency.Rate, agency.Expected))]);
}

using Microsoft.AspNetCore.Http.HttpResults;
using MinhBach.Kernel;
using MinhBach.Procedures.Search;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Procedures.Api;

/// <summary>Procedures over the API: search with keyset paging, and one by its code.</summary>
internal static class ProceduresApi
{
    private const int MostAtOnce = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/procedures").WithTags("Procedures");
        group.MapGet("", Search).WithName("SearchProcedures").WithSummary("Searches the procedures in force. Page on with `after`, the code of the last item.");
        group.MapGet("{code}", Find).WithName("GetProcedure").WithSummary("A procedure as in force today, or on the day `on` (ISO 8601).");
    }

    private static Results<Ok<ProcedurePage>, ProblemHttpResult> Search(
        ProcedureSearch search, string? q, string? field, ProcedureLevel? level, Audience? audience, string? agency, int? limit, string? after)
    {
        if (limit is < 1 or > MostAtOnce)
            return TypedResults.Problem("limit is 1 to 100.", statusCode: StatusCodes.Status400BadRequest, title: "Bad limit");
        var take = limit ?? 20;
        var all = search.Find(new SearchRequest(q, field, level, audience, agency, 0, int.MaxValue)).Page;
        var start = 0;
        if (after is not null)
        {
            start = 1 + all.TakeWhile(one => one.Code != after).Count();
            if (start > all.Count)
                return TypedResults.Problem("after is the code of the last item of the page before.", statusCode: StatusCodes.Status400BadRequest, title: "Unknown cursor");
        }

        var page = all.Skip(start).Take(take).Select(ProcedureSummary.Of).ToList();
        return TypedResults.Ok(new ProcedurePage(all.Count, page, start + page.Count < all.Count ? page[^1].Code : null));
    }

    private static Results<Ok<ProcedureDetail>, ProblemHttpResult> Find(string code, ProcedureCatalog catalog, TimeProvider clock, string? on)
    {
        var day = clock.Today();
        if (on is not null)
        {
            var parsed = NodaTime.Text.LocalDatePattern.Iso.Parse(on);
            if (!parsed.Success)
                return TypedResults.Problem("on is a date such as 2026-11-22.", statusCode: StatusCodes.Status400BadRequest, title: "Bad date");
            day = parsed.Value;
        }

        return catalog.TryFind(code, day) is { } version
            ? TypedResults.Ok(ProcedureDetail.Of(version))
            : TypedResults.Problem($"No procedure {code} is in force on {day:uuuu-MM-dd}.", statusCode: StatusCodes.Status404NotFound, title: "Unknown procedure");
    }
}

/// <summary>A page of procedures; <paramref name="Next"/> is what `after` takes to go on, null at the end.</summary>
internal sealed record ProcedurePage(int Total, IReadOnlyList<ProcedureSummary> Items, string? Next);

internal sealed record ProcedureSummary(
    string Code, string Name, string Field, IReadOnlyList<ProcedureLevel> Levels, IReadOnlyList<Audience> Audiences, OnlineLevel OnlineLevel, ApiTerm? Term)
{
    public static ProcedureSummary Of(ProcedureVersion version) =>
        new(version.Code, version.Name, version.Field, version.Levels, version.Audiences, version.OnlineLevel, ApiTerm.Of(version.Cases[0].Term));
}

/// <summary>An amount and its unit; 8 working hours are a working day.</summary>
internal sealed record ApiTerm(decimal Amount, TermUnit Unit)
{
    public static ApiTerm? Of(Term? term) => term is null ? null : new ApiTerm(term.Amount, term.Unit);
}

internal sealed record ProcedureDetail(
    string Code,
    int Version,
    string Name,
    string Field,
    IReadOnlyList<ProcedureLevel> Levels,
    IReadOnlyList<Audience> Audiences,
    OnlineLevel OnlineLevel,
    LocalDate EffectiveFrom,
    LocalDate? EffectiveTo,
    string? DecisionNumber,
    string? CompetentAuthority,
    string? ProcessingAuthority,
    string? Sequence,
    string? Requirements,
    IReadOnlyList<ApiCase> Cases,
    ProcedureForm Form,
    IReadOnlyList<LegalBasis> LegalBases,
    IReadOnlyList<Result> Results,
    IReadOnlyList<StepRow> Steps,
    IReadOnlyList<string> Unverified)
{
    public static ProcedureDetail Of(ProcedureVersion one) => new(
        one.Code, one.Number, one.Name, one.Field, one.Levels, one.Audiences, one.OnlineLevel, one.EffectiveFrom, one.EffectiveTo,
        one.DecisionNumber, one.CompetentAuthority, one.ProcessingAuthority, one.Sequence, one.Requirements,
        [.. one.Cases.Select(ApiCase.Of)], one.Form, one.LegalBases, one.Results, one.Steps, one.Unverified);
}

internal sealed record ApiCase(string Key, string Name, IReadOnlyList<ApiChannel> Channels, IReadOnlyList<ProcedurePaper> Papers)
{
    public static ApiCase Of(ProcedureCase one) => new(
        one.Key, one.Name, [.. one.Channels.Select(channel => new ApiChannel(channel.Channel, ApiTerm.Of(channel.Term), channel.TermText, channel.Fees))], one.Papers);
}

internal sealed record ApiChannel(Channel Channel, ApiTerm? Term, string? TermText, IReadOnlyList<ProcedureFee> Fees);

using Microsoft.AspNetCore.Http.HttpResults;
using MinhBach.Kernel;
using MinhBach.Procedures.Search;

namespace MinhBach.Procedures.Show;

/// <summary>What the pages fetch besides themselves: the process as BPMN, and suggestions while typing.</summary>
internal static class ProcedureFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/thu-tuc/{code}/quy-trinh.bpmn", Process).ExcludeFromDescription();
        routes.MapGet("/thu-tuc/goi-y", Suggest).ExcludeFromDescription();
    }

    private static Results<ContentHttpResult, NotFound> Process(
        string code, ProcedureCatalog catalog, TimeProvider clock, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "phien-ban")] int? number)
    {
        var version = number is { } wanted
            ? catalog.Versions(code).FirstOrDefault(one => one.Number == wanted)
            : catalog.TryFind(code, clock.Today());
        return version is null ? TypedResults.NotFound() : TypedResults.Text(version.ProcessXml, "application/xml");
    }

    private static Ok<List<Suggestion>> Suggest(ProcedureSearch search, string? q) =>
        TypedResults.Ok(search.Suggest(q ?? "").Select(one => new Suggestion(one.Code, one.Name, one.Field)).ToList());

    private sealed record Suggestion(string Code, string Name, string Field);
}

using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Hands files out, always to be saved and never to be shown inside the city's own address.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tra-cuu/{code}/tep/{file:long}", OfDossierAsync);
        routes.MapGet("/ban-nhap/{token}/tep/{file:long}", OfDraftAsync);
    }

    private static async Task<IResult> OfDossierAsync(string code, long file, HttpContext http, DossierLookup dossiers, DossierSight sight, CityDb db, FileShelf shelf)
    {
        if (await dossiers.FindAsync(TrackingLinks.Clean(code), http.RequestAborted) is not { } dossier) return Results.NotFound();
        if (sight.Of(http, dossier) == Sight.Progress) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var row = await db.Set<FileRow>().FirstOrDefaultAsync(one => one.Id == file && one.DossierId == dossier.Id.Value, http.RequestAborted);
        return Serve(http, row, shelf);
    }

    private static async Task<IResult> OfDraftAsync(string token, long file, HttpContext http, DraftDesk desk, CityDb db, FileShelf shelf)
    {
        if (await desk.OpenAsync(http, token) is null) return Results.NotFound();
        var row = await db.Set<FileRow>().FirstOrDefaultAsync(one => one.Id == file && one.Draft == token, http.RequestAborted);
        return Serve(http, row, shelf);
    }

    private static IResult Serve(HttpContext http, FileRow? row, FileShelf shelf)
    {
        if (row is null) return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        // A name makes it an attachment; nosniff is on every answer.
        return Results.Stream(shelf.Open(row.Sha256), row.MediaType, row.Name);
    }
}

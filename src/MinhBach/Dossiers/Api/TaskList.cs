using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Dossiers.Api;

/// <summary>A step that waits for somebody.</summary>
internal sealed record OpenTask(
    string Dossier, int Task, string Step, string Procedure, string Agency, string Unit, string? Person, int Status, string StatusName, Instant OpenedAt, Instant? DueAt, long Revision);

/// <summary>A page of steps; Next goes on from here, null at the end.</summary>
internal sealed record OpenTasks(IReadOnlyList<OpenTask> Items, string? Next);

/// <summary>The inbox for programs: what runs out first comes first.</summary>
internal static class TaskList
{
    private const int MostAtOnce = 200;

    private static readonly Instant Never = Instant.FromUtc(9999, 1, 1, 0, 0);

    public static void MapTaskList(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/tasks", ListAsync).WithTags("Việc cần làm")
            .RequireAuthorization(Policies.Staff).RequireScope(ApiScopes.ReadDossiers).RequireRateLimiting(ApiLimits.Policy)
            .WithSummary("Việc đang chờ xử lý")
            .WithDescription("Các bước đang mở trong phạm vi của tài khoản, sắp hết hạn trước đứng trước. Đi tiếp bằng after, lấy từ next của trang trước.")
            .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<Results<Ok<OpenTasks>, ValidationProblem>> ListAsync(
        CityDb db, CurrentUser user, ProcedureCatalog catalog, OrganizationLookup organization, Words words, CancellationToken cancellation,
        [Description("mine (việc đã nhận), unit (việc của đơn vị) hoặc all (cả phạm vi được xem). Mặc định: all.")] string pile = "all",
        [Description("Số việc mỗi trang, 1 đến 200. Mặc định: 50.")] int limit = 50,
        [Description("Giá trị next của trang trước.")] string? after = null)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (pile is not ("mine" or "unit" or "all")) errors["pile"] = [words["Chọn mine, unit hoặc all."]];
        if (limit is < 1 or > MostAtOnce) errors["limit"] = [words["Chọn từ 1 đến {0}.", MostAtOnce]];
        var from = Cursor(after);
        if (after is not null && from is null) errors["after"] = [words["Dùng giá trị next của trang trước."]];
        if (errors.Count > 0) return TypedResults.ValidationProblem(errors);

        List<long> units = [.. user.Scope.Units];
        var me = user.Person?.Value ?? 0;
        var tasks = pile switch
        {
            "mine" => db.OpenTasksOf(me),
            "unit" => db.OpenTasksOf(units),
            _ => db.OpenTasksIn(user.Scope),
        };
        var works = tasks.Select(task => new { Task = task, Due = task.DueAt ?? Never });
        if (from is var (due, id, number))
            works = works.Where(work => work.Due > due || (work.Due == due && (work.Task.DossierId > id || (work.Task.DossierId == id && work.Task.Task > number))));
        // The page is picked before any dossier is read.
        var rows = await works.OrderBy(work => work.Due).ThenBy(work => work.Task.DossierId).ThenBy(work => work.Task.Task).Take(limit + 1)
            .Join(db.Set<DossierRow>(), work => work.Task.DossierId, dossier => dossier.Id, (work, dossier) => new { work.Task, work.Due, dossier.Code, dossier.VersionId, dossier.Status, dossier.Revision })
            .OrderBy(row => row.Due).ThenBy(row => row.Task.DossierId).ThenBy(row => row.Task.Task)
            .ToListAsync(cancellation);
        var map = organization.Current;
        var next = rows.Count > limit ? Text(rows[limit - 1].Task) : null;
        return TypedResults.Ok(new OpenTasks(
            [
                .. rows.Take(limit).Select(row => new OpenTask(
                    row.Code, row.Task.Task, row.Task.Name, catalog.Version(new(row.VersionId)).Code, map.FindAgency(new(row.Task.AgencyId))?.Name ?? "",
                    map.FindUnit(new(row.Task.UnitId))?.Name ?? "", row.Task.PersonName, row.Status, words[((DossierStatus)row.Status).Name()], row.Task.OpenedAt, row.Task.DueAt, row.Revision)),
            ],
            next));
    }

    private static string Text(TaskRow task) =>
        string.Create(CultureInfo.InvariantCulture, $"{(task.DueAt ?? Never).ToUnixMicroseconds()}_{task.DossierId}_{task.Task}");

    private static (Instant Due, long Dossier, int Task)? Cursor(string? text) =>
        text?.Split('_') is [var due, var dossier, var task]
        && long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= Never.ToUnixMicroseconds()
        && long.TryParse(dossier, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && int.TryParse(task, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (CityTime.FromUnixMicroseconds(at), id, number)
            : null;
}

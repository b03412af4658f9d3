using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.Transparency.Enter;

namespace MinhBach.Transparency.Closed;

/// <summary>
/// Chooses procedures whose dossiers the log does not show. Nothing that was told is taken back, and nothing that was sealed is told:
/// a choice holds for dossiers that are handed in after it, and stands in the log itself.
/// </summary>
internal sealed class CloseProcedure(IServiceScopeFactory scopes, ProcedureCatalog catalog, WriteLanes lanes, TimeProvider clock)
{
    /// <summary>The most characters of a reason: it stands in the log for ever.</summary>
    public const int ReasonLength = 300;

    private const string Stream = "log.cases-shown";

    /// <summary>The procedures that were chosen, by code. One query.</summary>
    public async Task<IReadOnlyList<ClosedRow>> AllAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CityDb>().Set<ClosedRow>().AsNoTracking().OrderBy(row => row.Procedure).ToListAsync(cancellation);
    }

    /// <summary>From now on dossiers of a procedure are sealed.</summary>
    /// <exception cref="RuleBroken">There is no such procedure, it is sealed already, or no reason is given.</exception>
    public Task<bool> CloseAsync(string code, string reason, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var procedure = catalog.TryFind(code, clock.Today()) ?? throw new RuleBroken("log.unknownProcedure", "Không có thủ tục nào mang mã “{0}”.", code);
        if (ShownCases.IsDenunciation(procedure)) throw new RuleBroken("log.closedAlways", "Hồ sơ của thủ tục {0} luôn được giữ kín.", procedure.Code);
        if (reason is not { Length: > 0 and <= ReasonLength }) throw new RuleBroken("log.reason", "Nêu lý do, nhiều nhất {0} ký tự.", ReasonLength);
        return lanes.RunAsync(0, async session =>
        {
            if (await session.Sql("INSERT INTO transparency_closed (procedure, reason, by, at) VALUES ($1, $2, $3, $4) ON CONFLICT (procedure) DO NOTHING")
                .With(procedure.Code).With(reason).With(actor.Name).With(session.Now).RunAsync() == 0) throw new RuleBroken("log.closedAlready", "Hồ sơ của thủ tục {0} đã được giữ kín.", procedure.Code);
            await session.AppendAsync(Stream, await session.NextIdAsync(), null, new CasesShown(procedure.Code, reason), actor);
            return true;
        }, cancellation);
    }

    /// <summary>From now on dossiers of a procedure are shown again; false when they were already.</summary>
    public Task<bool> OpenAsync(string code, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return lanes.RunAsync(0, async session =>
        {
            if (await session.Sql("DELETE FROM transparency_closed WHERE procedure = $1").With(code).RunAsync() == 0) return false;
            await session.AppendAsync(Stream, await session.NextIdAsync(), null, new CasesShown(code, null), actor);
            return true;
        }, cancellation);
    }
}

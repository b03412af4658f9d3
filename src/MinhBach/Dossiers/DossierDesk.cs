using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>What a verb answers.</summary>
public sealed record DossierChange(DossierId Id, string Code, DossierStatus Status, long Revision)
{
    /// <summary>What happened, oldest first; empty when a repeated command got its first answer.</summary>
    [JsonIgnore]
    public IReadOnlyList<DossierEvent> Events { get; init; } = [];
}

/// <summary>
/// The one way in which verbs change a dossier: load, decide, write, in the dossier's lane. Where the dossier is still
/// remembered it is decided before, on the caller's own thread, and the lane only writes, unless somebody was quicker.
/// </summary>
public sealed class DossierDesk(
    WriteLanes lanes, CityDatabase database, ProcedureCatalog catalog, OrganizationLookup organization, CityCalendars calendars, TimeProvider clock, IOutputCacheStore pages)
{
    // Who fills a city comes back to every open dossier within days, and has the memory to itself.
    private const int MostInService = 8_192;
    private const int MostWhileFilling = 131_072;

    private readonly RecentDossiers recent = new(database.WaitsForDisk ? MostInService : MostWhileFilling);

    internal static RuleBroken Changed() => new("dossier.changed", "Hồ sơ vừa được người khác cập nhật. Tải lại.");

    internal DossierContext Context(ProcedureVersionId version, string caseKey, long agency)
    {
        var procedure = catalog.Version(version);
        return new(
            procedure,
            procedure.Cases.FirstOrDefault(item => item.Key == caseKey) ?? procedure.Cases[0],
            catalog.Process(version),
            calendars.For(new AgencyId(agency)),
            organization.Current);
    }

    /// <summary>Loads, decides and writes.</summary>
    /// <param name="id">Which dossier.</param>
    /// <param name="actor">Who.</param>
    /// <param name="decide">The rule of the verb.</param>
    /// <param name="revision">The revision that the caller saw; null when it does not matter.</param>
    /// <param name="once">For callers that may repeat themselves.</param>
    /// <param name="also">What the verb writes beside the dossier, in the same transaction.</param>
    internal async Task<DossierChange> RunAsync(
        DossierId id, Actor actor, Action<Decision> decide, long? revision = null, IdempotencyKey? once = null, Func<WriteSession, ValueTask>? also = null)
    {
        var prepared = recent.Find(id) is { } remembered ? TryDecide(remembered, actor, decide, revision, clock.Now()) : null;
        _ = prepared?.Texts;
        try
        {
            return await lanes.RunAsync(id.Value, session => WorkAsync(session, recent.Find(id)), once);
        }
        catch (StaleDossierException)
        {
            // Another node wrote it since: what is remembered here is behind.
            recent.Forget(id);
        }

        try
        {
            return await lanes.RunAsync(id.Value, session => WorkAsync(session, known: null), once);
        }
        catch (StaleDossierException)
        {
            throw Changed();
        }

        async ValueTask<DossierChange> WorkAsync(WriteSession session, Dossier? known)
        {
            if (known is not null && (ReferenceEquals(prepared?.Before, known) ? prepared : TryDecide(known, actor, decide, revision, session.Now)) is { } decision)
                return await WriteAsync(session, decision, also);
            var before = await DossierStore.LoadAsync(session, id) ?? throw new RuleBroken("dossier.unknown", "Không tìm thấy hồ sơ.");
            if (revision is { } seen && seen != before.Revision) throw Changed();
            return await WriteAsync(session, Decide(before, actor, decide, session.Now), also);
        }
    }

    /// <summary>Remembers a dossier once its writes are durable.</summary>
    internal void Keep(WriteSession session, Dossier dossier) => session.OnCommitted(() =>
    {
        recent.Keep(dossier);
        // In memory: it is done when the call returns.
        _ = pages.EvictByTagAsync(TrackedPages.Tag(dossier.Code), CancellationToken.None).AsTask();
    });

    private Decision Decide(Dossier before, Actor actor, Action<Decision> decide, Instant now)
    {
        var decision = new Decision(before, Context(before.Version, before.CaseKey, before.Agency), actor, now);
        decide(decision);
        return decision;
    }

    // What is remembered may be behind; only what the database says may be refused.
    private Decision? TryDecide(Dossier known, Actor actor, Action<Decision> decide, long? revision, Instant now)
    {
        if (revision is not null && revision != known.Revision) return null;
        try
        {
            return Decide(known, actor, decide, now);
        }
        catch (RuleBroken)
        {
            return null;
        }
    }

    private async ValueTask<DossierChange> WriteAsync(WriteSession session, Decision decision, Func<WriteSession, ValueTask>? also)
    {
        await DossierStore.UpdateAsync(session, decision);
        if (also is not null) await also(session);
        var after = decision.After;
        if (decision.Events.Count > 0) Keep(session, after);
        return new DossierChange(after.Id, after.Code, after.Status, after.Revision) { Events = decision.Events };
    }
}

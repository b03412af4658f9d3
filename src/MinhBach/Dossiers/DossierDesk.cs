using System.Text.Json.Serialization;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;

namespace MinhBach.Dossiers;

/// <summary>What a verb answers.</summary>
public sealed record DossierChange(DossierId Id, string Code, DossierStatus Status, long Revision)
{
    /// <summary>What happened, oldest first; empty when a repeated command got its first answer.</summary>
    [JsonIgnore]
    public IReadOnlyList<DossierEvent> Events { get; init; } = [];
}

/// <summary>The one way in which verbs change a dossier: load, decide, write, in the dossier's lane.</summary>
public sealed class DossierDesk(WriteLanes lanes, ProcedureCatalog catalog, OrganizationLookup organization, CityCalendars calendars)
{
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
    internal Task<DossierChange> RunAsync(
        DossierId id, Actor actor, Action<Decision> decide, long? revision = null, IdempotencyKey? once = null, Func<WriteSession, ValueTask>? also = null) =>
        lanes.RunAsync(id.Value, async session =>
        {
            var before = await DossierStore.LoadAsync(session, id) ?? throw new RuleBroken("dossier.unknown", "Không tìm thấy hồ sơ.");
            if (revision is { } seen && seen != before.Revision) throw Changed();
            var decision = new Decision(before, Context(before.Version, before.CaseKey, before.Agency), actor, session.Now);
            decide(decision);
            if (also is not null) await also(session);
            await DossierStore.UpdateAsync(session, before, decision);
            return new DossierChange(id, before.Code, decision.After.Status, decision.Events.Count == 0 ? before.Revision : before.Revision + 1) { Events = decision.Events };
        }, once);
}

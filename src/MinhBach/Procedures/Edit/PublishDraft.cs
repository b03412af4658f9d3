using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Procedures.Edit;

/// <summary>Makes a draft the next version, in force from a day on.</summary>
internal sealed class PublishDraft(WriteLanes lanes, ProcedureCatalog catalog, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Nothing to publish, the draft was changed, the day is past, or the process does not run.</exception>
    public async Task<ProcedureVersion> RunAsync(string code, long revision, LocalDate from, Actor actor, string? reason = null)
    {
        if (from < clock.Today())
            throw new RuleBroken("procedure.past", "Ngày hiệu lực không được trước hôm nay.");
        return await lanes.RunAsync(Import.ImportCatalogue.Lane, async session =>
        {
            var draft = await DraftStore.FindAsync(session, code)
                ?? throw new RuleBroken("procedure.nodraft", "Chưa có bản nháp nào để công bố.");
            if (draft.Revision != revision)
                throw new RuleBroken("procedure.changed", "Bản nháp vừa được {0} sửa. Tải lại để xem rồi công bố.", draft.SavedBy);
            var prepared = PreparedVersion.Of(draft.Version with { EffectiveFrom = from, EffectiveTo = null, Source = ProcedureSource.Edited });
            var version = await VersionStore.PublishAsync(session, prepared, actor, reason);
            await session.Sql("DELETE FROM procedures_draft WHERE code = $1").With(code).RunAsync();
            session.OnCommitted(() => catalog.Add([version]));
            return version;
        });
    }
}

using MinhBach.Kernel;

namespace MinhBach.Procedures.Edit;

/// <summary>Saves a draft if nobody else has saved it since it was opened.</summary>
internal sealed class SaveDraft(WriteLanes lanes)
{
    /// <summary>The saved draft, or the one that somebody else saved in between (<see cref="Saved.Conflict"/>).</summary>
    /// <param name="version">What was written.</param>
    /// <param name="revision">The revision that was opened; 0 where there was no draft.</param>
    /// <param name="actor">Who writes.</param>
    public Task<Saved> RunAsync(ProcedureVersion version, long revision, Actor actor) => lanes.RunAsync(Import.ImportCatalogue.Lane, async session =>
    {
        var there = await DraftStore.FindAsync(session, version.Code);
        if ((there?.Revision ?? 0) != revision)
            return new Saved(there, Conflict: true);
        var draft = new ProcedureDraft(version, revision + 1, session.Now, actor.Name);
        await session.Sql("""
            INSERT INTO procedures_draft (code, revision, saved_at, saved_by, content) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (code) DO UPDATE SET revision = excluded.revision, saved_at = excluded.saved_at, saved_by = excluded.saved_by, content = excluded.content
            """).With(version.Code).With(draft.Revision).With(draft.SavedAt).With(actor.Name).With(DraftStore.Written(version)).RunAsync();
        return new Saved(draft, Conflict: false);
    });

    internal sealed record Saved(ProcedureDraft? Draft, bool Conflict);
}

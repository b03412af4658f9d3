using MinhBach.Kernel;
using MinhBach.Organization;

namespace MinhBach.Dossiers;

/// <summary>Puts a dossier on one's own list, or takes it off. A bookmark: the journal does not keep it.</summary>
internal sealed class WatchDossier(WriteLanes lanes)
{
    public Task RunAsync(PersonId person, DossierId dossier, bool watch) => lanes.RunAsync(person.Value, async session =>
        await (watch
            ? session.Sql("INSERT INTO dossiers_watch (person_id, dossier_id, since) VALUES ($1, $2, $3) ON CONFLICT (person_id, dossier_id) DO NOTHING")
                .With(person.Value).With(dossier.Value).With(session.Now).RunAsync()
            : session.Sql("DELETE FROM dossiers_watch WHERE person_id = $1 AND dossier_id = $2").With(person.Value).With(dossier.Value).RunAsync()));
}

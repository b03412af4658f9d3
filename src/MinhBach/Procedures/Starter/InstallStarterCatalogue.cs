using MinhBach.Kernel;
using MinhBach.Procedures.Import;

namespace MinhBach.Procedures.Starter;

/// <summary>Publishes the starter procedures whose codes are not known yet. Doing it again changes nothing.</summary>
public sealed class InstallStarterCatalogue(WriteLanes lanes, ProcedureCatalog catalog)
{
    /// <summary>How many procedures were new.</summary>
    public async Task<int> RunAsync(Actor actor)
    {
        var missing = StarterCatalogue.Read()
            .Where(version => catalog.Versions(version.Code).Count == 0)
            .Select(version => PreparedVersion.Of(version))
            .ToList();
        return missing.Count == 0 ? 0 : await lanes.RunAsync(ImportCatalogue.Lane, async session =>
        {
            var written = new List<ProcedureVersion>(missing.Count);
            foreach (var version in missing)
                written.Add(await VersionStore.PublishAsync(session, version, actor));
            session.OnCommitted(() => catalog.Add(written));
            return written.Count;
        });
    }
}

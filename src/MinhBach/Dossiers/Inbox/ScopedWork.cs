using MinhBach.Accounts;
using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Where every list of work begins: only what the person may see, so that no list, search or export can forget it.</summary>
internal static class ScopedWork
{
    /// <summary>
    /// Steps that are open. Each half says so itself: only then does SQLite look both up by their own index of open steps,
    /// instead of going through every open step of the city.
    /// </summary>
    public static IQueryable<TaskRow> OpenTasksIn(this CityDb db, WorkScope scope)
    {
        var tasks = db.Set<TaskRow>();
        if (scope.WholeCity) return tasks.Where(task => task.EndedAt == null);
        List<long> units = [.. scope.AllUnits];
        var person = scope.PersonId ?? 0;
        return tasks.Where(task => (units.Contains(task.UnitId) && task.EndedAt == null) || (task.PersonId == person && task.EndedAt == null));
    }

    /// <summary>Open steps of somebody's own, or of units of theirs: in sight by that alone.</summary>
    public static IQueryable<TaskRow> OpenTasksOf(this CityDb db, long person) => db.Set<TaskRow>().Where(task => task.PersonId == person && task.EndedAt == null);

    /// <inheritdoc cref="OpenTasksOf(CityDb, long)" />
    public static IQueryable<TaskRow> OpenTasksOf(this CityDb db, List<long> units) => db.Set<TaskRow>().Where(task => units.Contains(task.UnitId) && task.EndedAt == null);

    public static IQueryable<DossierRow> DossiersIn(this CityDb db, WorkScope scope)
    {
        var dossiers = db.Set<DossierRow>().AsQueryable();
        if (scope.WholeCity) return dossiers;
        List<long> agencies = [.. scope.Agencies];
        List<long> units = [.. scope.Units];
        var person = scope.PersonId ?? 0;
        return dossiers.Where(dossier => agencies.Contains(dossier.AgencyId) || db.Set<TaskRow>().Any(task =>
            task.DossierId == dossier.Id && (agencies.Contains(task.AgencyId) || units.Contains(task.UnitId) || task.PersonId == person)));
    }
}

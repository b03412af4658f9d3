using MinhBach.Accounts;
using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Where every list of work begins: only what the person may see, so that no list, search or export can forget it.</summary>
internal static class ScopedWork
{
    public static IQueryable<TaskRow> TasksIn(this CityDb db, WorkScope scope)
    {
        var tasks = db.Set<TaskRow>().AsQueryable();
        if (scope.WholeCity) return tasks;
        List<long> agencies = [.. scope.Agencies];
        List<long> units = [.. scope.Units];
        var person = scope.PersonId ?? 0;
        return tasks.Where(task => agencies.Contains(task.AgencyId) || units.Contains(task.UnitId) || task.PersonId == person);
    }

    public static IQueryable<DossierRow> DossiersIn(this CityDb db, WorkScope scope)
    {
        var dossiers = db.Set<DossierRow>().AsQueryable();
        if (scope.WholeCity) return dossiers;
        List<long> agencies = [.. scope.Agencies];
        var tasks = db.TasksIn(scope);
        return dossiers.Where(dossier => agencies.Contains(dossier.AgencyId) || tasks.Any(task => task.DossierId == dossier.Id));
    }
}

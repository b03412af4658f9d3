using MinhBach.Organization;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>The agencies that a procedure can be handed to.</summary>
internal static class AgencyChoices
{
    /// <summary>
    /// Communes for what communes do; for the rest the department that answers for the field, or every department when
    /// none is known to. Only agencies that can take a dossier today.
    /// </summary>
    public static IReadOnlyList<Agency> For(ProcedureVersion procedure, OrganizationMap map, LocalDate on)
    {
        var atCommunes = procedure.Levels.Any(level => level is ProcedureLevel.Commune or ProcedureLevel.District);
        var above = procedure.Levels.Any(level => level is ProcedureLevel.Province or ProcedureLevel.Central or ProcedureLevel.Other) || procedure.Levels.Count == 0;
        var chosen = new List<Agency>();
        if (above)
        {
            if (map.DepartmentFor(procedure.Field) is { } department && department.Stands(on)) chosen.Add(department);
            else if (!atCommunes) chosen.AddRange(Standing(map, AgencyLevel.Department, on));
        }

        if (atCommunes) chosen.AddRange(Standing(map, AgencyLevel.Commune, on));
        return [.. chosen.Where(agency => map.UnitsOf(agency.Id, on).Any())];
    }

    private static IEnumerable<Agency> Standing(OrganizationMap map, AgencyLevel level, LocalDate on) =>
        map.Agencies.Where(agency => agency.Level == level && agency.Stands(on)).OrderBy(agency => agency.Name, StringComparer.Create(Shell.VietnameseFormats.Culture, ignoreCase: true));
}

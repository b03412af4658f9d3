using NodaTime;

namespace MinhBach.Organization;

/// <summary>The words by which a process names the unit of a step.</summary>
public static class UnitRules
{
    /// <summary>The one-stop desk of the agency.</summary>
    public const string OneStop = "one-stop";

    /// <summary>The unit that works on the procedure's field.</summary>
    public const string ProcessingUnit = "processing-unit";

    /// <summary>The agency's leaders.</summary>
    public const string Leadership = "leadership";

    /// <summary>Văn thư.</summary>
    public const string Clerical = "clerical";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [OneStop, ProcessingUnit, Leadership, Clerical];
}

public sealed partial class OrganizationMap
{
    private readonly Dictionary<string, Agency> departmentByField = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The unit of an agency that a rule names on a day. A small agency without the unit asked for does the work in its
    /// first processing unit, else in whatever unit it has.
    /// </summary>
    /// <param name="agency">The agency.</param>
    /// <param name="unitRule">One of <see cref="UnitRules"/>; anything else reads as the processing unit.</param>
    /// <param name="field">The procedure's field (lĩnh vực), for the processing unit.</param>
    /// <param name="on">The day.</param>
    /// <returns>Null when the agency has no unit on that day.</returns>
    public Unit? UnitFor(AgencyId agency, string unitRule, string? field, LocalDate on)
    {
        var standing = UnitsOf(agency, on).ToList();
        var named = unitRule switch
        {
            UnitRules.OneStop => standing.Find(unit => unit.Kind == UnitKind.OneStop),
            UnitRules.Leadership => standing.Find(unit => unit.Kind == UnitKind.Leadership),
            UnitRules.Clerical => standing.Find(unit => unit.Kind == UnitKind.Clerical),
            _ => field is null ? null : standing.Find(unit => unit.Fields.Contains(FieldKey(field), StringComparer.OrdinalIgnoreCase)),
        };
        return named ?? standing.Find(unit => unit.Kind == UnitKind.Processing) ?? standing.FirstOrDefault();
    }

    /// <summary>The department that answers for a field, if one does.</summary>
    public Agency? DepartmentFor(string field) => departmentByField.GetValueOrDefault(FieldKey(field));

    private void IndexFields()
    {
        // Standing agencies come last, so that they win over predecessors that had the same field.
        foreach (var agency in Data.Agencies.Where(agency => agency.Level is AgencyLevel.City or AgencyLevel.Department).OrderBy(agency => agency.To is null))
            foreach (var field in agency.Fields) departmentByField[FieldKey(field)] = agency;
    }

    // Catalogues spell a field with composed or combining accents, and with spaces at its ends.
    private static string FieldKey(string field) => field.Trim().Normalize();
}

using MinhBach.Dossiers;
using MinhBach.Organization;
using MinhBach.Procedures;

namespace MinhBach.FrontDesk;

/// <summary>Which unit papers go to after the desk's first step.</summary>
internal sealed class NextUnits(ProcedureCatalog catalog, OrganizationLookup organization, TimeProvider clock)
{
    public string Of(DeskRow row)
    {
        var steps = catalog.Process(row.Procedure.Id).Steps;
        var following = steps.SkipWhile(step => step.Id != row.Node).Skip(1).FirstOrDefault();
        var rule = following?.Step.Role == StepRoles.Clerk ? UnitRules.Clerical : following?.Step.UnitRule ?? UnitRules.ProcessingUnit;
        return organization.Current.UnitFor(new AgencyId(row.Agency), rule, row.Procedure.Field, Kernel.CityTime.Today(clock))?.Name ?? "–";
    }
}

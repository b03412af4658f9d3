using MinhBach.Bpmn;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>What a decision about a dossier may know beside the dossier itself.</summary>
internal sealed record DossierContext(ProcedureVersion Procedure, ProcedureCase Case, ProcessModel Process, WorkingCalendar Calendar, OrganizationMap Organization)
{
    /// <summary>The term of the chosen case; null when the procedure states none.</summary>
    public Term? TermFor(Channel channel) => Case.Channels.FirstOrDefault(item => item.Channel == channel)?.Term ?? Case.Term;

    /// <summary>The unit of an agency that takes a step. Numbering and stamping is the clerks' wherever the table puts it.</summary>
    public Unit UnitFor(long agency, StepInfo step, LocalDate on) => UnitFor(agency, step.Role == StepRoles.Clerk ? "clerical" : step.UnitRule, on);

    /// <summary>The unit of an agency that a rule names.</summary>
    public Unit UnitFor(long agency, string? unitRule, LocalDate on) =>
        Organization.UnitFor(new AgencyId(agency), unitRule ?? StepUnits.ProcessingUnit, Procedure.Field, on)
        ?? throw new Kernel.RuleBroken("organization.noUnit", "Cơ quan chưa có đơn vị nhận bước này ({0}).", unitRule ?? StepUnits.ProcessingUnit);
}

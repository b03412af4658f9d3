using MinhBach.WorkingTime;

namespace MinhBach.Procedures.Process;

/// <summary>Chooses a template for a procedure and shares its term out over the steps.</summary>
internal static class DefaultProcess
{
    private const decimal HoursPerDay = 8;

    // Where the text states no term, steps are planned for a working week.
    private const decimal UnstatedHours = 40;
    private const decimal SimpleUpTo = 5 * HoursPerDay;

    public static IReadOnlyList<StepRow> Steps(ProcedureVersion version)
    {
        var hours = Hours(Import.CaseBuilder.Longest(version.Cases.Select(one => one.Term)));
        return StepPlanner.Plan(ProcessTemplates.For(Kind(version, hours)), hours);
    }

    public static ProcessKind Kind(ProcedureVersion version, decimal hours)
    {
        if (Says(version.Field, "khiếu nại") || Says(version.Field, "tố cáo"))
            return ProcessKind.Complaint;
        if (version.IsInternal)
            return ProcessKind.Internal;
        if (hours <= HoursPerDay)
            return ProcessKind.AtTheDesk;
        if (version.CoordinatingAgencies is not null)
            return ProcessKind.Interagency;
        if (hours <= SimpleUpTo)
            return ProcessKind.Simple;
        return Says(version.Sequence, "thực địa") || Says(version.Sequence, "kiểm tra thực tế") || Says(version.Sequence, "xác minh")
            ? ProcessKind.FieldAppraisal
            : ProcessKind.Appraisal;
    }

    /// <summary>Working hours that a term holds at least: calendar days count five in seven.</summary>
    public static decimal Hours(Term? term) => term is null ? UnstatedHours : Math.Max(0.1m, term.Unit switch
    {
        TermUnit.WorkingHours => term.Amount,
        TermUnit.WorkingDays => term.Amount * HoursPerDay,
        TermUnit.Days => Math.Max(1, decimal.Floor(term.Amount * 5 / 7)) * HoursPerDay,
        TermUnit.Weeks => term.Amount * 5 * HoursPerDay,
        TermUnit.Months => term.Amount * 20 * HoursPerDay,
        TermUnit.SameDay => HoursPerDay / 2,
    });

    private static bool Says(string? text, string word) =>
        text is not null && text.Contains(word, StringComparison.OrdinalIgnoreCase);
}

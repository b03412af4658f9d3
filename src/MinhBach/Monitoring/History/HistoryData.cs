namespace MinhBach.Monitoring.History;

/// <summary>All steps and dossiers that ended, in the journal's order. One thread appends, any reads.</summary>
internal sealed class HistoryData : IHistorySink
{
    /// <summary>Steps that ended.</summary>
    public Column<StepRow> Steps { get; } = new();

    /// <summary>Dossiers that ended.</summary>
    public Column<EndedDossier> Dossiers { get; } = new();

    public Codes<StepKey> StepNames { get; } = new();

    public Codes<DeskKey> Desks { get; } = new();

    public Codes<long> People { get; } = new();

    public void Ended(in EndedStep step) => Steps.Add(new()
    {
        Dossier = step.Dossier,
        Step = StepNames.Of(new(step.Procedure, step.Node, step.Name)),
        Desk = Desks.Of(new(step.Agency, step.Unit)),
        Person = People.Of(step.Person),
        WaitSeconds = step.WaitSeconds,
        WorkSeconds = step.WorkSeconds,
        DayNumber = StepRow.NumberOf(step.EndedOn),
        End = step.End,
        Kept = step.Kept,
    });

    public void Ended(in EndedDossier dossier) => Dossiers.Add(dossier);
}

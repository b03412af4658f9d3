using System.Collections.Concurrent;

namespace MinhBach.Monitoring.History;

/// <summary>All steps and dossiers that ended, in the journal's order. One thread appends, any reads.</summary>
internal sealed class HistoryData : IHistorySink
{
    private readonly ConcurrentDictionary<int, (ushort First, ushort Last)> days = [];

    /// <summary>Steps that ended.</summary>
    public Column<StepRow> Steps { get; } = new();

    /// <summary>Dossiers that ended.</summary>
    public Column<EndedDossier> Dossiers { get; } = new();

    public Codes<StepKey> StepNames { get; } = new();

    public Codes<DeskKey> Desks { get; } = new();

    public Codes<long> People { get; } = new();

    /// <summary>The first and the last day on which a step of a full block ended.</summary>
    public (ushort First, ushort Last) DaysOf(int block) => days.GetOrAdd(block, static (number, steps) =>
    {
        var (first, last) = (ushort.MaxValue, ushort.MinValue);
        foreach (ref readonly var row in steps.Blocks[number].Span) (first, last) = (Math.Min(first, row.DayNumber), Math.Max(last, row.DayNumber));
        return (first, last);
    }, Steps);

    public int NumberOf(StepKey step) => StepNames.Of(step);

    public int NumberOf(DeskKey desk) => Desks.Of(desk);

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
        Firsts = step.Firsts,
        Kept = step.Kept,
    });

    public void Ended(in EndedDossier dossier) => Dossiers.Add(dossier);
}

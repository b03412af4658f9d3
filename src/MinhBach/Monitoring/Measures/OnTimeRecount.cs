using MinhBach.Kernel;
using MinhBach.Monitoring.Reports;
using NodaTime;

namespace MinhBach.Monitoring;

/// <summary>
/// Counts the figures of <see cref="OnTime"/> again from what somebody else tells of dossiers, such as the public log: the same
/// definitions, none of the city's tables. Not for several threads.
/// </summary>
public sealed class OnTimeRecount
{
    private readonly Dictionary<string, Told> dossiers = new(StringComparer.Ordinal);

    /// <summary>Takes an event of a dossier; what it does not count it ignores. Events of a dossier come in their order.</summary>
    /// <param name="dossier">Its name.</param>
    /// <param name="agency">Code of the agency that answers for it.</param>
    /// <param name="procedure">Procedure code.</param>
    /// <param name="occurred">A <see cref="Dossiers.DossierEvent"/>.</param>
    /// <param name="at">When.</param>
    public void Take(string dossier, string agency, string procedure, object occurred, Instant at)
    {
        if (!dossiers.TryGetValue(dossier, out var told)) dossiers.Add(dossier, told = new(agency, procedure));
        told.Row.Apply(occurred, at, calendar: null);
        told.Fact = null;
    }

    /// <summary>The figures of a period, whole and in parts.</summary>
    /// <param name="period">The period; open dossiers are looked at at the end of its last day.</param>
    /// <param name="grouping"><see cref="Grouping.Agency"/> or <see cref="Grouping.Procedure"/>.</param>
    public (OnTimeFigures Total, IReadOnlyDictionary<string, OnTimeFigures> Parts) Board(ReportingPeriod period, Grouping grouping)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (grouping is not (Grouping.Agency or Grouping.Procedure)) throw new ArgumentOutOfRangeException(nameof(grouping));
        var (from, to) = (Day.Of(period.From), Day.Of(period.To));
        var (total, parts) = (new Tally(), new Dictionary<string, Tally>(StringComparer.Ordinal));
        foreach (var told in dossiers.Values)
        {
            var classified = Classified.Of(told.Fact ??= DossierFact.Of(told.Row, Fields), from, to);
            if (classified == default) continue;
            total.Add(classified);
            var key = grouping == Grouping.Agency ? told.Agency : told.Procedure;
            if (!parts.TryGetValue(key, out var part)) parts.Add(key, part = new());
            part.Add(classified);
        }

        return (total.Sum(), parts.ToDictionary(part => part.Key, part => part.Value.Sum(), StringComparer.Ordinal));
    }

    /// <summary>Form 07's line over all dossiers; how they were handed in is not told, so that columns 4 to 7 hold their sum in one of them.</summary>
    /// <param name="period">The period; open dossiers are looked at at the end of its last day.</param>
    public Form07Row Form07(ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return Reports.Form07.Line(dossiers.Values.Select(told => told.Fact ??= DossierFact.Of(told.Row, Fields)), period);
    }

    private FieldNames Fields { get; } = new();

    private sealed class Told(string agency, string procedure)
    {
        public string Agency { get; } = agency;

        public string Procedure { get; } = procedure;

        public FactRow Row { get; } = new() { Field = "" };

        public DossierFact? Fact { get; set; }
    }
}

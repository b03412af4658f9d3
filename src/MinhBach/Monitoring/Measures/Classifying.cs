namespace MinhBach.Monitoring;

/// <summary>
/// The definition of every figure (NĐ 118/2025; form 07 of TT 09/2026/TT-BTP): what one dossier is in one period.
/// Nothing else in the city decides whether a dossier is late.
/// </summary>
internal readonly record struct Classified(Figure? Entered, Figure? AtEnd, bool? FirstDueMet)
{
    /// <param name="fact">The dossier.</param>
    /// <param name="from">First day of the period.</param>
    /// <param name="end">Its last day, or today when that is earlier.</param>
    public static Classified Of(in DossierFact fact, Day from, Day end)
    {
        if (fact.ReceivedOn == Day.Never)
            return fact.LeftOn >= from && fact.LeftOn <= end ? new(null, Figure.NotAccepted, null) : default;
        if (fact.ReceivedOn > end || fact.CompletedOn < from || fact.LeftOn < from) return default;
        var entered = fact.ReceivedOn < from ? Figure.CarriedOver : Figure.Received;
        if (fact.CompletedOn <= end)
        {
            var due = fact.DueAt(fact.CompletedOn);
            var done = due == Day.Never ? Figure.DoneUntimed
                : fact.CompletedOn < due ? Figure.DoneEarly
                : fact.CompletedOn == due ? Figure.DoneOnTime
                : Figure.DoneLate;
            return new(entered, done, fact.FirstDue == Day.Never ? null : fact.CompletedOn <= fact.FirstDue);
        }

        if (fact.LeftOn <= end) return new(entered, Figure.Left, null);
        if (fact.WaitsAt(end)) return new(entered, Figure.Waiting, null);
        var pending = fact.DueAt(end) < end ? Figure.PendingOverdue : Figure.PendingInTime;
        return new(entered, pending, fact.FirstDue < end ? false : null);
    }

    public bool Is(Figure figure) => Entered == figure || AtEnd == figure;
}

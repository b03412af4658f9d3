using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>The counts of one group.</summary>
internal struct CutCell
{
    public int Count;
    public int InTime;
    public int Late;
    public int Returned;
    public int OfUnits;
    public int OfPeople;
    public long Work;
    public long Wait;

    public void Add(in StepRow row)
    {
        Count++;
        if (row.Kept == Kept.InTime) InTime++;
        else if (row.Kept == Kept.Late) Late++;
        if (row.End == StepEnd.Returned) Returned++;
        if ((row.Firsts & Firsts.OfUnit) != Firsts.None) OfUnits++;
        if ((row.Firsts & Firsts.OfPerson) != Firsts.None) OfPeople++;
        Work += row.WorkSeconds;
        Wait += row.WaitSeconds;
    }

    public void Add(in CutRow row)
    {
        Count++;
        if (row.Kept == Kept.InTime) InTime++;
        else if (row.Kept == Kept.Late) Late++;
        if (row.IsReturned) Returned++;
        if ((row.Firsts & Firsts.OfUnit) != Firsts.None) OfUnits++;
        if ((row.Firsts & Firsts.OfPerson) != Firsts.None) OfPeople++;
        Work += row.WorkSeconds;
        Wait += row.WaitSeconds;
    }

    public void Add(CutCell other)
    {
        Count += other.Count;
        InTime += other.InTime;
        Late += other.Late;
        Returned += other.Returned;
        OfUnits += other.OfUnits;
        OfPeople += other.OfPeople;
        Work += other.Work;
        Wait += other.Wait;
    }
}

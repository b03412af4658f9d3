using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>The counts of one group.</summary>
internal struct CutCell
{
    public int Count;
    public int InTime;
    public int Late;
    public int Returned;
    public long Work;
    public long Wait;

    public void Add(in StepRow row)
    {
        Count++;
        if (row.Kept == Kept.InTime) InTime++;
        else if (row.Kept == Kept.Late) Late++;
        if (row.End == StepEnd.Returned) Returned++;
        Work += row.WorkSeconds;
        Wait += row.WaitSeconds;
    }

    public void Add(in CutRow row)
    {
        Count++;
        if (row.Kept == Kept.InTime) InTime++;
        else if (row.Kept == Kept.Late) Late++;
        if (row.IsReturned) Returned++;
        Work += row.WorkSeconds;
        Wait += row.WaitSeconds;
    }

    public void Add(CutCell other)
    {
        Count += other.Count;
        InTime += other.InTime;
        Late += other.Late;
        Returned += other.Returned;
        Work += other.Work;
        Wait += other.Wait;
    }
}

namespace MinhBach.Monitoring.Cuts;

/// <summary>The counts of one group, and how long its steps took and waited, by bucket.</summary>
internal sealed class GroupTally
{
    private CutCell cell;
    private readonly BucketCounts work = new();
    private readonly BucketCounts wait = new();

    public void Add(in History.StepRow row)
    {
        cell.Add(row);
        work.Add(row.WorkSeconds);
        wait.Add(row.WaitSeconds);
    }

    public void Add(GroupTally other)
    {
        cell.Add(other.cell);
        work.Add(other.work);
        wait.Add(other.wait);
    }

    public CutGroup Told(long key) => new(
        key, 0, cell.Count, cell.InTime, cell.Late, cell.Returned, cell.OfUnits, cell.OfPeople, Spread.OfCounts(work.Buckets, cell.Count, cell.Work), Spread.OfCounts(wait.Buckets, cell.Count, cell.Wait));
}

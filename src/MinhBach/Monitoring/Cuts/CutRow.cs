using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>What a cut needs of a row, in 16 bytes: its group, its times, how it ended, and for whom it was the first.</summary>
internal readonly struct CutRow
{
    private const int EndBits = 5;
    private const int FirstsPlace = 3;
    private const long KeptBits = 3;
    private const long ReturnedBit = 4;
    private const long FirstsBits = 3;

    private readonly long slotAndEnd;

    /// <param name="slot">The group, 0 or more.</param>
    /// <param name="row">The row.</param>
    public CutRow(long slot, in StepRow row) =>
        (slotAndEnd, WorkSeconds, WaitSeconds) =
            ((slot << EndBits) | ((long)row.Firsts << FirstsPlace) | (long)row.Kept | (row.End == StepEnd.Returned ? ReturnedBit : 0), row.WorkSeconds, row.WaitSeconds);

    public int WorkSeconds { get; }

    public int WaitSeconds { get; }

    public long Slot => slotAndEnd >> EndBits;

    public Kept Kept => (Kept)(slotAndEnd & KeptBits);

    public Firsts Firsts => (Firsts)((slotAndEnd >> FirstsPlace) & FirstsBits);

    public bool IsReturned => (slotAndEnd & ReturnedBit) != 0;
}

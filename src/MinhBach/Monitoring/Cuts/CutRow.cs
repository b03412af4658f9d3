using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>What a cut needs of a row, in 16 bytes: its group, its times, and how it ended.</summary>
internal readonly struct CutRow
{
    private const int EndBits = 3;
    private const long KeptBits = 3;
    private const long ReturnedBit = 4;

    private readonly long slotAndEnd;

    /// <param name="slot">The group, 0 or more.</param>
    /// <param name="row">The row.</param>
    public CutRow(long slot, in StepRow row) =>
        (slotAndEnd, WorkSeconds, WaitSeconds) = ((slot << EndBits) | (long)row.Kept | (row.End == StepEnd.Returned ? ReturnedBit : 0), row.WorkSeconds, row.WaitSeconds);

    public int WorkSeconds { get; }

    public int WaitSeconds { get; }

    public long Slot => slotAndEnd >> EndBits;

    public Kept Kept => (Kept)(slotAndEnd & KeptBits);

    public bool IsReturned => (slotAndEnd & ReturnedBit) != 0;
}

using System.Runtime.InteropServices;

namespace MinhBach.Monitoring.History;

/// <summary>An <see cref="EndedStep"/> in 32 bytes, its names as numbers of the shelf's <see cref="Codes{T}"/>.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly struct StepRow
{
    private const int BitsOfEnd = 4;

    private static readonly int Zero = new DateOnly(2000, 1, 1).DayNumber;

    // The lower half tells the end, the upper one the firsts.
    private readonly byte endAndFirsts;

    public long Dossier { get; init; }

    public int Step { get; init; }

    public int Desk { get; init; }

    public int Person { get; init; }

    public int WaitSeconds { get; init; }

    public int WorkSeconds { get; init; }

    /// <summary>Days since 1/1/2000: enough until 2179.</summary>
    public ushort DayNumber { get; init; }

    public StepEnd End
    {
        get => (StepEnd)(endAndFirsts & ((1 << BitsOfEnd) - 1));
        init => endAndFirsts = (byte)(((byte)Firsts << BitsOfEnd) | (byte)value);
    }

    public Firsts Firsts
    {
        get => (Firsts)(endAndFirsts >> BitsOfEnd);
        init => endAndFirsts = (byte)(((byte)value << BitsOfEnd) | (byte)End);
    }

    public Kept Kept { get; init; }

    public Day EndedOn => DayOf(DayNumber);

    public static ushort NumberOf(Day day) => (ushort)Math.Clamp(day.Number - Zero, 0, ushort.MaxValue);

    public static Day DayOf(ushort number) => new(Zero + number);
}

/// <summary>A step of a procedure's process.</summary>
internal readonly record struct StepKey(long Procedure, string Node, string Name);

/// <summary>A unit and the agency to which it belonged.</summary>
internal readonly record struct DeskKey(long Agency, long Unit);

namespace MinhBach.Monitoring.Forecast;

/// <summary>What came of the chances that were told, for results of one month. One thread writes.</summary>
/// <param name="month">Year times 12 plus month, January being 0.</param>
internal sealed class CalibrationMonth(int month)
{
    /// <summary>Chances are told apart by tenths.</summary>
    public const int Tenths = 10;

    private readonly (int All, int Late, double Given)[] tenths = new (int All, int Late, double Given)[Tenths];

    /// <summary>Year times 12 plus month, January being 0.</summary>
    public int Month => month;

    /// <summary>Squared errors of the chances, added up.</summary>
    public double Error { get; private set; }

    /// <summary>By tenth: how many were told so, how many were late, and the sum of what was told.</summary>
    public IReadOnlyList<(int All, int Late, double Given)> By => tenths;

    public void Add(double chance, bool isLate)
    {
        ref var tenth = ref tenths[Math.Min((int)(chance * Tenths), Tenths - 1)];
        tenth = (tenth.All + 1, tenth.Late + (isLate ? 1 : 0), tenth.Given + chance);
        var off = chance - (isLate ? 1 : 0);
        Error += off * off;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(month);
        to.Write(Error);
        foreach (var (all, late, given) in tenths)
        {
            to.Write(all);
            to.Write(late);
            to.Write(given);
        }
    }

    public static CalibrationMonth Read(BinaryReader from)
    {
        var month = new CalibrationMonth(from.ReadInt32()) { Error = from.ReadDouble() };
        for (var i = 0; i < Tenths; i++) month.tenths[i] = (from.ReadInt32(), from.ReadInt32(), from.ReadDouble());
        return month;
    }
}

namespace MinhBach.Monitoring.Forecast;

/// <summary>How much work lies with a unit, against what usually lies there.</summary>
internal enum Load : byte
{
    /// <summary>Clearly less.</summary>
    Light,

    /// <summary>About as much.</summary>
    Usual,

    /// <summary>Clearly more.</summary>
    Heavy,
}

/// <summary>Open steps of each unit, now and on the average of its latest openings. One thread writes.</summary>
internal sealed class UnitLoads
{
    // An average over about as many openings.
    private const double Memory = 64;
    private const double Clearly = 1.5;
    // Three open steps where two are usual tell nothing.
    private const double Few = 2;

    private readonly Dictionary<long, (int Open, double Usual)> units = [];

    public Load Of(long unit)
    {
        var (open, usual) = units.GetValueOrDefault(unit);
        if (open > (usual * Clearly) + Few) return Load.Heavy;
        return open * Clearly < usual - Few ? Load.Light : Load.Usual;
    }

    /// <summary>A step was opened for the unit.</summary>
    public void Open(long unit)
    {
        var known = units.TryGetValue(unit, out var load);
        var open = load.Open + 1;
        units[unit] = (open, known ? load.Usual + ((open - load.Usual) / Memory) : open);
    }

    /// <summary>A step of the unit ended, or went to another.</summary>
    public void Leave(long unit)
    {
        if (units.TryGetValue(unit, out var load)) units[unit] = load with { Open = load.Open - 1 };
    }

    /// <summary>A step came from another unit.</summary>
    public void Enter(long unit)
    {
        var load = units.GetValueOrDefault(unit, (0, 1));
        units[unit] = load with { Open = load.Open + 1 };
    }

    public void Write(BinaryWriter to)
    {
        to.Write(units.Count);
        foreach (var (unit, load) in units)
        {
            to.Write(unit);
            to.Write(load.Open);
            to.Write(load.Usual);
        }
    }

    public static UnitLoads Read(BinaryReader from)
    {
        var loads = new UnitLoads();
        for (var count = from.ReadInt32(); count > 0; count--) loads.units.Add(from.ReadInt64(), (from.ReadInt32(), from.ReadDouble()));
        return loads;
    }
}

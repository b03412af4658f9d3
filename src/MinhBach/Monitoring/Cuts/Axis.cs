using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>How rows fall along one dimension: the place of each number that a row holds, and the key of each place.</summary>
internal sealed class Axis
{
    private static readonly Axis AllMonths = Months();
    private static readonly int[] Nowhere = new int[1];

    private readonly int[] places;
    private readonly Field field;

    private Axis(Field field, int[] places, long[] keys) => (this.field, this.places, Keys) = (field, places, keys);

    private enum Field
    {
        Nothing,
        Step,
        Desk,
        Person,
        Day,
    }

    /// <summary>Everything in one place.</summary>
    public static Axis None { get; } = new(Field.Nothing, Nowhere, [0]);

    /// <summary>The key of each place.</summary>
    public long[] Keys { get; }

    public static Axis Of(HistoryData data, Dimension dimension) => dimension switch
    {
        Dimension.Agency => Grouped(Field.Desk, data.Desks.All, desk => desk.Agency),
        Dimension.Unit => Grouped(Field.Desk, data.Desks.All, desk => desk.Unit),
        Dimension.Person => Grouped(Field.Person, data.People.All, person => person),
        Dimension.Procedure => Grouped(Field.Step, data.StepNames.All, step => step.Procedure),
        Dimension.Step => Each(Field.Step, data.StepNames.Count),
        Dimension.Month => AllMonths,
    };

    /// <summary>Where a row falls.</summary>
    public int PlaceOf(in StepRow row) => field switch
    {
        Field.Step => places[row.Step],
        Field.Desk => places[row.Desk],
        Field.Person => places[row.Person],
        Field.Day => places[row.DayNumber],
        _ => 0,
    };

    private static Axis Grouped<T>(Field field, ReadOnlySpan<T> things, Func<T, long> key)
    {
        var (places, known, keys) = (new int[things.Length], new Dictionary<long, int>(), new List<long>());
        for (var i = 0; i < things.Length; i++)
        {
            var of = key(things[i]);
            if (!known.TryGetValue(of, out var place))
            {
                known.Add(of, place = keys.Count);
                keys.Add(of);
            }

            places[i] = place;
        }

        return new(field, places, [.. keys]);
    }

    private static Axis Each(Field field, int count)
    {
        var places = Enumerable.Range(0, count).ToArray();
        return new(field, places, Array.ConvertAll(places, place => (long)place));
    }

    private static Axis Months()
    {
        var (places, keys) = (new int[ushort.MaxValue + 1], new List<long>());
        for (var day = 0; day < places.Length; day++)
        {
            var date = StepRow.DayOf((ushort)day).Date!.Value;
            var key = (date.Year * 100L) + date.Month;
            if (keys.Count == 0 || keys[^1] != key) keys.Add(key);
            places[day] = keys.Count - 1;
        }

        return new(Field.Day, places, [.. keys]);
    }
}

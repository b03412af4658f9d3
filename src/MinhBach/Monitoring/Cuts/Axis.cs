using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>How rows fall along one dimension: the place of each number that a row holds, and the key of each place.</summary>
internal sealed class Axis
{
    private static readonly Axis AllMonths = Months();

    private readonly int[] places;
    private readonly Field field;

    private Axis(Field field, int[] places, long[] keys) => (this.field, this.places, Keys) = (field, places, keys);

    private enum Field
    {
        Step,
        Desk,
        Person,
        Day,
    }

    /// <summary>The key of each place.</summary>
    public long[] Keys { get; }

    public static Axis Of(HistoryData data, Dimension dimension) => dimension switch
    {
        Dimension.Agency => Grouped(Field.Desk, data.Desks.All, desk => desk.Agency, (key, _) => key),
        Dimension.Unit => Grouped(Field.Desk, data.Desks.All, desk => desk.Unit, (key, _) => key),
        Dimension.Person => Grouped(Field.Person, data.People.All, person => person, (key, _) => key),
        Dimension.Procedure => Grouped(Field.Step, data.StepNames.All, step => step.Procedure, (key, _) => key),
        // A step that was renamed is the same step.
        Dimension.Step => Grouped(Field.Step, data.StepNames.All, step => (step.Procedure, step.Node), (_, number) => number),
        Dimension.Month => AllMonths,
    };

    /// <summary>Where a row falls.</summary>
    public int PlaceOf(in StepRow row) => field switch
    {
        Field.Step => places[row.Step],
        Field.Desk => places[row.Desk],
        Field.Person => places[row.Person],
        Field.Day => places[row.DayNumber],
    };

    /// <param name="told">The key that is told of a part, from what its things share and the number of the first of them.</param>
    private static Axis Grouped<T, TPart>(Field field, ReadOnlySpan<T> things, Func<T, TPart> part, Func<TPart, int, long> told)
        where TPart : notnull
    {
        var (places, known, keys) = (new int[things.Length], new Dictionary<TPart, int>(), new List<long>());
        for (var i = 0; i < things.Length; i++)
        {
            var of = part(things[i]);
            if (!known.TryGetValue(of, out var place))
            {
                known.Add(of, place = keys.Count);
                keys.Add(told(of, i));
            }

            places[i] = place;
        }

        return new(field, places, [.. keys]);
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

using MinhBach.Dossiers;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>
/// The event loop: errands wait in a queue over simulated time; those of one slot go to the lanes together, and what came
/// of them decides what is done next. Answers are looked at in the order in which the errands were queued, so that
/// the same plan makes the same city however the lanes are timed.
/// </summary>
internal sealed class Simulation(SimulatedClock clock, Timetable timetable, Verbs verbs)
{
    private const int AtOnce = 4_000;

    private readonly PriorityQueue<Errand, (long Slot, long Order)> queue = new();
    private readonly SortedDictionary<string, int> broken = new(StringComparer.Ordinal);
    private long order;
    private long slot;

    public long Commands { get; private set; }

    public IReadOnlyDictionary<string, int> Broken => broken;

    public Timetable Timetable => timetable;

    public Verbs Verbs => verbs;

    /// <summary>Somebody's errand in their own time.</summary>
    public void Queue(Life life, Instant at, Func<bool> wanted, Func<Task<DossierChange>> run) => Put(new(life, Official: false, wanted, run), Timetable.SlotOf(at));

    /// <summary>An official's errand, in working hours.</summary>
    public void QueueAtWork(Life life, Instant at, Func<bool> wanted, Func<Task<DossierChange>> run) => Put(new(life, Official: true, wanted, run), timetable.WorkingSlot(at));

    /// <summary>Runs what is queued before an instant.</summary>
    /// <param name="end">Not reached.</param>
    /// <param name="react">Told what came of an errand, when.</param>
    public async Task RunUntilAsync(Instant end, Action<Life, DossierChange, Instant> react)
    {
        var now = new List<Errand>();
        while (queue.TryPeek(out _, out var first) && timetable.InstantOf(first.Slot) is var at && at < end)
        {
            slot = first.Slot;
            now.Clear();
            while (now.Count < AtOnce && queue.TryPeek(out var errand, out var place) && place.Slot == slot)
            {
                queue.Dequeue();
                if (errand.Life.LastSlot == slot) Put(errand, slot + 1);
                else if (errand.Wanted()) now.Add(Mark(errand));
            }

            clock.Now = at;
            await RunAsync(now, at, react);
        }
    }

    /// <summary>What the clock does by itself, such as closing what was left unanswered.</summary>
    public async Task WakeAsync(Instant at)
    {
        clock.Now = at;
        await verbs.Timers.WakeDueAsync(CancellationToken.None);
    }

    private Errand Mark(Errand errand)
    {
        errand.Life.LastSlot = slot;
        return errand;
    }

    private async Task RunAsync(List<Errand> errands, Instant at, Action<Life, DossierChange, Instant> react)
    {
        Commands += errands.Count;
        // The lane begins with the first while the others are still being decided here.
        var answers = errands.ConvertAll(errand => errand.Do());
        for (var i = 0; i < errands.Count; i++)
        {
            try
            {
                react(errands[i].Life, await answers[i], at);
            }
            catch (RuleBroken rule)
            {
                broken[rule.Code] = broken.GetValueOrDefault(rule.Code) + 1;
            }
        }
    }

    private void Put(Errand errand, long wanted)
    {
        var next = Math.Max(wanted, slot + 1);
        if (errand.Official) next = timetable.WorkingSlot(Instant.FromUnixTimeSeconds(next * Timetable.SlotSeconds));
        queue.Enqueue(errand, (next, order++));
    }
}

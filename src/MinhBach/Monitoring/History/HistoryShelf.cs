using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring.Forecast;
using MinhBach.Monitoring.Paths;
using MinhBach.Monitoring.Reminders;
using MinhBach.Organization;
using NodaTime;

namespace MinhBach.Monitoring.History;

/// <summary>
/// All steps and dossiers that ended, and all that is open, in the memory of this node: what every board is counted from.
/// One thread feeds it in the journal's order, any thread reads.
/// </summary>
internal sealed class HistoryShelf(CityCalendars calendars)
{
    private readonly Lock folding = new();
    private State state = new(calendars);

    /// <summary>What ended, as of now and growing.</summary>
    public HistoryData Data => Volatile.Read(ref state).Data;

    /// <summary>How far the journal was taken.</summary>
    public JournalPosition Position { get; private set; } = JournalPosition.Start;

    /// <summary>The newest moment that was taken from the journal.</summary>
    public Instant? AsOf { get; private set; }

    /// <summary>Whether the journal was read to its end once: until then figures stand at an earlier day.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary>Says that the journal was read to its end.</summary>
    public void Arrive() => IsCurrent = true;

    /// <summary>Takes the next entries of the journal.</summary>
    public void Take(IReadOnlyList<JournalEntry> entries)
    {
        lock (folding)
        {
            foreach (var entry in entries)
            {
                if (entry.Stream is DossierEvent.Stream or StepReminded.Stream) state.Fold.Take(entry.StreamId, entry.At, entry.Actor, entry.Event, state.Data);
            }

            if (entries is not [.., var last]) return;
            (Position, AsOf) = (last.Position, last.At);
        }
    }

    /// <summary>Looks at everything that is open, while nothing changes.</summary>
    public T Open<T>(Func<IEnumerable<OpenDossier>, T> look)
    {
        lock (folding) return look(state.Fold.Open.Values);
    }

    /// <summary>Asks what was learned from the way dossiers go, while nothing changes.</summary>
    public T Learned<T>(Func<Course, T> look)
    {
        lock (folding) return look(state.Fold.Course);
    }

    /// <summary>How every open dossier stands that has a due date, as of a moment.</summary>
    public List<Outlook> Outlooks(Instant now)
    {
        lock (folding)
        {
            var outlooks = new List<Outlook>(state.Fold.Open.Count);
            foreach (var dossier in state.Fold.Open.Values)
            {
                if (state.Fold.Course.OutlookOf(dossier, state.Data, now) is { } outlook) outlooks.Add(outlook);
            }

            return outlooks;
        }
    }

    /// <summary>Starts over from the first entry.</summary>
    public void Forget()
    {
        lock (folding)
        {
            Volatile.Write(ref state, new(calendars));
            (Position, AsOf, IsCurrent) = (JournalPosition.Start, null, false);
        }
    }

    /// <summary>Takes what was stored, in place of everything.</summary>
    public void Resume(JournalPosition position, Instant? asOf, HistoryNames names, IReadOnlyList<StepRow[]> steps, IReadOnlyList<EndedDossier[]> dossiers, OpenState open)
    {
        var stored = new State(calendars);
        foreach (var step in names.Steps) stored.Data.StepNames.Of(step);
        foreach (var desk in names.Desks) stored.Data.Desks.Of(desk);
        foreach (var person in names.People) stored.Data.People.Of(person);
        stored.Data.Steps.Resume(steps);
        stored.Data.Dossiers.Resume(dossiers);
        stored.Fold.Resume(open.Dossiers);
        stored.Fold.Course.Resume(open.Forecast, open.Paths);
        lock (folding)
        {
            Volatile.Write(ref state, stored);
            (Position, AsOf) = (position, asOf);
        }
    }

    /// <summary>All of it as of one entry of the journal, for storing.</summary>
    public HistorySnapshot Snapshot()
    {
        lock (folding)
        {
            var data = state.Data;
            return new(
                Position, AsOf, new([.. data.StepNames.All], [.. data.Desks.All], [.. data.People.All]), data.Steps.Blocks, data.Dossiers.Blocks,
                OpenText.Write(new(state.Fold.Open.Values, state.Fold.Course.Forecast, state.Fold.Course.Paths)));
        }
    }

    private sealed class State(CityCalendars calendars)
    {
        public HistoryFold Fold { get; } = new(calendars);

        public HistoryData Data { get; } = new();
    }
}

/// <summary>What the fold holds between two entries.</summary>
internal sealed record OpenState(IEnumerable<OpenDossier> Dossiers, Forecaster Forecast, WalkedPaths Paths);

/// <summary>The things behind the numbers in rows.</summary>
internal sealed record HistoryNames(IReadOnlyList<StepKey> Steps, IReadOnlyList<DeskKey> Desks, IReadOnlyList<long> People);

/// <summary>A history as of one entry of the journal.</summary>
/// <param name="Position">The last entry in it.</param>
/// <param name="AsOf">When that was recorded.</param>
/// <param name="Names">What the numbers in the rows stand for.</param>
/// <param name="Steps">Rows of steps, in blocks.</param>
/// <param name="Dossiers">Rows of dossiers, in blocks.</param>
/// <param name="Open">What is open and what was learned, as <see cref="OpenText"/> writes it.</param>
internal sealed record HistorySnapshot(
    JournalPosition Position, Instant? AsOf, HistoryNames Names,
    IReadOnlyList<ReadOnlyMemory<StepRow>> Steps, IReadOnlyList<ReadOnlyMemory<EndedDossier>> Dossiers, byte[] Open);

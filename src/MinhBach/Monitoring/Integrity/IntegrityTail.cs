using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using NodaTime;

namespace MinhBach.Monitoring.Integrity;

/// <summary>Shows the journal to the patterns and writes what they find. Nothing is written while nothing is found.</summary>
internal sealed class IntegrityTail(
    CityCalendars calendars, DossierLookup dossiers, IntegrityStore store, JournalWalk journal, JournalSignal signal, TimeProvider clock, ILogger<IntegrityTail> log)
    : JournalFollower(journal, signal, clock, log)
{
    // A write is a commit: on a long way findings are gathered.
    private const int MostUnwritten = 4_000;

    private readonly Dictionary<long, FindingRow> unwritten = [];
    private IntegrityFold fold = new(calendars);
    private JournalPosition position = JournalPosition.Start;
    private bool isOutdated;

    /// <summary>Whether the journal was read to its end once.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary>The newest moment that was taken from the journal.</summary>
    public Instant? AsOf { get; private set; }

    /// <summary>How many dossiers are held in memory.</summary>
    public int Open => fold.Open;

    protected override JournalPosition Position => position;

    // Nobody waits for a finding.
    protected override TimeSpan GatherTime { get; } = TimeSpan.FromSeconds(1);

    protected override TimeSpan AtLatest { get; } = TimeSpan.FromSeconds(2);

    protected override async Task LoadStoredAsync(CancellationToken cancellation)
    {
        StartOver();
        if (await store.LoadAsync(cancellation) is not { } stored) return;
        isOutdated = stored.Layout != IntegrityFold.Layout;
        if (isOutdated) return;
        var resumed = new IntegrityFold(calendars);
        await resumed.ResumeAsync(stored.State, ids => dossiers.ApplicantKeysAsync(ids, cancellation));
        (fold, position) = (resumed, stored.Position);
    }

    protected override async Task TakeAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        // Other definitions found other things. Who only looks, such as a command beside the city, leaves them alone.
        if (isOutdated) await store.ForgetOutdatedAsync(cancellation);
        isOutdated = false;
        var applicants = await dossiers.ApplicantKeysAsync(IntegrityFold.AppliedFor(entries), cancellation);
        Action<FindingRow> found = finding => unwritten[finding.Id] = finding;
        foreach (var entry in entries)
        {
            // First the place: what fails once is not taken twice.
            (position, AsOf) = (entry.Position, entry.At);
            fold.Take(entry, applicants, found);
        }

        if (unwritten.Count >= MostUnwritten) await WriteAsync(cancellation);
    }

    protected override async Task ArriveAsync(CancellationToken cancellation)
    {
        await WriteAsync(cancellation);
        IsCurrent = true;
    }

    protected override async Task StoreAsync(CancellationToken cancellation)
    {
        await WriteAsync(cancellation);
        await store.SaveAsync(position, fold.Pack(), cancellation);
    }

    protected override Task ForgetStoredAsync(CancellationToken cancellation) => store.ForgetAsync(cancellation);

    protected override void StartOver()
    {
        unwritten.Clear();
        (fold, position, AsOf, IsCurrent, isOutdated) = (new(calendars), JournalPosition.Start, null, false, false);
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        if (unwritten.Count == 0) return;
        await store.PutAsync(unwritten.Values, cancellation);
        unwritten.Clear();
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;
using MinhBach.Kernel;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Monitoring;

/// <summary>
/// How long procedures really took over the last twelve months, for their public pages. Counted for all of them in one pass
/// over the facts and kept: a pass for each page would cost a city of a million dossiers more than the page itself.
/// </summary>
internal sealed class ProcedureTrackRecord(FactShelf shelf, TimeProvider clock) : IProcedureTrackRecord
{
    // Counting anew takes at most this part of the time.
    private const double Share = 0.01;

    private readonly Lock counting = new();
    private Counted counted = new(Version: -1, default, [], Begun: 0, TimeSpan.Zero);

    public TrackRecord? For(ProcedureId procedure) => Newest().Records.GetValueOrDefault(procedure.Value);

    private Counted Newest()
    {
        var known = Volatile.Read(ref counted);
        if (IsGoodEnough(known)) return known;
        lock (counting)
        {
            if (!IsGoodEnough(counted)) Volatile.Write(ref counted, Count());
            return counted;
        }
    }

    private bool IsGoodEnough(Counted known) =>
        known.Day == clock.Today() && (known.Version == shelf.Version || Stopwatch.GetElapsedTime(known.Begun) < known.Took / Share);

    private Counted Count()
    {
        var begun = Stopwatch.GetTimestamp();
        var (version, today) = (shelf.Version, clock.Today());
        var year = ReportingPeriod.YearTo(today);
        var (from, to) = (Day.Of(year.From), Day.Of(year.To));
        var done = new Dictionary<long, Done>();
        foreach (ref readonly var fact in shelf.Current)
        {
            if (fact.CompletedOn < from || fact.CompletedOn > to) continue;
            var procedure = CollectionsMarshal.GetValueRefOrAddDefault(done, fact.Procedure, out _) ??= new();
            procedure.Add(fact.WorkedSeconds, Classified.Of(fact, from, to).FirstDueMet);
        }

        return new(version, today, done.ToDictionary(one => one.Key, one => one.Value.Record(year.From)), begun, Stopwatch.GetElapsedTime(begun));
    }

    private sealed record Counted(long Version, LocalDate Day, Dictionary<long, TrackRecord> Records, long Begun, TimeSpan Took);

    private sealed class Done
    {
        private readonly List<int> seconds = [];
        private int withDue;
        private int met;

        public void Add(int worked, bool? firstDueMet)
        {
            seconds.Add(worked);
            if (firstDueMet is null) return;
            withDue++;
            if (firstDueMet.Value) met++;
        }

        public TrackRecord Record(LocalDate since)
        {
            seconds.Sort();
            return new(seconds.Count, Hours(0.5), Hours(0.9), withDue == 0 ? 1 : met / (double)withDue, since);
        }

        // Nearest rank: a duration that some dossier really took.
        private decimal Hours(double share) => seconds[(int)Math.Ceiling(share * seconds.Count) - 1] / 3600m;
    }
}

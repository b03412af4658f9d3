using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring.History;
using MinhBach.Organization;

namespace MinhBach.Monitoring.Integrity;

/// <summary>
/// Shows every event of dossiers, in the journal's order, to all patterns. The same journal on the same calendars gives the same
/// findings, whoever folds it and however often it was stored and read again meanwhile. It holds what is open, what the patterns
/// remember of the last days, and a line for each step of each procedure: nothing grows with the dossiers that ended. Not safe for
/// several threads.
/// </summary>
internal sealed class IntegrityFold(CityCalendars calendars)
{
    /// <summary>Rises with every change of what is stored, or of what a pattern counts: older findings are then made anew.</summary>
    public const int Layout = 1;

    private readonly Dictionary<long, WatchedDossier> open = [];
    private readonly Pattern[] patterns = [.. Patterns.Make()];

    /// <summary>How many dossiers it holds.</summary>
    public int Open => open.Count;

    /// <summary>The dossiers of these entries whose applicants have to be known.</summary>
    public static IEnumerable<long> AppliedFor(IEnumerable<JournalEntry> entries) =>
        entries.Where(entry => entry.Event is DossierSubmitted or DossierDeclined or DossierWithdrawn or DossierStopped).Select(entry => entry.StreamId).Distinct();

    /// <summary>Takes the next entry.</summary>
    /// <param name="entry">The entry; all but those of dossiers are passed over.</param>
    /// <param name="applicants">Keys of applicants, by dossier, for at least <see cref="AppliedFor"/>.</param>
    /// <param name="found">Receives findings; one with the id of an earlier one replaces it.</param>
    public void Take(JournalEntry entry, IReadOnlyDictionary<long, string> applicants, Action<FindingRow> found)
    {
        if (entry.Stream != DossierEvent.Stream) return;
        if (entry.Event is DossierSubmitted submitted) open[entry.StreamId] = WatchedDossier.Of(entry.StreamId, submitted, entry.At);
        if (!open.TryGetValue(entry.StreamId, out var dossier)) return;
        var seen = new Seen(
            entry.Position.Sequence, entry.At, entry.Actor, entry.Event, dossier,
            calendars.For(new AgencyId(entry.Actor.AgencyId ?? dossier.Agency)), applicants.GetValueOrDefault(entry.StreamId));
        foreach (var pattern in patterns) pattern.Look(seen, found);
        dossier.Apply(entry.Event, entry.At, entry.Actor);
        if (dossier.IsOver) open.Remove(entry.StreamId);
    }

    /// <summary>All that it remembers, packed; without who applied.</summary>
    public byte[] Pack()
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        to.Write(open.Count);
        foreach (var dossier in open.Values) to.Write(dossier);
        foreach (var pattern in patterns) pattern.Write(to);
        to.Flush();
        return HistoryBytes.Pack<byte>(bytes.ToArray());
    }

    /// <summary>Takes what <see cref="Pack"/> gave.</summary>
    /// <param name="packed">The state.</param>
    /// <param name="applicantsOf">Answers who applied, by dossier.</param>
    public async Task ResumeAsync(byte[] packed, Func<IEnumerable<long>, Task<IReadOnlyDictionary<long, string>>> applicantsOf)
    {
        using var from = new BinaryReader(new MemoryStream(HistoryBytes.Unpack(packed)));
        open.Clear();
        for (var left = from.ReadInt32(); left > 0; left--)
        {
            var dossier = from.ReadDossier();
            open.Add(dossier.Id, dossier);
        }

        foreach (var pattern in patterns) pattern.Read(from);
        foreach (var refiled in patterns.OfType<CloseAndRefile>()) refiled.Recognise(await applicantsOf(refiled.Closed));
    }
}

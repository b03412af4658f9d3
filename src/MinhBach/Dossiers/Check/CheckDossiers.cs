using System.Data.Common;
using MinhBach.Kernel;
using MinhBach.Organization;

namespace MinhBach.Dossiers.Check;

/// <summary>
/// Holds the tables against the journal, all as they were at one moment, also while the city works: the journal's own
/// chains; each dossier's status, moments, steps and timers; its due date counted anew from its ledger; the uploaded files;
/// the codes of each agency and day, which have no gap. Reads only. Dossiers are shared out among the cores by their ids.
/// </summary>
public sealed class CheckDossiers(CityDatabase database, JournalEventTypes types, IEnumerable<JournalStream> streams, CityCalendars calendars)
{
    private const int MostShares = 8;
    private const int GapsNamed = 20;

    private readonly IReadOnlyList<JournalStream> streams = [.. streams];

    /// <summary>Looks at everything.</summary>
    /// <exception cref="RuleBroken">SQLite found the file damaged.</exception>
    public async Task<CheckReport> RunAsync(IProgress<CheckProgress>? progress = null, CancellationToken cancellation = default)
    {
        CheckReport? report = null;
        await database.TellDamageAsync(async () => report = await CompareAsync(progress, cancellation));
        return report!;
    }

    private async Task<CheckReport> CompareAsync(IProgress<CheckProgress>? progress, CancellationToken cancellation)
    {
        var findings = new Findings();
        var count = Math.Clamp(Environment.ProcessorCount, 1, MostShares);
        var sqlite = database.Kind == DatabaseKind.Sqlite;
        await using var moment = await SameMoment.OpenAsync(database, sqlite ? count + 1 : count, cancellation);
        var rowCheck = new DossierRowCheck(calendars, findings);
        var shelf = new FileShelf(database, TimeProvider.System);
        var shares = moment.Connections.Take(count)
            .Select((connection, i) => new CheckShare(connection, new JournalScan(types, streams, i, count), rowCheck, shelf, findings, i, count)).ToList();
        var running = shares.Select(share => Begin(() => share.Run(streams, () => progress?.Report(new(shares.Average(other => other.Done))), cancellation))).ToList();
        if (sqlite) running.Add(Begin(() => CheckPages(moment.Connections[count], findings)));
        await Task.WhenAll(running);

        var codes = new CodeSeries();
        foreach (var share in shares) codes.Add(share.Codes);
        codes.Check(moment.Connections[0], findings);
        var entries = shares.Sum(share => share.Entries);
        if (sqlite) CheckGaps(moment.Connections[0], entries, findings);
        return new(entries, shares.Sum(share => share.Dossiers), shares.Sum(share => share.Steps), shares.Sum(share => share.Files), findings.InOrder(), findings.Total);
    }

    private static Task Begin(Action work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    // What SQLite itself says of its pages.
    private static void CheckPages(DbConnection connection, Findings findings)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA quick_check({GapsNamed})";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (reader.GetString(0) is var line && line != "ok") findings.Add(Path.GetFileName(connection.DataSource), "Tệp cơ sở dữ liệu hỏng: {0}", line);
        }
    }

    // SQLite numbers entries 1, 2, 3 …; PostgreSQL loses the numbers of what was undone, so that gaps say nothing there.
    private static void CheckGaps(DbConnection connection, long entries, Findings findings)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(sequence), 0) FROM journal_entry";
        if ((long)command.ExecuteScalar()! == entries) return;
        command.CommandText = $"""
            SELECT e.sequence, (SELECT coalesce(max(b.sequence), 0) FROM journal_entry b WHERE b.sequence < e.sequence) AS earlier FROM journal_entry e
            WHERE e.sequence > 1 AND NOT EXISTS (SELECT 1 FROM journal_entry p WHERE p.sequence = e.sequence - 1) ORDER BY e.sequence LIMIT {GapsNamed}
            """;
        using var reader = command.ExecuteReader();
        while (reader.Read()) findings.Add("journal", "Nhật ký thiếu sự kiện {0} đến {1}.", reader.GetInt64(1) + 1, reader.GetInt64(0) - 1);
    }
}

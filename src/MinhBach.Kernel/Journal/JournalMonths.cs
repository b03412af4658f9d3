using System.Data.Common;
using System.Globalization;
using NodaTime;

namespace MinhBach.Kernel;

/// <summary>
/// On PostgreSQL the journal lies in one table a month, so that a month can be put on cheaper disks, and none grows without
/// end. Every month has its own range of sequence numbers: an entry's number says in which month's table it lies, and whoever
/// walks a chain of numbers looks into that one alone. When a month begins, numbering goes on at the beginning of its range;
/// should nobody see to it in time, the earlier month's table takes the entries, and nothing else happens.
/// </summary>
public sealed class JournalMonths(CityDatabase database)
{
    /// <summary>So many numbers has a month; a nation's busiest has a hundredth of it.</summary>
    public const long Numbers = 10_000_000_000;

    private const int Ahead = 2;
    private const int FirstYear = 2000;
    private const long Lock = 0x6D6F6E7468;

    private int known = -1;

    /// <summary>The first number of a month's range.</summary>
    /// <param name="month">Any day of it.</param>
    public static long FirstNumberOf(LocalDate month) => Index(month) * Numbers;

    /// <summary>The table of a month.</summary>
    /// <param name="month">Any day of it.</param>
    public static string TableOf(LocalDate month) => string.Create(CultureInfo.InvariantCulture, $"journal_entry_{month.Year:D4}_{month.Month:D2}");

    /// <summary>Sees to it that the month's table is there, and those of the next two, and that numbers are taken from its range.</summary>
    /// <param name="now">In city time it says which month it is.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="DbException">The database does not answer, or somebody holds the journal; the next try may succeed.</exception>
    public async Task TurnAsync(Instant now, CancellationToken cancellation = default)
    {
        var month = now.DateInCity().With(DateAdjusters.StartOfMonth);
        if (database.Kind == DatabaseKind.Sqlite || known >= Index(month)) return;
        await using var connection = await database.OpenAsync(cancellation);
        await AloneAsync(connection, () => MakeAsync(connection, month, cancellation), cancellation);
        // Numbers do not wait for a commit: taken from a range whose table others do not see yet, they would go nowhere.
        await AloneAsync(connection, () => GoOnAtAsync(connection, FirstNumberOf(month) - 1, cancellation), cancellation);
        known = Index(month);
    }

    // One node at a time; and nobody who writes waits long for somebody who reads.
    private static async Task AloneAsync(DbConnection connection, Func<Task> work, CancellationToken cancellation)
    {
        await using var turn = await connection.BeginTransactionAsync(cancellation);
        await RunAsync(connection, $"SET LOCAL lock_timeout = '5s'; SELECT pg_advisory_xact_lock({Lock})", cancellation);
        if (await IsAsync(connection, "SELECT relkind = 'p' FROM pg_class WHERE oid = to_regclass('journal_entry')", cancellation)) await work();
        await turn.CommitAsync(cancellation);
    }

    private static async Task MakeAsync(DbConnection connection, LocalDate first, CancellationToken cancellation)
    {
        for (var i = 0; i <= Ahead; i++)
        {
            var month = first.PlusMonths(i);
            if (await IsAsync(connection, $"SELECT to_regclass('{TableOf(month)}') IS NOT NULL", cancellation)) continue;
            // Attached rather than made as a part: that way readers and writers of the journal go on meanwhile.
            await RunAsync(connection, $"""
                CREATE TABLE {TableOf(month)} (LIKE journal_entry INCLUDING DEFAULTS);
                ALTER TABLE journal_entry ATTACH PARTITION {TableOf(month)} FOR VALUES FROM ({FirstNumberOf(month)}) TO ({FirstNumberOf(month.PlusMonths(1))})
                """, cancellation);
        }
    }

    // Numbers only rise: a clock that stands behind turns nothing back. Set as taken: of a number that is not, the server does not tell.
    private static Task GoOnAtAsync(DbConnection connection, long last, CancellationToken cancellation) =>
        RunAsync(connection, $"""
            SELECT setval(it, {last}, true) FROM (SELECT pg_get_serial_sequence('journal_entry', 'sequence')::regclass AS it) named
            WHERE coalesce(pg_sequence_last_value(it), 0) < {last}
            """, cancellation);

    private static int Index(LocalDate month) => ((month.Year - FirstYear) * 12) + month.Month - 1;

    private static async Task RunAsync(DbConnection connection, string text, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<bool> IsAsync(DbConnection connection, string question, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync(cancellation) is true;
    }
}

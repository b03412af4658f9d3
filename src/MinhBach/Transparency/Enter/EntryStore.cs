using System.Data.Common;
using System.Globalization;
using System.Text;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Transparency.Enter;

/// <summary>Writes and reads entries in plain SQL: there are as many as there are events.</summary>
internal sealed class EntryStore(CityDatabase database)
{
    private static readonly TablePut<EntryRow> Entries = new("transparency_entry", "position");
    private static readonly TablePut<CaseRow> Cases = new("transparency_case", "dossier_id");

    /// <summary>Adds entries; false when something was entered meanwhile, or a dossier was changed: then nothing may be committed.</summary>
    public static async ValueTask<bool> AddAsync(WriteSession session, long count, Instant logged, IReadOnlyCollection<EntryRow> entries, IReadOnlyCollection<CaseRow> cases)
    {
        if (await session.Sql("SELECT coalesce(max(position) + 1, 0) FROM transparency_entry").FirstAsync(row => row.GetInt64(0)) != count) return false;
        await Entries.PutAsync(session, entries);
        await session.Sql("INSERT INTO transparency_day (day, first) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING").With(logged.DateInCity()).With(count).RunAsync();
        return await Cases.PutAsync(session, cases);
    }

    /// <summary>How many entries there are, and when the last one was entered; null for a log that has none.</summary>
    public async Task<(long Count, Instant? LastLogged)> EndAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT position, content FROM transparency_entry ORDER BY position DESC LIMIT 1";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (reader.GetInt64(0) + 1, LogEntryJson.Read(Encoding.UTF8.GetBytes(reader.GetString(1))).Logged)
            : (0, null);
    }

    /// <summary>Entries from an index on, in order.</summary>
    public async Task<List<string>> FromAsync(long position, int count, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT content FROM transparency_entry WHERE position >= {position} ORDER BY position LIMIT {count}");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var contents = new List<string>();
        while (await reader.ReadAsync(cancellation)) contents.Add(reader.GetString(0));
        return contents;
    }

    /// <summary>All entries of a type that is about no dossier, in order.</summary>
    public async Task<List<LogEntry>> OfTopicAsync(string topic, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT content FROM transparency_entry WHERE topic = '{topic}' ORDER BY position";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<LogEntry>();
        while (await reader.ReadAsync(cancellation)) entries.Add(LogEntryJson.Read(Encoding.UTF8.GetBytes(reader.GetString(0))));
        return entries;
    }

    /// <summary>The newest entry of a type that is about no dossier; null where there is none.</summary>
    public async Task<LogEntry?> NewestOfTopicAsync(string topic, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT content FROM transparency_entry WHERE topic = '{topic}' ORDER BY position DESC LIMIT 1";
        return await command.ExecuteScalarAsync(cancellation) is string content ? LogEntryJson.Read(Encoding.UTF8.GetBytes(content)) : null;
    }

    /// <summary>The ids of dossiers of which the log tells nothing but that something happened.</summary>
    public async Task<HashSet<long>> SealedAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT dossier_id FROM transparency_case WHERE agency = ''";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var dossiers = new HashSet<long>();
        while (await reader.ReadAsync(cancellation)) dossiers.Add(reader.GetInt64(0));
        return dossiers;
    }

    /// <summary>The rows of dossiers, by their ids.</summary>
    public async Task<Dictionary<long, CaseRow>> CasesAsync(IReadOnlyCollection<long> dossiers, CancellationToken cancellation)
    {
        var rows = new Dictionary<long, CaseRow>();
        if (dossiers.Count == 0) return rows;
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT dossier_id, pseudonym, secret, entries, newest, agency, procedure, rule_set, first_due, due, revision
            FROM transparency_case WHERE dossier_id IN ({string.Join(',', dossiers)})
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) rows.Add(reader.GetInt64(0), Case(reader));
        return rows;
    }

    /// <summary>The entries of one dossier, oldest first: index, leaf, and the journal's entry behind it.</summary>
    public async Task<List<(long Position, string Content, long? Sequence)>> OfCaseAsync(long newest, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE chain AS (
              SELECT position, content, sequence, previous FROM transparency_entry WHERE position = {newest}
              UNION ALL
              SELECT e.position, e.content, e.sequence, e.previous FROM chain JOIN transparency_entry e ON e.position = chain.previous)
            SELECT position, content, sequence FROM chain ORDER BY position
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<(long Position, string Content, long? Sequence)>();
        while (await reader.ReadAsync(cancellation)) entries.Add((reader.GetInt64(0), reader.GetString(1), reader.GetInt64OrNull(2)));
        return entries;
    }

    private static CaseRow Case(DbDataReader reader) => new()
    {
        DossierId = reader.GetInt64(0),
        Pseudonym = reader.GetString(1),
        Secret = reader.GetString(2),
        Entries = reader.GetInt32(3),
        Newest = reader.GetInt64OrNull(4),
        Agency = reader.GetString(5),
        Procedure = reader.GetString(6),
        RuleSet = reader.GetStringOrNull(7),
        FirstDue = reader.IsDBNull(8) ? null : CityTime.ReadDay(reader.GetString(8)),
        Due = reader.IsDBNull(9) ? null : CityTime.ReadDay(reader.GetString(9)),
        Revision = reader.GetInt32(10),
    };
}

using System.Globalization;
using System.Text;
using MinhBach.Kernel;
using MinhBach.Transparency.Enter;
using NodaTime;

namespace MinhBach.Transparency.Browse;

/// <summary>What somebody looks for in the log.</summary>
/// <param name="Case">A dossier's name in the log.</param>
/// <param name="Agency">An agency's code.</param>
/// <param name="Procedure">A procedure's code.</param>
/// <param name="Day">The day on which it was entered.</param>
/// <param name="Topics">Types, of entries about no dossier; none for all entries.</param>
/// <param name="Before">Only what stands before this index.</param>
internal sealed record LogSearch(string? Case, string? Agency, string? Procedure, LocalDate? Day, IReadOnlyList<string> Topics, long? Before);

/// <summary>An entry where it stands.</summary>
internal sealed record PlacedEntry(long Position, LogEntry Entry, string Content);

/// <summary>Reads the log as people look at it: newest first, a page at a time, each along an index.</summary>
internal sealed class LogPages(EntryStore store, CityDatabase database)
{
    public const int PageSize = 50;

    private const int DaysShown = 14;

    /// <summary>A page of what was looked for, newest first; one more than <see cref="PageSize"/> where there is more. One query, two for a day or a dossier.</summary>
    public async Task<List<PlacedEntry>> FindAsync(LogSearch search, CancellationToken cancellation)
    {
        if (search.Case is { } name) return await OfCaseAsync(name, search, cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        var conditions = new List<string> { "1 = 1" };
        var values = new List<object>();
        void Add(string condition, object value)
        {
            values.Add(value);
            conditions.Add(condition + " $" + values.Count.ToString(CultureInfo.InvariantCulture));
        }

        if (search.Agency is { } agency) Add("agency =", agency);
        if (search.Procedure is { } procedure) Add("procedure =", procedure);
        // The types are our own words.
        if (search.Topics.Count > 0) conditions.Add($"topic IN ({string.Join(", ", search.Topics.Select(topic => $"'{topic}'"))})");
        if (search.Before is { } before) Add("position <", before);
        if (search.Day is { } day)
        {
            if (await FirstAsync(day, cancellation) is not { } first) return [];
            Add("position >=", first);
            if (await FirstAfterAsync(day, cancellation) is { } next) Add("position <", next);
        }

        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT position, content FROM transparency_entry WHERE {string.Join(" AND ", conditions)} ORDER BY position DESC LIMIT {PageSize + 1}";
        Bind(command, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<PlacedEntry>();
        while (await reader.ReadAsync(cancellation)) found.Add(Placed(reader.GetInt64(0), reader.GetString(1)));
        return found;
    }

    /// <summary>One entry; null where the log has none of that index. One query.</summary>
    public async Task<PlacedEntry?> AtAsync(long position, CancellationToken cancellation) =>
        await store.FromAsync(position, 1, cancellation) is [var content] ? Placed(position, content) : null;

    /// <summary>How many entries were made on each of the last days on which any were, oldest first. Two queries.</summary>
    public async Task<List<(LocalDate Day, long Entries)>> GrowthAsync(CancellationToken cancellation)
    {
        var (count, _) = await store.EndAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT day, first FROM transparency_day ORDER BY day DESC LIMIT {DaysShown}";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var days = new List<(LocalDate Day, long Entries)>();
        for (var end = count; await reader.ReadAsync(cancellation); end = reader.GetInt64(1)) days.Add((CityTime.ReadDay(reader.GetString(0)), end - reader.GetInt64(1)));
        days.Reverse();
        return days;
    }

    private async Task<List<PlacedEntry>> OfCaseAsync(string name, LogSearch search, CancellationToken cancellation)
    {
        if (await NewestOfAsync(name, cancellation) is not { } newest) return [];
        return
        [
            .. (await store.OfCaseAsync(newest, cancellation)).Select(entry => Placed(entry.Position, entry.Content))
                .Where(entry => (search.Before is not { } before || entry.Position < before) && (search.Agency is null || entry.Entry.Agency == search.Agency) && (search.Procedure is null || entry.Entry.Procedure == search.Procedure))
                .Reverse().Take(PageSize + 1),
        ];
    }

    private Task<long?> NewestOfAsync(string name, CancellationToken cancellation) => NumberAsync("SELECT newest FROM transparency_case WHERE pseudonym = $1 AND newest IS NOT NULL", name, cancellation);

    private Task<long?> FirstAsync(LocalDate day, CancellationToken cancellation) => NumberAsync("SELECT first FROM transparency_day WHERE day = $1", CityTime.WriteDay(day), cancellation);

    private Task<long?> FirstAfterAsync(LocalDate day, CancellationToken cancellation) => NumberAsync("SELECT min(first) FROM transparency_day WHERE day > $1", CityTime.WriteDay(day), cancellation);

    private async Task<long?> NumberAsync(string sql, string value, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Bind(command, [value]);
        return await command.ExecuteScalarAsync(cancellation) is long number ? number : null;
    }

    private static PlacedEntry Placed(long position, string content) => new(position, LogEntryJson.Read(Encoding.UTF8.GetBytes(content)), content);

    private static void Bind(System.Data.Common.DbCommand command, IReadOnlyList<object> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            if (parameter is not Npgsql.NpgsqlParameter) parameter.ParameterName = "$" + (i + 1).ToString(CultureInfo.InvariantCulture);
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }
    }
}

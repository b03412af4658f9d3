using System.Globalization;
using Microsoft.Data.Sqlite;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Monitoring;

/// <summary>Writes and reads facts in plain SQL: a city's history is folded, and read at every start, by the hundred thousand.</summary>
internal static class FactStore
{
    private const string Whole = """
        SELECT dossier_id, agency_id, field, procedure_id, version_id, channel, online_level, status, submitted_on, received_on, completed_on, returned_on, left_on,
          first_due, dues, waits, outcome, worked_seconds, running_from, change FROM monitoring_dossier WHERE dossier_id IN
        """;

    private static readonly TablePut<FactRow> Table = new("monitoring_dossier", "dossier_id");

    public static async ValueTask PutAsync(WriteSession session, IReadOnlyCollection<FactRow> rows) => await Table.PutAsync(session, rows);

    /// <summary>The rows of some dossiers, by id; those that have none are left out.</summary>
    public static async ValueTask<Dictionary<long, FactRow>> OfAsync(WriteSession session, IEnumerable<long> dossiers)
    {
        var rows = await session.Sql(Whole + (session.Kind == DatabaseKind.Sqlite ? "(SELECT value FROM json_each($1))" : "(SELECT value::bigint FROM json_array_elements_text($1::json))"))
            .With("[" + string.Join(',', dossiers) + "]").ListAsync(Row);
        return rows.ToDictionary(row => row.DossierId);
    }

    /// <summary>The lowest and the highest id of all dossiers with facts, and the newest change; null when there is none.</summary>
    public static async Task<(long First, long Last, long Change)?> EndsAsync(CityDatabase database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        // Each by an index of its own; asked for together they would read the whole table.
        command.CommandText = """
            SELECT (SELECT min(dossier_id) FROM monitoring_dossier), (SELECT max(dossier_id) FROM monitoring_dossier),
              (SELECT max(change) FROM monitoring_dossier)
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) && !reader.IsDBNull(0) ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) : null;
    }

    /// <summary>The facts of a range of dossiers, in the order of ids.</summary>
    public static Task<List<FactBlock>> BetweenAsync(CityDatabase database, long first, long last, FieldNames fields, CancellationToken cancellation) =>
        ReadAsync(database, string.Create(CultureInfo.InvariantCulture, $"dossier_id BETWEEN {first} AND {last}"), fields, cancellation);

    /// <summary>What was folded after a change, in the order of ids.</summary>
    public static Task<List<FactBlock>> AfterAsync(CityDatabase database, long change, FieldNames fields, CancellationToken cancellation) =>
        ReadAsync(database, string.Create(CultureInfo.InvariantCulture, $"change > {change}"), fields, cancellation);

    private static async Task<List<FactBlock>> ReadAsync(CityDatabase database, string where, FieldNames fields, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var query = $"SELECT {FactColumns.All} FROM monitoring_dossier WHERE {where} ORDER BY dossier_id";
        var facts = new List<FactBlock>();
        if (connection is SqliteConnection sqlite)
        {
            SqliteRow.ReadAll(sqlite, query, [], row => FactBlock.Append(facts, FactColumns.Read(row, fields)));
            return facts;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) FactBlock.Append(facts, FactColumns.Read(reader, fields));
        return facts;
    }

    private static FactRow Row(SqlRow row) => new()
    {
        DossierId = row.GetInt64(0),
        AgencyId = row.GetInt64(1),
        Field = row.GetString(2),
        ProcedureId = row.GetInt64(3),
        VersionId = row.GetInt64(4),
        Channel = row.GetInt32(5),
        OnlineLevel = row.GetInt32(6),
        Status = (DossierStatus)row.GetInt32(7),
        SubmittedOn = CityTime.ReadDay(row.GetString(8)),
        ReceivedOn = DayIn(row, 9),
        CompletedOn = DayIn(row, 10),
        ReturnedOn = DayIn(row, 11),
        LeftOn = DayIn(row, 12),
        FirstDue = DayIn(row, 13),
        Dues = row.GetString(14),
        Waits = row.GetString(15),
        Outcome = row.IsDBNull(16) ? null : (DossierOutcome)row.GetInt32(16),
        WorkedSeconds = row.GetInt64(17),
        RunningFrom = row.IsDBNull(18) ? null : CityTime.FromUnixMicroseconds(row.GetInt64(18)),
        Change = row.GetInt64(19),
    };

    private static LocalDate? DayIn(SqlRow row, int column) => row.IsDBNull(column) ? null : CityTime.ReadDay(row.GetString(column));
}

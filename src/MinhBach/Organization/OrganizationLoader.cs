using System.Data;
using System.Data.Common;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization;

/// <summary>
/// Reads the whole organisation from the database into the lookup: in plain SQL, because every start waits for it and the
/// first queries of EF Core would take longer than all of it.
/// </summary>
internal sealed class OrganizationLoader(CityDatabase database, WriteLanes lanes, OrganizationLookup lookup, CityCalendars calendars) : INodeMemory
{
    // The journal entry up to which the organisation was read, and null before the first.
    private long? readTo;

    public long Version => lookup.Version + calendars.Version;

    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await using (var connection = await database.OpenAsync(cancellation))
            if (await NewestAsync(connection, cancellation) == readTo) return;
        // In the lane of this node's own changes, so that none of them is overwritten by what was read before it.
        await lanes.RunAsync(OrganizationWork.Lane, async _ =>
        {
            await LoadAsync(cancellation);
            return true;
        }, cancellation);
    }

    public async Task LoadAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        // All of it as of one moment, whoever writes meanwhile.
        await using var moment = database.Kind == DatabaseKind.Postgres ? await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation) : null;
        var newest = await NewestAsync(connection, cancellation);
        var data = new OrganizationData
        {
            Agencies = await ReadAsync(
                "SELECT id, code, identifier, name, level, parent_id, valid_from, valid_to, fields, address, phone, former_names, revision, desk_hours FROM organization_agency ORDER BY id",
                row => OrganizationRows.Read(new AgencyRow(
                    row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64OrNull(5),
                    Day(row, 6), DayOrNone(row, 7), row.GetString(8), row.GetStringOrNull(9), row.GetStringOrNull(10), row.GetString(11), row.GetInt64(12), row.GetStringOrNull(13)))),
            Units = await ReadAsync(
                "SELECT id, agency_id, name, kind, phone, fields, valid_from, valid_to, former_names, revision FROM organization_unit ORDER BY id",
                row => OrganizationRows.Read(new UnitRow(
                    row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetStringOrNull(4), row.GetString(5),
                    Day(row, 6), DayOrNone(row, 7), row.GetString(8), row.GetInt64(9)))),
            Posts = await ReadAsync(
                "SELECT id, unit_id, name, role, valid_from, valid_to, revision FROM organization_post ORDER BY id",
                row => OrganizationRows.Read(new PostRow(
                    row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), Day(row, 4), DayOrNone(row, 5), row.GetInt64(6)))),
            People = await ReadAsync(
                "SELECT id, name, phone, email FROM organization_person ORDER BY id",
                row => OrganizationRows.Read(new PersonRow(row.GetInt64(0), row.GetString(1), row.GetStringOrNull(2), row.GetStringOrNull(3)))),
            Holdings = await ReadAsync(
                "SELECT post_id, person_id, valid_from, valid_to FROM organization_holding ORDER BY post_id, valid_from",
                row => OrganizationRows.Read(new HoldingRow(row.GetInt64(0), row.GetInt64(1), Day(row, 2), DayOrNone(row, 3)))),
            Delegations = await ReadAsync(
                "SELECT id, post_id, person_id, valid_from, valid_to, kind, reason FROM organization_delegation ORDER BY id",
                row => OrganizationRows.Read(new DelegationRow(
                    row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), Day(row, 3), DayOrNone(row, 4), row.GetString(5), row.GetString(6)))),
            Successions = await ReadAsync(
                "SELECT from_id, to_id, since_day, part, basis FROM organization_succession ORDER BY from_id, to_id",
                row => OrganizationRows.Read(new SuccessionRow(row.GetInt64(0), row.GetInt64(1), Day(row, 2), row.GetInt64(3), row.GetString(4)))),
        };
        calendars.Replace(await ReadAsync(
            "SELECT agency_id, day, kind, name, legal_basis FROM organization_calendar_day ORDER BY agency_id, day",
            row => new CalendarDayRow(row.GetInt64(0), Day(row, 1), row.GetString(2), row.GetString(3), row.GetString(4))));
        var demo = await ReadAsync("SELECT demo FROM organization_state WHERE id = 1", row => row.GetInt64(0));
        lookup.Replace(new(data), demo is [1]);
        readTo = newest;

        async Task<List<T>> ReadAsync<T>(string text, Func<DbDataReader, T> read)
        {
            var rows = new List<T>();
            await using var command = connection.CreateCommand();
            command.CommandText = text;
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
            return rows;
        }
    }

    private static async Task<long?> NewestAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT last_sequence FROM organization_state WHERE id = 1";
        return await command.ExecuteScalarAsync(cancellation) as long?;
    }

    private static LocalDate Day(DbDataReader row, int column) => CityTime.ReadDay(row.GetString(column));

    private static LocalDate? DayOrNone(DbDataReader row, int column) => row.IsDBNull(column) ? null : Day(row, column);
}

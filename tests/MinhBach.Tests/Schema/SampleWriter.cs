using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using MinhBach.Kernel;
using MinhBach.Testing;
using Npgsql;

namespace MinhBach.Tests.Schema;

/// <summary>
/// Writes a sample of a landed schema: exactly its changes are applied (no migration was ever edited after it landed), then
/// the rows of a small city of today, in the tables and columns that there were.
/// </summary>
internal static class SampleWriter
{
    public static async Task<string> WriteAsync(TestCity source, string name)
    {
        await using var database = await TestDatabase.CreateAsync(source.Kind);
        await MigrateAsync(database, LandedSchemas.Changes(name));
        await using var from = await source.Service<CityDatabase>().OpenAsync();
        await using DbConnection old = source.Kind == DatabaseKind.Sqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        await old.OpenAsync();
        var text = new StringBuilder($"-- The schema after {name}, with a few rows. Written by SampleFacts, not by hand.\n");
        var tables = await TablesAsync(old);
        text.Append(source.Kind == DatabaseKind.Sqlite ? await SqliteSchemaAsync(old) : await PostgresSchemaAsync(database));
        foreach (var table in tables) await RowsAsync(text, table.StartsWith("__EF", StringComparison.Ordinal) ? old : from, old, table, tables);
        if (source.Kind == DatabaseKind.Postgres) text.Append("SELECT setval(pg_get_serial_sequence('public.journal_entry', 'sequence'), 1000);\n");
        return text.ToString();
    }

    private static async Task MigrateAsync(TestDatabase database, IReadOnlyList<string> changes)
    {
        var builder = new DbContextOptionsBuilder<CityDb>();
        var assembly = typeof(City).Assembly.GetName().Name;
        if (database.Kind == DatabaseKind.Sqlite) builder.UseSqlite(database.ConnectionString, sqlite => sqlite.MigrationsAssembly(assembly));
        else builder.UseNpgsql(database.ConnectionString, npgsql => npgsql.MigrationsAssembly(assembly));
        builder.ReplaceService<IMigrationsAssembly, Landed>().ConfigureWarnings(warnings => warnings.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning));
        Landed.Changes = changes;
        await using var db = new CityDb(builder.Options, [], null!);
        await db.Database.MigrateAsync();
    }

    private static async Task<List<string>> TablesAsync(DbConnection connection) => await ColumnAsync(connection, connection is SqliteConnection
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
        : "SELECT relname::text FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace = 'public'::regnamespace ORDER BY relname");

    private static async Task<string> SqliteSchemaAsync(DbConnection connection) =>
        string.Concat((await ColumnAsync(connection, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type DESC, name")).Select(sql => sql + ";\n"));

    private static async Task<string> PostgresSchemaAsync(TestDatabase database)
    {
        var place = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo("pg_dump", ["--schema-only", "--no-owner", "--no-privileges", "--no-comments"]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in new[] { ("PGHOST", place.Host), ("PGPORT", place.Port.ToString(CultureInfo.InvariantCulture)), ("PGDATABASE", place.Database), ("PGUSER", place.Username), ("PGPASSWORD", place.Password) })
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        var lines = text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal) && !line.StartsWith('\\') && !line.StartsWith("SET ", StringComparison.Ordinal) && !line.Contains("set_config", StringComparison.Ordinal));
        return string.Join('\n', lines) + "\n";
    }

    private static async Task RowsAsync(StringBuilder text, DbConnection from, DbConnection old, string table, List<string> tables)
    {
        var columns = await ColumnsAsync(old, table);
        var kept = columns.Intersect(await ColumnsAsync(from, table), StringComparer.Ordinal).Select(column => $"\"{column}\"").ToList();
        await using var command = from.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", kept)} FROM \"{table}\" {Of(table, tables)} ORDER BY 1";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            text.Append(CultureInfo.InvariantCulture, $"INSERT INTO \"{table}\" ({string.Join(", ", kept)}) VALUES ({string.Join(", ", Enumerable.Range(0, kept.Count).Select(i => Literal(reader.GetValue(i), from is SqliteConnection)))});\n");
    }

    // The journal of things whose tables had not landed is left out, and so are their numbers.
    private static string Of(string table, List<string> tables) => (table, tables.Contains("dossiers_dossier"), tables.Contains("organization_state")) switch
    {
        ("journal_entry", false, var organization) => $"WHERE stream IN ({(organization ? "'organization'" : "''")}{(tables.Contains("procedures_procedure") ? ", 'procedure'" : "")})",
        ("kernel_number", false, _) => "WHERE name = 'id'",
        _ => "",
    };

    private static async Task<List<string>> ColumnsAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" LIMIT 0";
        await using var reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    private static string Literal(object value, bool isSqlite) => value switch
    {
        DBNull => "NULL",
        bool truth => truth ? "true" : "false",
        byte[] bytes => isSqlite ? $"X'{Convert.ToHexString(bytes)}'" : $"'\\x{Convert.ToHexString(bytes)}'",
        string word => $"'{word.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static async Task<List<string>> ColumnAsync(DbConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));
        return values;
    }

#pragma warning disable EF1001 // A list of migrations that leaves some out: EF Core offers no other place to say so.
    private sealed class Landed(ICurrentDbContext context, IDbContextOptions options, IMigrationsIdGenerator ids, Microsoft.EntityFrameworkCore.Diagnostics.IDiagnosticsLogger<DbLoggerCategory.Migrations> log)
        : MigrationsAssembly(context, options, ids, log)
    {
        public static IReadOnlyList<string> Changes { get; set; } = [];

        public override IReadOnlyDictionary<string, TypeInfo> Migrations => base.Migrations.Where(item => Changes.Contains(item.Key)).ToDictionary();
    }
#pragma warning restore EF1001
}

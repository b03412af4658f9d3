using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MinhBach.Kernel;

/// <summary>
/// A row at which a statement of SQLite stands, read by the functions of the very library that the driver loaded: for readings of
/// hundreds of thousands of rows, where the driver's own care for each value takes longer than the value. It is gone with the next row.
/// </summary>
public readonly unsafe partial struct SqliteRow
{
    private const string Library = "e_sqlite3";
    private const DllImportSearchPath Beside = DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory;

    private readonly nint statement;

    private SqliteRow(nint statement) => this.statement = statement;

    /// <summary>Takes a row.</summary>
    public delegate void Taker(SqliteRow row);

    /// <summary>Reads all rows of a query.</summary>
    /// <param name="connection">An open connection, used by nobody else meanwhile.</param>
    /// <param name="query">One statement.</param>
    /// <param name="values">What stands for its question marks.</param>
    /// <param name="take">Takes each row.</param>
    /// <exception cref="SqliteException">The query is wrong, or the file cannot be read.</exception>
    public static void ReadAll(SqliteConnection connection, string query, ReadOnlySpan<long> values, Taker take)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(take);
        var database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, query, out var statement));
        using (statement)
        {
            for (var i = 0; i < values.Length; i++) Check(raw.sqlite3_bind_int64(statement, i + 1, values[i]));
            var row = new SqliteRow(statement.DangerousGetHandle());
            int code;
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW) take(row);
            if (code != raw.SQLITE_DONE) Check(code);
        }

        void Check(int code)
        {
            if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, database);
        }
    }

    /// <summary>A number; 0 where nothing is stored.</summary>
    /// <param name="column">From 0.</param>
    public long Number(int column) => Int64(statement, column);

    /// <summary>A text as UTF-8, or a blob; empty where nothing is stored.</summary>
    /// <param name="column">From 0.</param>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        var first = Blob(statement, column);
        return new(first, first is null ? 0 : Length(statement, column));
    }

    // None of these calls back, and none waits but for the rest of a value that does not fit its page.
    [SuppressGCTransition, DefaultDllImportSearchPaths(Beside), LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    private static partial long Int64(nint statement, int column);

    [SuppressGCTransition, DefaultDllImportSearchPaths(Beside), LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    private static partial byte* Blob(nint statement, int column);

    [SuppressGCTransition, DefaultDllImportSearchPaths(Beside), LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    private static partial int Length(nint statement, int column);
}

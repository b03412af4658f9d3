using System.Reflection;
using System.Runtime.InteropServices;
using MinhBach.Monitoring.History;

namespace MinhBach.Benchmarks.Measures;

/// <summary>The same steps in DuckDB's memory, by its C API (https://duckdb.org/docs/stable/clients/c/api).</summary>
internal sealed unsafe partial class DuckDb : IDisposable
{
    private const string Library = "duckdb";
    private const string Place = "node_modules/@duckdb/node-bindings-linux-x64/libduckdb.so";
    private const string Table = "CREATE TABLE step (unit integer, procedure integer, agency integer, day integer, late integer, work integer, wait integer)";

    private nint database;
    private nint connection;

    static DuckDb() => NativeLibrary.SetDllImportResolver(typeof(DuckDb).Assembly, (name, _, _) => name == Library ? NativeLibrary.Load(Find()!) : 0);

    private DuckDb()
    {
        Require(Open(null, out database), "duckdb_open");
        Require(Connect(database, out connection), "duckdb_connect");
    }

    /// <summary>Which version it is.</summary>
    public static string Version => Marshal.PtrToStringUTF8(LibraryVersion())!;

    /// <summary>A database with the steps; null when the library is not here.</summary>
    public static DuckDb? Of(IReadOnlyList<EndedStep> steps)
    {
        if (Find() is null) return null;
        var duck = new DuckDb();
        duck.Ask(Table);
        duck.Append(steps);
        return duck;
    }

    /// <summary>Runs a query to its end; answers how many rows it gave.</summary>
    public int Ask(string query)
    {
        Result result;
        var failed = Query(connection, query, &result) != 0;
        var (rows, error) = ((int)RowCount(&result), failed ? Marshal.PtrToStringUTF8(ResultError(&result)) : null);
        DestroyResult(&result);
        return error is null ? rows : throw new InvalidOperationException(error);
    }

    public void Dispose()
    {
        Disconnect(ref connection);
        Close(ref database);
    }

    private void Append(IReadOnlyList<EndedStep> steps)
    {
        Require(CreateAppender(connection, null, "step", out var appender), "duckdb_appender_create");
        foreach (var step in steps)
        {
            Append(appender, (int)step.Unit);
            Append(appender, (int)step.Procedure);
            Append(appender, (int)step.Agency);
            Append(appender, step.EndedOn.Number);
            Append(appender, step.Kept == Kept.Late ? 1 : 0);
            Append(appender, step.WorkSeconds);
            Append(appender, step.WaitSeconds);
            Require(EndRow(appender), "duckdb_appender_end_row");
        }

        Require(DestroyAppender(ref appender), "duckdb_appender_destroy");
    }

    private static void Append(nint appender, int value) => Require(AppendInt32(appender, value), "duckdb_append_int32");

    // Where npm ci puts it, seen from the build or from the checkout.
    private static string? Find()
    {
        for (var folder = new DirectoryInfo(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, Place) is var file && File.Exists(file)) return file;
        }

        return null;
    }

    private static void Require(int state, string call)
    {
        if (state != 0) throw new InvalidOperationException($"{call} failed.");
    }

    [LibraryImport(Library, EntryPoint = "duckdb_library_version")]
    private static partial nint LibraryVersion();

    [LibraryImport(Library, EntryPoint = "duckdb_open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string? path, out nint database);

    [LibraryImport(Library, EntryPoint = "duckdb_close")]
    private static partial void Close(ref nint database);

    [LibraryImport(Library, EntryPoint = "duckdb_connect")]
    private static partial int Connect(nint database, out nint connection);

    [LibraryImport(Library, EntryPoint = "duckdb_disconnect")]
    private static partial void Disconnect(ref nint connection);

    [LibraryImport(Library, EntryPoint = "duckdb_query", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Query(nint connection, string query, Result* result);

    [LibraryImport(Library, EntryPoint = "duckdb_row_count")]
    private static partial ulong RowCount(Result* result);

    [LibraryImport(Library, EntryPoint = "duckdb_result_error")]
    private static partial nint ResultError(Result* result);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_result")]
    private static partial void DestroyResult(Result* result);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateAppender(nint connection, string? schema, string table, out nint appender);

    [LibraryImport(Library, EntryPoint = "duckdb_append_int32")]
    private static partial int AppendInt32(nint appender, int value);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_end_row")]
    private static partial int EndRow(nint appender);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_destroy")]
    private static partial int DestroyAppender(ref nint appender);

    /// <summary>As the header lays it out; only its functions look inside.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Result
    {
        private fixed ulong content[6];
    }
}

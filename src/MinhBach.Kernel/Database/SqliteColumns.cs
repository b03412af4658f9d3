using System.Runtime.InteropServices;

namespace MinhBach.Kernel;

/// <summary>
/// Columns of the row at which a statement of SQLite stands, by the functions of the very library that the driver loaded: for readings
/// of millions of rows, where the driver's own care for each value takes as long as the value.
/// </summary>
internal static unsafe partial class SqliteColumns
{
    private const string Library = "e_sqlite3";

    /// <summary>A number.</summary>
    /// <param name="statement">The statement; whoever asks keeps it.</param>
    /// <param name="column">From 0.</param>
    // None of these waits for anything or calls back.
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    public static partial long Number(nint statement, int column);

    /// <summary>The bytes of a text (UTF-8) or blob as they are stored; valid until the statement's next step.</summary>
    public static ReadOnlySpan<byte> Bytes(nint statement, int column)
    {
        var first = Blob(statement, column);
        return new(first, first is null ? 0 : Length(statement, column));
    }

    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    private static partial byte* Blob(nint statement, int column);

    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    private static partial int Length(nint statement, int column);
}

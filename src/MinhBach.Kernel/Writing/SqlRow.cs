using System.Data.Common;
using SQLitePCL;

namespace MinhBach.Kernel;

/// <summary>The row that a statement stands at; not to be kept after it was read.</summary>
public readonly struct SqlRow
{
    private readonly sqlite3_stmt? statement;
    private readonly DbDataReader? reader;

    internal SqlRow(sqlite3_stmt statement) => this.statement = statement;

    internal SqlRow(DbDataReader reader) => this.reader = reader;

    /// <summary>A whole number; the column may not be null.</summary>
    public long GetInt64(int column) => statement is null ? reader!.GetInt64(column) : raw.sqlite3_column_int64(statement, column);

    /// <summary>A 32-bit whole number; the column may not be null.</summary>
    public int GetInt32(int column) => statement is null ? reader!.GetInt32(column) : raw.sqlite3_column_int(statement, column);

    /// <summary>Text; the column may not be null.</summary>
    public string GetString(int column) => statement is null ? reader!.GetString(column) : raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>Whether the column is null.</summary>
    public bool IsDBNull(int column) => statement is null ? reader!.IsDBNull(column) : raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;
}

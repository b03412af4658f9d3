using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace MinhBach.Kernel;

/// <summary>One statement over many rows: each place of the statement for one row becomes an array.</summary>
internal sealed partial class PostgresRows
{
    private readonly List<IColumn> columns;
    private Func<Exception>? untouched;
    private int checkedRows;

    /// <summary>Takes the form of a statement for one row; the row itself has to be added.</summary>
    public PostgresRows(NpgsqlCommand row)
    {
        Text = row.CommandText;
        columns = [.. row.Parameters.Select(ColumnOf)];
        Command = new(ForMany(Text, columns));
        foreach (var column in columns) Command.Parameters.Add(column.Parameter);
    }

    /// <summary>The statement for one row.</summary>
    public string Text { get; }

    public NpgsqlBatchCommand Command { get; }

    /// <summary>Whether the statement only ever adds rows, which it does in the order of the arrays.</summary>
    public static bool Appends(string text) =>
        text.StartsWith("INSERT", StringComparison.Ordinal) && !text.Contains("ON CONFLICT", StringComparison.Ordinal);

    public void Add(NpgsqlCommand row, Func<Exception>? otherwise)
    {
        for (var i = 0; i < columns.Count; i++) columns[i].Add(row.Parameters[i].Value);
        if (otherwise is null) return;
        untouched = otherwise;
        checkedRows++;
    }

    /// <summary>Throws when a row that had to touch something did not: all rows of a statement are checked, or none.</summary>
    public void Check()
    {
        if (untouched is { } failure && Command.RecordsAffected < checkedRows) throw failure();
    }

    public void Clear()
    {
        foreach (var column in columns) column.Clear();
        (untouched, checkedRows) = (null, 0);
    }

    private static string ForMany(string text, List<IColumn> columns)
    {
        var arrays = string.Join(", ", columns.Select((column, i) => string.Create(CultureInfo.InvariantCulture, $"${i + 1}::{column.Type}[]")));
        var names = string.Join(", ", columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"p{i + 1}")));
        var source = $"unnest({arrays}) AS many({names})";
        var row = Places().Replace(text, "many.p${number}");
        if (row.StartsWith("INSERT", StringComparison.Ordinal))
        {
            var start = row.IndexOf("VALUES (", StringComparison.Ordinal);
            var end = Closing(row, start + "VALUES (".Length);
            return $"{row[..start]}SELECT {row[(start + "VALUES (".Length)..end]} FROM {source}{row[(end + 1)..]}";
        }

        var where = row.LastIndexOf("WHERE", StringComparison.Ordinal);
        var word = row.StartsWith("DELETE", StringComparison.Ordinal) ? "USING" : "FROM";
        return $"{row[..where]}{word} {source} {row[where..]}";
    }

    private static int Closing(string text, int from)
    {
        for (var (i, depth) = (from, 0); ; i++)
        {
            if (text[i] == '(') depth++;
            if (text[i] == ')' && depth-- == 0) return i;
        }
    }

    private static IColumn ColumnOf(NpgsqlParameter place) => place.NpgsqlDbType switch
    {
        NpgsqlDbType.Bigint => new Column<long?>("bigint", NpgsqlDbType.Bigint),
        NpgsqlDbType.Integer => new Column<int?>("integer", NpgsqlDbType.Integer),
        NpgsqlDbType.Text => new Column<string?>("text", NpgsqlDbType.Text),
        NpgsqlDbType.Boolean => new Column<bool?>("boolean", NpgsqlDbType.Boolean),
        NpgsqlDbType.Bytea => new Column<byte[]?>("bytea", NpgsqlDbType.Bytea),
        NpgsqlDbType.Double => new Column<double?>("double precision", NpgsqlDbType.Double),
        var other => throw new InvalidOperationException($"No arrays of {other} are written."),
    };

    [GeneratedRegex(@"\$(?<number>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();

    private interface IColumn
    {
        string Type { get; }

        NpgsqlParameter Parameter { get; }

        void Add(object? value);

        void Clear();
    }

    private sealed class Column<T>(string type, NpgsqlDbType element) : IColumn
    {
        private readonly List<T?> values = [];
        private NpgsqlParameter? parameter;

        public string Type => type;

        public NpgsqlParameter Parameter => parameter ??= new NpgsqlParameter<List<T?>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element };

        public void Add(object? value) => values.Add(value is DBNull ? default : (T?)value);

        public void Clear() => values.Clear();
    }
}

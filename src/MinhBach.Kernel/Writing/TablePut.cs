using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace MinhBach.Kernel;

/// <summary>
/// Puts rows of one table, any number at once. On PostgreSQL they travel as one JSON text in one statement, because every
/// statement is a journey; on SQLite one by one through a prepared statement, because taking JSON apart costs more than the row.
/// </summary>
/// <typeparam name="TRow">
/// A row: its properties are the columns, named in snake case. Whole numbers, enumerations (as numbers), instants (as
/// microseconds), dates (as ISO text) and text are known.
/// </typeparam>
public sealed class TablePut<TRow>
{
    private static readonly JsonSerializerOptions Json = Options();

    private readonly Func<Sql, TRow, Sql> bind;
    private readonly string sqlite;
    private readonly string postgres;

    /// <summary>Describes the table.</summary>
    /// <param name="name">The table.</param>
    /// <param name="keys">The columns of its primary key. A row that is there is replaced; with a column <c>revision</c>, only by its next revision.</param>
    public TablePut(string name, params string[] keys)
    {
        var properties = typeof(TRow).GetProperties();
        bind = Binding(properties);
        var columns = Array.ConvertAll(properties, property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        var changed = columns.Where(column => !keys.Contains(column, StringComparer.Ordinal)).Select(column => $"{column} = excluded.{column}");
        // An edit carries the next revision; whoever edited an older one touches no row.
        var unchanged = columns.Contains("revision", StringComparer.Ordinal) ? $" WHERE {name}.revision = excluded.revision - 1" : "";
        string Put(IEnumerable<string> values, string from) => $"""
            INSERT INTO {name} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)}{from} WHERE true
            ON CONFLICT ({string.Join(", ", keys)}) DO UPDATE SET {string.Join(", ", changed)}{unchanged}
            """;
        sqlite = Put(columns.Select((_, place) => "$" + (place + 1)), "");
        postgres = Put(columns.Zip(properties, (column, property) => Value(column, property.PropertyType)), " FROM json_array_elements($1::json) AS rows(value)");
    }

    /// <summary>Puts rows; answers whether every one was new or followed on the stored revision.</summary>
    public async ValueTask<bool> PutAsync(WriteSession session, IReadOnlyCollection<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0) return true;
        if (session.Kind == DatabaseKind.Postgres) return await session.Sql(postgres).With(JsonSerializer.Serialize(rows, Json)).RunAsync() == rows.Count;
        var put = 0;
        foreach (var row in rows) put += await bind(session.Sql(sqlite), row).RunAsync();
        return put == rows.Count;
    }

    // Compiled: asking reflection for each value costs more than SQLite takes to write the row.
    private static Func<Sql, TRow, Sql> Binding(PropertyInfo[] properties)
    {
        var (statement, row) = (Expression.Parameter(typeof(Sql)), Expression.Parameter(typeof(TRow)));
        var bound = properties.Aggregate((Expression)statement, (sofar, property) =>
        {
            var place = PlaceOf(property.PropertyType);
            return Expression.Call(sofar, place, Expression.Convert(Expression.Property(row, property), place.GetParameters()[0].ParameterType));
        });
        return Expression.Lambda<Func<Sql, TRow, Sql>>(bound, statement, row).Compile();
    }

    private static MethodInfo PlaceOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(int) || plain.IsEnum) return typeof(Sql).GetMethod(nameof(Sql.WithInt), [typeof(int?)])!;
        var taken = plain.IsValueType ? typeof(Nullable<>).MakeGenericType(plain) : plain;
        return typeof(Sql).GetMethod(nameof(Sql.With), [taken]) ?? throw new NotSupportedException($"{typeof(TRow).Name} has a {plain.Name}.");
    }

    private static string Value(string column, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var number = plain == typeof(long) || plain == typeof(Instant) ? "bigint" : plain == typeof(int) || plain.IsEnum ? "integer" : null;
        return number is null ? $"value->>'{column}'" : $"CAST(value->>'{column}' AS {number})";
    }

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(KernelJson.Options) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
        foreach (var names in options.Converters.OfType<JsonStringEnumConverter>().ToList()) options.Converters.Remove(names);
        options.Converters.Insert(0, new Microseconds());
        return options;
    }

    private sealed class Microseconds : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => CityTime.FromUnixMicroseconds(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteNumberValue(value.ToUnixMicroseconds());
    }
}

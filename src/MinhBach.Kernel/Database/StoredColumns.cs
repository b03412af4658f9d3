using System.Data.Common;
using NodaTime;

namespace MinhBach.Kernel;

/// <summary>Columns as they are stored on both databases: instants as microseconds, what may be absent as null.</summary>
public static class StoredColumns
{
    extension(DbDataReader row)
    {
        /// <summary>An instant; the column may not be null.</summary>
        public Instant GetInstant(int column) => CityTime.FromUnixMicroseconds(row.GetInt64(column));

        /// <summary>An instant, or nothing.</summary>
        public Instant? GetInstantOrNull(int column) => row.IsDBNull(column) ? null : row.GetInstant(column);

        /// <summary>A whole number, or nothing.</summary>
        public long? GetInt64OrNull(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

        /// <summary>Text, or nothing.</summary>
        public string? GetStringOrNull(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}

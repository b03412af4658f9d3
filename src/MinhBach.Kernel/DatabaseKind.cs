namespace MinhBach.Kernel;

/// <summary>The two databases a city can stand on.</summary>
public enum DatabaseKind
{
    /// <summary>One file under the data folder: the default.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or later, chosen by a connection string.</summary>
    Postgres,
}

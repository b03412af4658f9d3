namespace MinhBach.Kernel;

/// <summary>The two databases that the whole product runs on.</summary>
public enum DatabaseKind
{
    /// <summary>One file under the data folder, WAL, one writer.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or newer.</summary>
    Postgres,
}

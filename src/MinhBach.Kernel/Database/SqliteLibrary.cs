using SQLitePCL;

namespace MinhBach.Kernel;

/// <summary>What is set for SQLite as a whole, before the first connection.</summary>
internal static class SqliteLibrary
{
    private const int MemoryStatistics = 9;

    /// <summary>
    /// Turns off the library's statistics of its memory: nobody asks for them, and to keep them every piece of memory that any connection takes or
    /// gives back passes one lock. Where the library is at work already, by another hand, it stays as it is.
    /// </summary>
    public static void SetUp()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(MemoryStatistics, 0);
    }
}

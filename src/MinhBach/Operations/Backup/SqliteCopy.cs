using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MinhBach.Operations;

/// <summary>Copies a SQLite database page by page while others write to it (SQLite's online back-up API).</summary>
internal static class SqliteCopy
{
    private const int PagesAtOnce = 4096;

    /// <summary>Copies what the connection sees. It must be in a transaction, or a write in between makes the copy begin anew.</summary>
    public static void Run(SqliteConnection from, string to, Action<double> reached, CancellationToken cancellation)
    {
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
        target.Open();
        using (var pragmas = target.CreateCommand())
        {
            // The copy counts when it is whole; until then nobody needs it safe.
            pragmas.CommandText = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF";
            pragmas.ExecuteNonQuery();
        }

        using var backup = raw.sqlite3_backup_init(target.Handle, "main", from.Handle, "main");
        if (backup.IsInvalid) throw new SqliteException(raw.sqlite3_errmsg(target.Handle).utf8_to_string(), raw.sqlite3_errcode(target.Handle));
        int result;
        while ((result = raw.sqlite3_backup_step(backup, PagesAtOnce)) == raw.SQLITE_OK)
        {
            reached(1 - ((double)raw.sqlite3_backup_remaining(backup) / Math.Max(1, raw.sqlite3_backup_pagecount(backup))));
            cancellation.ThrowIfCancellationRequested();
        }

        if (result != raw.SQLITE_DONE) throw new SqliteException(raw.sqlite3_errstr(result).utf8_to_string(), result);
    }
}

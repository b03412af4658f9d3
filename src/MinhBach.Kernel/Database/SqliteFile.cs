using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace MinhBach.Kernel;

/// <summary>A SQLite file as a file: whether it is whole, judged before SQLite opens it and could change it.</summary>
public static class SqliteFile
{
    private const int HeaderLength = 100;

    // SQLITE_CORRUPT and SQLITE_NOTADB.
    private static readonly int[] Damage = [11, 26];

    /// <summary>Refuses a file that is no SQLite file or lacks its end. In constant time: it reads the header only.</summary>
    /// <exception cref="RuleBroken">It is damaged; it was not touched.</exception>
    public static void RefuseDamaged(string path)
    {
        if (!File.Exists(path)) return;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length == 0) throw Damaged(path, "0 byte");
        Span<byte> header = stackalloc byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.StartsWith("SQLite format 3\0"u8))
            throw Damaged(path, "không phải tệp SQLite / no SQLite file");
        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is var size && size == 1 ? 65_536 : size;
        var wanted = (long)pageSize * BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        // Pages that a killed process had not yet brought over from the log stand there still.
        var log = new FileInfo(path + "-wal");
        var there = file.Length + (log.Exists ? log.Length : 0);
        if (there < wanted) throw Damaged(path, $"{file.Length} / {wanted} byte");
    }

    /// <summary>Whether SQLite found the file damaged.</summary>
    public static bool IsDamage(SqliteException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Damage.Contains(failure.SqliteErrorCode);
    }

    /// <summary>What is said of a damaged file.</summary>
    public static RuleBroken Damaged(string path, string detail) => new(
        "data.damaged",
        "Tệp cơ sở dữ liệu {0} bị hỏng ({1}) và được để nguyên. Hãy cất tệp này đi, rồi khôi phục bản sao lưu gần nhất: minhbach restore TỆP --data THƯ_MỤC.",
        Path.GetFullPath(path),
        detail);

    /// <summary>Brings everything from the log into the file and the file onto the disk, so that it can be moved alone. Nobody may have it open.</summary>
    public static async Task SettleAsync(string path, CancellationToken cancellation = default)
    {
        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await using var file = new FileStream(path, FileMode.Open);
        file.Flush(flushToDisk: true);
    }
}

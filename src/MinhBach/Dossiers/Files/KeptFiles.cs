using System.Data.Common;

namespace MinhBach.Dossiers;

/// <summary>The contents of uploaded files, for whoever carries the whole city elsewhere.</summary>
public static class KeptFiles
{
    /// <summary>The folder in the data folder under which they lie.</summary>
    public const string Folder = "files";

    /// <summary>Where a content lies in the data folder, by its SHA-256.</summary>
    public static string PlaceOf(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        return Path.Combine(Folder, sha256[..2], sha256);
    }

    /// <summary>The SHA-256 of every content that the database names, as a connection sees it.</summary>
    public static async Task<HashSet<string>> NamedAsync(DbConnection connection, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT sha256 FROM dossiers_file";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var named = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation)) named.Add(reader.GetString(0));
        return named;
    }
}

using System.Text;
using MinhBach.Kernel;
using MinhBach.Transparency.Grow;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Statistics;

/// <summary>The files of published figures beside the tiles.</summary>
internal sealed class StatisticFiles(CityDatabase database, LogHome home)
{
    /// <summary>Puts a file at its place, durably.</summary>
    public static void Put(string folder, string sha256, byte[] file) => new LogFolder(Path.Combine(folder, LogFiles.Statistics)).Replace(sha256 + ".csv", file);

    /// <summary>Everything that was published: the hash of its newest version, and how manieth that is. One query.</summary>
    public async Task<Dictionary<Closing, (string Sha256, int Version)>> NewestAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sha256 FROM transparency_statistic";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var newest = new Dictionary<Closing, (string Sha256, int Version)>();
        while (await reader.ReadAsync(cancellation))
        {
            var (closing, version) = Closing.Parse(reader.GetString(0));
            if (newest.GetValueOrDefault(closing).Version < version) newest[closing] = (reader.GetString(1), version);
        }

        return newest;
    }

    /// <summary>Puts back what is lost or altered; answers how many.</summary>
    public async Task<int> MendAsync(CancellationToken cancellation)
    {
        var mended = 0;
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT sha256, content FROM transparency_statistic";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (hash, content) = (reader.GetString(0), Encoding.UTF8.GetBytes(reader.GetString(1)));
            var path = Path.Combine(home.Folder, LogFiles.Statistics, hash + ".csv");
            if (File.Exists(path) && StatisticFile.HashOf(await File.ReadAllBytesAsync(path, cancellation)) == hash) continue;
            Put(home.Folder, hash, content);
            mended++;
        }

        return mended;
    }
}

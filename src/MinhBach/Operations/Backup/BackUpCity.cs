using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using MinhBach.Dossiers;
using MinhBach.Kernel;

namespace MinhBach.Operations;

/// <summary>What a back-up took along.</summary>
/// <param name="Length">Bytes of the archive.</param>
/// <param name="Files">Uploaded files.</param>
/// <param name="Missing">Contents that the database names and the data folder lacks.</param>
public sealed record BackupSummary(long Length, int Files, IReadOnlyList<string> Missing);

/// <summary>
/// Copies the whole city into one file while it works: the files first, then the database as it is at one moment, then the
/// files that came in between. A content is thrown away only a day after it was put on the shelf, so none that the copy of
/// the database names can slip away in between.
/// </summary>
public sealed class BackUpCity(CityDatabase database, TimeProvider clock)
{
    /// <summary>Copies the city into a new archive.</summary>
    /// <exception cref="RuleBroken">The archive is there already, or there is no city.</exception>
    public async Task<BackupSummary> RunAsync(string path, IProgress<StartProgress> progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        path = Path.GetFullPath(path);
        if (File.Exists(path) || Directory.Exists(path)) throw new RuleBroken("backup.exists", "{0} đã có; chọn tên khác để không ghi đè.", path);
        // Before a new program changes the schema is the best time to copy what the old one left.
        await database.RequireAsync(older: true, cancellation);
        await using var archive = new ArchiveWriter(path);
        await archive.AddAsync(CityArchive.Head, new ArchiveHead(CityArchive.Format, database.Kind, Program, clock.Now()), cancellation);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        await using (var early = await database.OpenForReadingAsync(cancellation))
            await TakeFilesAsync(archive, await KeptFiles.NamedAsync(early, cancellation), taken, progress, cancellation);
        var keys = await TakeKeysAsync(archive, cancellation);

        var copy = path + ".database.part";
        try
        {
            var named = await CopyAsync(copy, progress, cancellation);
            await TakeFilesAsync(archive, named, taken, progress, cancellation);
            var (length, sha256) = await archive.AddHashedAsync(CityArchive.DatabaseOf(database.Kind), copy, Told(progress, "Đang nén cơ sở dữ liệu"), cancellation);
            await archive.AddAsync(CityArchive.End, new ArchiveEnd(length, sha256, taken.Count, keys), cancellation);
            await archive.FinishAsync();
            return new(new FileInfo(path).Length, taken.Count, [.. named.Except(taken).Order(StringComparer.Ordinal)]);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static string Program => typeof(BackUpCity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static Action<double> Told(IProgress<StartProgress> progress, string sentence) => share => progress.Report(new(sentence, share));

    private async Task<HashSet<string>> CopyAsync(string copy, IProgress<StartProgress> progress, CancellationToken cancellation)
    {
        await using var moment = await SameMoment.OpenAsync(database, 1, cancellation);
        await CopyDatabaseAsync(moment, copy, progress, cancellation);
        return await KeptFiles.NamedAsync(moment.Connections[0], cancellation);
    }

    private async Task CopyDatabaseAsync(SameMoment moment, string copy, IProgress<StartProgress> progress, CancellationToken cancellation)
    {
        File.Delete(copy);
        // Made first, so that nobody else ever may read it.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await new FileStream(copy, options).DisposeAsync();
        if (moment.Connections[0] is SqliteConnection sqlite)
        {
            await Task.Run(() => SqliteCopy.Run(sqlite, copy, Told(progress, "Đang sao chép cơ sở dữ liệu"), cancellation), cancellation);
            return;
        }

        progress.Report(new("Đang sao chép cơ sở dữ liệu"));
        string[] arguments = ["--format=custom", "--compress=0", "--no-owner", "--no-privileges", "--no-password", $"--snapshot={moment.Snapshot}", $"--file={copy}"];
        await PostgresTool.RunAsync("pg_dump", database.ConnectionString, arguments, cancellation);
    }

    private async Task TakeFilesAsync(ArchiveWriter archive, HashSet<string> named, HashSet<string> taken, IProgress<StartProgress> progress, CancellationToken cancellation)
    {
        var wanted = named.Except(taken, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < wanted.Count; i++)
        {
            progress.Report(new("Đang chép giấy tờ: {0}/{1}", (double)i / wanted.Count, i, wanted.Count));
            var place = Path.Combine(database.DataFolder, KeptFiles.PlaceOf(wanted[i]));
            if (!File.Exists(place)) continue;
            await archive.AddFileAsync(KeptFiles.PlaceOf(wanted[i]).Replace('\\', '/'), place, cancellation);
            taken.Add(wanted[i]);
        }
    }

    private async Task<int> TakeKeysAsync(ArchiveWriter archive, CancellationToken cancellation)
    {
        var folder = new DirectoryInfo(Path.Combine(database.DataFolder, CityArchive.Keys));
        if (!folder.Exists) return 0;
        var keys = folder.GetFiles();
        foreach (var key in keys) await archive.AddFileAsync($"{CityArchive.Keys}/{key.Name}", key.FullName, cancellation);
        return keys.Length;
    }
}

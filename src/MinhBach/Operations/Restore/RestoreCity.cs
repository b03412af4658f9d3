using Microsoft.Data.Sqlite;
using MinhBach.Dossiers;
using MinhBach.Dossiers.Check;
using MinhBach.Kernel;
using MinhBach.Organization;
using NodaTime;
using Npgsql;

namespace MinhBach.Operations;

/// <summary>What a restore found and did.</summary>
/// <param name="MadeAt">When the archive was made.</param>
/// <param name="Program">By which program.</param>
/// <param name="Files">Uploaded files in it.</param>
/// <param name="Check">What the check of the copy found.</param>
/// <param name="IsInPlace">Whether the copy was put in place.</param>
public sealed record RestoreSummary(Instant MadeAt, string Program, int Files, CheckReport Check, bool IsInPlace);

/// <summary>
/// Gets a city back from its archive, only to where there is none: unpacked beside, brought to this program's schema,
/// checked, and only then put in place. PostgreSQL has no beside: there the empty database takes the copy in one
/// transaction, and is emptied again when the check finds something.
/// </summary>
public sealed class RestoreCity(CityOptions options, IProgress<StartProgress> progress)
{
    private readonly string beside = Path.Combine(options.DataFolder, "restoring");

    /// <summary>Restores.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="despite">Whether a copy in which the check finds something is put in place too.</param>
    /// <param name="cancellation">Stops before anything is in its place.</param>
    /// <exception cref="RuleBroken">There is a city already, or the archive is broken.</exception>
    public async Task<RestoreSummary> RunAsync(string path, bool despite, CancellationToken cancellation = default)
    {
        path = Path.GetFullPath(path);
        if (!File.Exists(path)) throw new FileNotFoundException(path);
        await RequireVacantAsync(cancellation);
        Forget();
        try
        {
            progress.Report(new("Đang giải nén bản sao lưu", 0));
            var (head, end) = await new ArchiveReader(path, Kind).UnpackAsync(beside, share => progress.Report(new("Đang giải nén bản sao lưu", share)), cancellation);
            if (Kind == DatabaseKind.Postgres) await LoadAsync(cancellation);
            CheckReport? report = null;
            try
            {
                report = await CheckAsync(cancellation);
            }
            finally
            {
                if (Kind == DatabaseKind.Postgres && (report is null || (report.Total > 0 && !despite))) await EmptyAsync();
            }

            var sound = report.Total == 0 || despite;
            if (sound) await PutInPlaceAsync();
            return new(head.MadeAt, head.Program, end.Files, report, sound);
        }
        finally
        {
            Forget();
        }
    }

    private DatabaseKind Kind => options.Database is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres;

    private async Task RequireVacantAsync(CancellationToken cancellation)
    {
        await using var target = City.Build(options, builder => builder.Logging.ClearProviders());
        if (await target.Services.GetRequiredService<CityDatabase>().IsVacantAsync(cancellation)) return;
        throw new RuleBroken(
            "restore.occupied",
            "{0} đã có dữ liệu; không ghi đè. Hãy chọn thư mục --data hoặc cơ sở dữ liệu trống.",
            Kind == DatabaseKind.Sqlite ? Path.GetFullPath(Path.Combine(options.DataFolder, CityArchive.Sqlite)) : "PostgreSQL");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        progress.Report(new("Đang nạp vào PostgreSQL"));
        string[] arguments = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password", $"--dbname={new NpgsqlConnectionStringBuilder(options.Database).Database}", Path.Combine(beside, CityArchive.Postgres)];
        await PostgresTool.RunAsync("pg_restore", options.Database!, arguments, cancellation);
        await using var target = City.Build(options, builder => builder.Logging.ClearProviders());
        await using var connection = await target.Services.GetRequiredService<CityDatabase>().OpenAsync(cancellation);
        await JournalMove.ArriveAsync(connection, cancellation);
    }

    private async Task<CheckReport> CheckAsync(CancellationToken cancellation)
    {
        await using var copy = City.Build(options with { DataFolder = beside }, builder => builder.Logging.ClearProviders());
        progress.Report(new("Đang chuẩn bị cơ sở dữ liệu"));
        await copy.Services.GetRequiredService<CityDatabase>().PrepareAsync(cancellation);
        await copy.Services.LoadOrganizationAsync(cancellation);
        return await copy.Services.GetRequiredService<CheckDossiers>().RunAsync(new Told(progress), cancellation);
    }

    private async Task EmptyAsync()
    {
        await using var target = City.Build(options, builder => builder.Logging.ClearProviders());
        await target.Services.GetRequiredService<CityDatabase>().EmptyAsync();
    }

    // The database comes last: from then on there is a city.
    private async Task PutInPlaceAsync()
    {
        Move(KeptFiles.Folder);
        Move(CityArchive.Keys);
        if (Kind == DatabaseKind.Postgres) return;
        var (from, to) = (Path.Combine(beside, CityArchive.Sqlite), Path.Combine(options.DataFolder, CityArchive.Sqlite));
        await SqliteFile.SettleAsync(from);
        SqliteConnection.ClearAllPools();
        // A log that outlived its file would be read into this one.
        File.Delete(to + "-wal");
        File.Delete(to + "-shm");
        File.Move(from, to);
    }

    private void Move(string folder)
    {
        var root = Path.Combine(beside, folder);
        if (!Directory.Exists(root)) return;
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(options.DataFolder, Path.GetRelativePath(beside, file));
            MakeFolder(Path.GetDirectoryName(place)!);
            File.Move(file, place, overwrite: true);
        }
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Forget()
    {
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
    }

    private sealed class Told(IProgress<StartProgress> progress) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) => progress.Report(new("Đang đối chiếu", value.Share));
    }
}

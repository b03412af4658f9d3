namespace MinhBach.Testing;

/// <summary>Where initdb, pg_ctl and postgres are: the newest of Debian's versions, else the PATH.</summary>
internal static class PostgresPrograms
{
    public static string? Find() =>
        DebianFolders()
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => HasAll(folder));

    private static IEnumerable<string> DebianFolders()
    {
        const string root = "/usr/lib/postgresql";
        return Directory.Exists(root)
            ? Directory.GetDirectories(root)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
    }

    private static bool HasAll(string folder) =>
        folder.Length > 0
        && new[] { "initdb", "pg_ctl", "postgres" }.All(program => File.Exists(Path.Combine(folder, program)));
}

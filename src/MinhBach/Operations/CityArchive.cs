using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Operations;

/// <summary>
/// A copy of a whole city in one file, a .tar.gz with a head, the uploaded files and keys under their places in the data
/// folder, the database, and an end that only a whole archive has.
/// </summary>
internal static class CityArchive
{
    public const int Format = 1;

    public const string Head = "minhbach.json";

    public const string Sqlite = "city.db";

    public const string Postgres = "city.pgdump";

    public const string End = "whole.json";

    public const string Keys = "keys";

    public static string DatabaseOf(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => Sqlite,
        DatabaseKind.Postgres => Postgres,
    };
}

/// <summary>What an archive says of itself before anything else.</summary>
/// <param name="Format">How it is laid out.</param>
/// <param name="Kind">Which database the city stands on.</param>
/// <param name="Program">The program that made it.</param>
/// <param name="MadeAt">When.</param>
internal sealed record ArchiveHead(int Format, DatabaseKind Kind, string Program, Instant MadeAt);

/// <summary>What must have come out of it.</summary>
/// <param name="Length">Bytes of the database.</param>
/// <param name="Sha256">Their SHA-256. A file's own name is the SHA-256 of its content.</param>
/// <param name="Files">Uploaded files.</param>
/// <param name="Keys">Keys.</param>
internal sealed record ArchiveEnd(long Length, string Sha256, int Files, int Keys);

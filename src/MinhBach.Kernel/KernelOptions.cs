using System.ComponentModel.DataAnnotations;

namespace MinhBach.Kernel;

/// <summary>Where the city's data live and how writes queue.</summary>
public sealed class KernelOptions
{
    /// <summary>Folder for the SQLite file, uploads and keys. Default: <c>data</c>.</summary>
    [Required]
    public string DataFolder { get; set; } = "data";

    /// <summary>PostgreSQL connection string; null means SQLite under <see cref="DataFolder"/>.</summary>
    public string? Postgres { get; set; }

    /// <summary>Assembly with the migrations.</summary>
    public string? MigrationsAssembly { get; set; }

    /// <summary>
    /// Whether a write is answered only once it is on the disk. Default true; false is for filling a database that is thrown
    /// away and filled again when that is interrupted.
    /// </summary>
    public bool WaitForDisk { get; set; } = true;

    /// <summary>Write lanes on PostgreSQL (1–16). SQLite always has one. Default 2.</summary>
    [Range(1, 16)]
    public int PostgresLanes { get; set; } = 2;

    /// <summary>Commands that may wait in one lane (16–1,000,000) before callers are told to come back. Default 10,000.</summary>
    [Range(16, 1_000_000)]
    public int QueueLength { get; set; } = 10_000;

    /// <summary>Commands committed together at most (1–4096). Default 256.</summary>
    [Range(1, 4096)]
    public int BatchSize { get; set; } = 256;
}

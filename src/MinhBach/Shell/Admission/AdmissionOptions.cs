using System.ComponentModel.DataAnnotations;

namespace MinhBach.Shell;

/// <summary>How much is answered at once.</summary>
public sealed class AdmissionOptions
{
    /// <summary>
    /// Requests in the middle of being answered (16–10,000) before more are sent away with 503; visitors may take three quarters
    /// of them. Default 32 a core, at least 64: more would answer none of them sooner, and whoever is sent away waits behind them.
    /// For a quarter of a second four times as many may be there.
    /// </summary>
    [Range(16, 10_000)]
    public int AtOnce { get; set; } = Math.Max(64, 32 * Environment.ProcessorCount);

    /// <summary>
    /// Pieces of work for which no thread is free (16–100,000) before requests are sent away with 503; for visitors three quarters of
    /// it. Default 100 a core: about a tenth of a second. Not counted for a quarter of a second, either.
    /// </summary>
    [Range(16, 100_000)]
    public int Waiting { get; set; } = 100 * Environment.ProcessorCount;

    /// <summary>
    /// Connections (100–1,000,000) before more are closed at once. Default 8,192: each takes memory and a file of the process, and
    /// a process without files stops altogether.
    /// </summary>
    [Range(100, 1_000_000)]
    public int Connections { get; set; } = 8_192;
}

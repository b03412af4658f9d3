using System.ComponentModel.DataAnnotations;

namespace MinhBach.Dossiers;

/// <summary>How often a wrong tracking secret may be typed.</summary>
public sealed class GuessOptions
{
    /// <summary>Wrong secrets from one address within the window (1–10,000). Default 20.</summary>
    [Range(1, 10_000)]
    public int PerAddress { get; set; } = 20;

    /// <summary>Wrong secrets for one dossier within the window, from anywhere (1–10,000). Default 50.</summary>
    [Range(1, 10_000)]
    public int PerDossier { get; set; } = 50;

    /// <summary>Length of the window in minutes (1–1440). Default 15.</summary>
    [Range(1, 1440)]
    public int WindowMinutes { get; set; } = 15;
}

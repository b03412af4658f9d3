using System.ComponentModel.DataAnnotations;

namespace MinhBach.Monitoring.Wall;

/// <summary>How many screens are served at once, and how quickly.</summary>
public sealed class WallOptions
{
    /// <summary>Screens that are told of changes (1–10,000) before more get 503; these still show the page, which asks again by itself. Default 200.</summary>
    [Range(1, 10_000)]
    public int Listeners { get; set; } = 200;

    /// <summary>Milliseconds between two looks at the figures (100–60,000), and so between two events. Default 2,000.</summary>
    [Range(100, 60_000)]
    public int LookEvery { get; set; } = 2_000;

    /// <summary>Milliseconds without an event after which a sign of life is sent (100–60,000). Default 15,000.</summary>
    [Range(100, 60_000)]
    public int SignOfLifeEvery { get; set; } = 15_000;
}

using NodaTime;

namespace MinhBach.Transparency;

/// <summary>What the rules need to know of one dossier.</summary>
internal sealed class CaseLife
{
    /// <summary>The number of its last entry.</summary>
    public int Number { get; set; }

    public LocalDate? FirstDue { get; set; }

    public LocalDate? Due { get; set; }

    public bool IsReceived { get; set; }

    /// <summary>How often a later date was promised.</summary>
    public int Extensions { get; set; }
}

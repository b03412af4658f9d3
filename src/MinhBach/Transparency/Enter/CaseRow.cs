using NodaTime;

namespace MinhBach.Transparency.Enter;

/// <summary>What connects a dossier with its entries, and what the next of them repeats. Nobody outside sees it; erased, the entries tell nothing any more.</summary>
internal sealed class CaseRow
{
    public long DossierId { get; init; }

    /// <summary>Its name in the log; empty once it was erased.</summary>
    public string Pseudonym { get; set; } = "";

    /// <summary>From which its salts are made, in base64; empty once it was erased.</summary>
    public string Secret { get; set; } = "";

    /// <summary>How many entries it has.</summary>
    public int Entries { get; set; }

    /// <summary>The index of its newest entry.</summary>
    public long? Newest { get; set; }

    public string Agency { get; set; } = "";

    public string Procedure { get; set; } = "";

    public string? RuleSet { get; set; }

    public LocalDate? FirstDue { get; set; }

    public LocalDate? Due { get; set; }

    /// <summary>Grows with every change.</summary>
    public int Revision { get; set; }
}

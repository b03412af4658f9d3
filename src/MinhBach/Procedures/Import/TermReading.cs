using MinhBach.WorkingTime;

namespace MinhBach.Procedures.Import;

/// <summary>What a text says about a term: the term, and how sure the reading is.</summary>
internal sealed record TermReading(Term? Term, TermCertainty Certainty, string Excerpt)
{
    public bool Stated => Term is not null;
}

internal enum TermCertainty
{
    /// <summary>One number, one unit.</summary>
    Exact,

    /// <summary>“10 – 15 ngày”: the upper end is taken.</summary>
    UpperOfRange,

    /// <summary>Several terms stand in the text: the longest is taken.</summary>
    LongestOfSeveral,

    /// <summary>A number stands without a unit.</summary>
    NumberWithoutUnit,

    /// <summary>The text states no term.</summary>
    NotStated,
}

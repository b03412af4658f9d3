using MinhBach.Shell;

namespace MinhBach.Monitoring.Integrity;

/// <summary>
/// A pattern that makes figures look better than the work. It is told every event of every dossier in the journal's order, keeps
/// what it has to remember, and answers with findings: the same journal gives the same findings. A finding is a reason to look,
/// not a verdict. Not safe for several threads.
/// </summary>
internal abstract class Pattern
{
    public abstract PatternKind Kind { get; }

    /// <summary>Its name in addresses.</summary>
    public abstract string Slug { get; }

    /// <summary>Its name in the API.</summary>
    public abstract string Code { get; }

    /// <summary>What people call it (a Vietnamese sentence for the words).</summary>
    public abstract string Name { get; }

    /// <summary>What it is, in words.</summary>
    public abstract string Meaning { get; }

    /// <summary>What the law says to it, and how sure that is.</summary>
    public abstract string Rule { get; }

    /// <summary>From when on it counts.</summary>
    public abstract string Threshold(Words words);

    /// <summary>What speaks for a finding: times in working hours.</summary>
    public abstract string Evidence(FindingRow finding, Words words);

    /// <summary>Looks at an event. A finding with the id of an earlier one replaces it.</summary>
    public abstract void Look(in Seen seen, Action<FindingRow> found);

    /// <summary>Writes what it remembers.</summary>
    public virtual void Write(BinaryWriter to)
    {
    }

    /// <summary>Takes what <see cref="Write"/> wrote.</summary>
    public virtual void Read(BinaryReader from)
    {
    }
}

using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring.Boards;
using MinhBach.Monitoring.Publish;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Integrity;

/// <summary>What the pages of the integrity watch need.</summary>
internal sealed record IntegrityRoom(
    IntegrityFigures Figures, FindingQuery Findings, FindingSight Sight, BoardNames Names, IntegrityTail Tail, DossierLookup Dossiers, TimeProvider Clock, Words Words)
{
    public const string Path = "/theo-doi/liem-chinh";

    /// <summary>The address of a page of the same period.</summary>
    public static string Address(BoardQuery asked, string? more, params (string Key, string? Value)[] also) =>
        asked.Address(more is null ? Path : Path + "/" + more, [("theo", null), .. also]);

    public BoardQuery Read(IQueryCollection query) => BoardQuery.Read(query, Clock.Today(), Words);
}

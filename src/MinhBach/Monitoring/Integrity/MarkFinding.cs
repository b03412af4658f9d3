using MinhBach.Kernel;

namespace MinhBach.Monitoring.Integrity;

/// <summary>Keeps what somebody says of a finding: in the journal for good, and as the latest word beside it.</summary>
internal sealed class MarkFinding(WriteLanes lanes)
{
    public const int LongestReason = 2000;

    /// <summary>Writes it in the finding's lane.</summary>
    /// <param name="finding">The finding, in the actor's sight.</param>
    /// <param name="verdict">What they say.</param>
    /// <param name="reason">Why.</param>
    /// <param name="seen">Sequence of the latest word that they saw; 0 for none.</param>
    /// <param name="actor">Who.</param>
    /// <exception cref="RuleBroken">There is no reason, it is their own work, or somebody else spoke meanwhile; nothing was written.</exception>
    public Task RunAsync(FindingRow finding, Verdict verdict, string? reason, long seen, Actor actor) => lanes.RunAsync(finding.Id, async session =>
    {
        var why = reason?.Trim() ?? "";
        if (why.Length == 0) throw new RuleBroken("finding.reason", "Nêu lý do đánh giá.");
        if (why.Length > LongestReason) throw new RuleBroken("finding.long", "Nội dung dài quá {0} ký tự.", LongestReason);
        if (finding.PersonId is { } person && person == actor.PersonId) throw new RuleBroken("finding.own", "Phát hiện này nói về việc của chính anh/chị: người khác đánh giá.");
        var last = await session.Sql("SELECT last_sequence FROM monitoring_finding_mark WHERE finding_id = $1").With(finding.Id).FirstAsync(row => row.GetInt64(0));
        if (last != seen) throw new RuleBroken("finding.changed", "Vừa có người đánh giá phát hiện này. Tải lại trang để xem.");
        var marked = await session.AppendAsync(FindingMarked.Stream, finding.Id, last == 0 ? null : last, new FindingMarked(finding.DossierId, finding.Pattern, verdict, why), actor);
        await session.Sql("""
            INSERT INTO monitoring_finding_mark (finding_id, verdict, reason, person_id, by_name, at, last_sequence) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (finding_id) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason, person_id = excluded.person_id,
              by_name = excluded.by_name, at = excluded.at, last_sequence = excluded.last_sequence
            """)
            .With(finding.Id).WithInt((int)verdict).With(why).With(actor.PersonId).With(actor.Name).With(session.Now).With(marked).RunAsync();
        return true;
    });
}

using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Shell;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>One line of a dossier's life.</summary>
/// <param name="Title">What.</param>
/// <param name="When">When, in words.</param>
/// <param name="State">done, now, late or todo.</param>
/// <param name="Facts">By whom, until when, why.</param>
internal sealed record TimelineLine(string Title, string? When, string State, IReadOnlyList<string> Facts);

/// <summary>
/// Tells a dossier's life from its steps and its journal: done, under way, to come. Without the secret it names units
/// and dates only.
/// </summary>
internal sealed class TimelineOf(DossierView dossier, OrganizationMap map, Words words, bool isFull, Instant now)
{
    public IReadOnlyList<TimelineLine> Lines()
    {
        var passed = new List<(Instant At, TimelineLine Line)>();
        passed.AddRange(dossier.History.Where(entry => entry.Event is DossierEvent).Select(entry => (entry.At, Line: Told((DossierEvent)entry.Event!, entry)!)).Where(told => told.Line is not null));
        // What the desk decided at reception is told by the event itself.
        passed.AddRange(dossier.Steps.Where(step => step.EndedAt is not null && !step.IsReception).Select(step => (step.EndedAt!.Value, Ended(step))));
        return
        [
            .. passed.OrderBy(told => told.At).Select(told => told.Line),
            .. Awaited(),
            .. dossier.Now.Select(Open),
            .. dossier.ToCome.Select(ToCome),
        ];
    }

    /// <summary>What the applicant is waited for: while it lasts, the next move is theirs.</summary>
    private IEnumerable<TimelineLine> Awaited()
    {
        if (dossier.Supplement is { } asked)
            yield return new(words["Chờ người nộp bổ sung"], words["Từ {0}", words.Moment(asked.AskedAt)], "now", [words["Trả lời đến hết ngày {0}", words.Date(asked.AnswerBy)]]);
        if (dossier.Payment is not null)
            yield return new(words["Chờ người nộp trả phí, lệ phí"], null, "now", []);
    }

    private TimelineLine Ended(StepView step)
    {
        var facts = new List<string> { PlaceOf(step) };
        if (isFull && step.EndedByName is { } by) facts.Add(words["Người làm: {0}", by]);
        if (step.Ending == "returned") facts.Add(isFull && step.Note is { } why ? words["Trả lại bước trước: {0}", why] : words["Trả lại bước trước"]);
        if (step.Ending == "cancelled") facts.Add(words["Bước này không làm tiếp"]);
        if (step.IsLate(now)) facts.Add(words["Xong sau hạn của bước ({0})", words.Moment(step.DueAt)]);
        return new(NameOf(step), words.Moment(step.EndedAt), "done", facts);
    }

    private TimelineLine Open(StepView step)
    {
        var facts = new List<string> { PlaceOf(step) };
        if (isFull && step.PersonName is { } person) facts.Add(words["Người đang giữ: {0}", person]);
        if (step.DueAt is { } due) facts.Add(words["Hạn của bước: {0}", words.Moment(due)]);
        return new(NameOf(step), words["Từ {0}", words.Moment(step.OpenedAt)], step.IsLate(now) ? "late" : "now", facts);
    }

    private TimelineLine ToCome(string name)
    {
        var row = dossier.Procedure.Steps.FirstOrDefault(step => step.Name == name);
        var unit = row is null ? null : map.UnitFor(new AgencyId(dossier.Agency), row.UnitRule, dossier.Procedure.Field, now.DateInCity());
        return new(name, null, "todo", unit is null ? [] : [unit.Name]);
    }

    // Steps are told from their rows; here only what is no step.
    private TimelineLine? Told(DossierEvent occurred, JournalEntry entry) => occurred switch
    {
        DossierSubmitted => Done(words["Nộp hồ sơ"], entry, map.FindAgency(new AgencyId(dossier.Agency))?.Name),
        DossierReceived received => Done(
            words["Tiếp nhận hồ sơ"], entry, map.FindUnit(new UnitId(received.Unit))?.Name, By(entry), received.DueDate is { } due ? words["Hẹn trả kết quả ngày {0}", words.Date(due)] : null),
        DossierDeclined declined => Done(words["Không tiếp nhận hồ sơ"], entry, By(entry), isFull ? declined.Reason : null),
        SupplementRequested asked => Done(words["Yêu cầu bổ sung hồ sơ"], entry, By(entry), words["Trả lời đến hết ngày {0}", words.Date(asked.AnswerBy)]),
        DossierSupplemented => Done(words["Đã bổ sung hồ sơ"], entry),
        DueChanged { Kind: DueEntryKind.Extended } moved => Done(words["Xin lỗi và gia hạn đến ngày {0}", words.Date(moved.DueDate)], entry, By(entry), isFull ? moved.Reason : null),
        DueChanged { Kind: DueEntryKind.Recalculated } moved => Done(words["Lịch làm việc thay đổi, hạn trả mới {0}", words.Date(moved.DueDate)], entry),
        PaymentAsked asked => Done(words["Yêu cầu nộp phí, lệ phí"], entry, isFull ? words.Money(asked.AmountDong) : null),
        DossierPaid => Done(words["Đã nộp phí, lệ phí"], entry),
        DossierCompleted { Outcome: DossierOutcome.Refused } refused => Done(words["Từ chối giải quyết"], entry, isFull ? refused.Reason : null),
        DossierCompleted => Done(words["Có kết quả"], entry),
        ResultReturned => Done(words["Đã trả kết quả"], entry),
        DossierWithdrawn withdrawn => Done(words["Người nộp rút hồ sơ"], entry, isFull ? withdrawn.Reason : null),
        DossierStopped stopped => Done(words["Dừng giải quyết"], entry, isFull ? stopped.Reason : null),
        ErrorFound found => Done(words["Phát hiện sai sót của cơ quan"], entry, words["Sửa xong trước {0}", words.Moment(found.DueAt)]),
        ErrorCorrected => Done(words["Đã sửa sai sót"], entry),
        _ => null,
    };

    private TimelineLine Done(string title, JournalEntry entry, params string?[] facts) => new(title, words.Moment(entry.At), "done", [.. facts.OfType<string>()]);

    private string? By(JournalEntry entry) => isFull && entry.Actor.Kind == ActorKind.Official ? words["Người làm: {0}", entry.Actor.Name] : null;

    private string NameOf(StepView step) => step.IsOpinion ? words["Lấy ý kiến {0}", map.FindAgency(new AgencyId(step.Agency))?.Name ?? "–"] : words[step.Name];

    private string PlaceOf(StepView step)
    {
        var unit = map.FindUnit(new UnitId(step.Unit))?.Name;
        // Within the dossier's own agency the unit says enough.
        return step.Agency == dossier.Agency ? unit ?? "–" : $"{unit ?? "–"}, {map.FindAgency(new AgencyId(step.Agency))?.Name ?? "–"}";
    }
}

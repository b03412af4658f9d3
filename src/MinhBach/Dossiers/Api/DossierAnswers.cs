using System.ComponentModel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Dossiers.Api;

/// <summary>A dossier that was handed in.</summary>
internal sealed record HandedIn(
    string Code, int Status, string StatusName, [property: Description("Mã tra cứu: ai có mã này xem được toàn bộ hồ sơ.")] string TrackingSecret, long Revision);

/// <summary>A dossier after an action.</summary>
internal sealed record ChangedDossier(string Code, int Status, string StatusName, long Revision);

/// <summary>A step on the way.</summary>
internal sealed record TrackedStep(
    int Task, string Node, string Name, string Agency, string Unit, [property: Description("Chỉ có khi được xem toàn bộ hồ sơ.")] string? Person,
    Instant OpenedAt, Instant? DueAt, Instant? EndedAt, string? Ending);

/// <summary>An event of the dossier's journal.</summary>
internal sealed record TrackedEvent(Instant At, string Name, string Actor);

/// <summary>What only the applicant and the officials whose work it is may see.</summary>
internal sealed record TrackedContent(
    Applicant Applicant, IReadOnlyDictionary<string, string> Answers, IReadOnlyList<PaperView> Papers, SupplementView? Supplement, string ResultBy, IReadOnlyList<TrackedEvent> Journal);

/// <summary>Where a dossier stands.</summary>
internal sealed record TrackedDossier(
    string Code,
    string Procedure,
    string ProcedureName,
    string Agency,
    int Status,
    string StatusName,
    DossierOutcome? Outcome,
    Instant SubmittedAt,
    Instant? ReceivedAt,
    [property: Description("Ngày hẹn trả ghi trên giấy tiếp nhận.")] LocalDate? FirstDue,
    [property: Description("Ngày hẹn trả đang áp dụng.")] LocalDate? Due,
    Instant? CompletedAt,
    Instant? ReturnedAt,
    IReadOnlyList<TrackedStep> Steps,
    IReadOnlyList<string> ToCome,
    long Revision,
    [property: Description("Toàn bộ hồ sơ; null khi chỉ có mã hồ sơ.")] TrackedContent? Content)
{
    public static TrackedDossier Of(DossierView view, OrganizationMap map, Words words, bool full) => new(
        view.Code, view.Procedure.Code, view.Procedure.Name, map.FindAgency(new(view.Agency))?.Name ?? "", (int)view.Status, words[view.Status.Name()], view.Outcome,
        view.SubmittedAt, view.ReceivedAt, view.Clock?.FirstDue.Date, view.Clock?.CurrentDue.Date, view.CompletedAt, view.ReturnedAt,
        [
            .. view.Steps.Select(step => new TrackedStep(
                step.Task, step.Node, step.Name, map.FindAgency(new(step.Agency))?.Name ?? "", map.FindUnit(new(step.Unit))?.Name ?? "",
                full ? step.PersonName : null, step.OpenedAt, step.DueAt, step.EndedAt, step.Ending)),
        ],
        view.ToCome, view.Revision,
        full
            ? new(view.Applicant, view.Answers, view.Papers, view.Supplement, view.ResultBy, [.. view.History.Select(entry => new TrackedEvent(entry.At, entry.Name, entry.Actor.Name))])
            : null);
}

using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;
using MinhBach.WorkingTime;

namespace MinhBach.Dossiers;

/// <summary>The journal of a dossier as sentences.</summary>
internal sealed class HistoryWords(Words words, OrganizationLookup organization)
{
    /// <summary>What happened, in one sentence.</summary>
    public string Say(JournalEntry entry, DossierView dossier) => entry.Event switch
    {
        DossierSubmitted submitted => words["Hồ sơ được nộp, kênh: {0}", ProcedureWords.Of(words, submitted.Channel)],
        DossierReceived { DueDate: { } due } => words["Tiếp nhận hồ sơ, hẹn trả kết quả ngày {0}", words.Date(due)],
        DossierReceived => words["Tiếp nhận hồ sơ"],
        DossierDeclined declined => words["Không tiếp nhận hồ sơ: {0}", declined.Reason],
        SupplementRequested asked => words["Yêu cầu bổ sung: {0}. Lý do: {1}", string.Join("; ", asked.Items), asked.Reason],
        DossierSupplemented => words["Người nộp đã bổ sung giấy tờ"],
        DueChanged changed => Clock(changed),
        StepOpened opened => words["Chuyển đến bước “{0}”, {1}", words[opened.Name], UnitName(opened.Unit)],
        StepAssigned { PersonName: null } assigned => words["Bước “{0}” giao cho {1}", StepName(dossier, assigned.Task), UnitName(assigned.Unit)] + Because(assigned.Reason),
        StepAssigned assigned => words["Bước “{0}” giao cho {1}, {2}", StepName(dossier, assigned.Task), assigned.PersonName, UnitName(assigned.Unit)] + Because(assigned.Reason),
        StepDueMoved moved => words["Hạn của bước “{0}” chuyển sang {1}", StepName(dossier, moved.Task), words.Moment(moved.DueAt)],
        StepDone done => words["Xong bước “{0}”", StepName(dossier, done.Task)] + Because(done.Note),
        StepReturned returned => words["Trả lại từ bước “{0}”: {1}", StepName(dossier, returned.Task), returned.Reason],
        StepCancelled cancelled => words["Bước “{0}” kết thúc vì hồ sơ đi hướng khác", StepName(dossier, cancelled.Task)],
        OpinionAsked asked => words["Xin ý kiến {0}, trả lời trước {1}: {2}", AgencyName(asked.Agency), words.Moment(asked.DueAt), asked.Question],
        OpinionGiven given => words["{0} trả lời: {1}", AgencyName(given.Agency), given.Answer],
        PaymentAsked asked => words["Yêu cầu nộp {0}: {1}", words.Money(asked.AmountDong), asked.For],
        DossierPaid paid => words["Đã nộp {0}", words.Money(paid.AmountDong)],
        DossierCompleted { Outcome: DossierOutcome.Refused } refused => words["Từ chối giải quyết: {0}", refused.Reason],
        DossierCompleted => words["Đã có kết quả"],
        ResultReturned returned => words["Đã trả kết quả: {0}", returned.Method],
        DossierWithdrawn withdrawn => words["Người nộp rút hồ sơ: {0}", withdrawn.Reason],
        DossierStopped stopped => words["Dừng giải quyết: {0}", stopped.Reason],
        ErrorFound found => words["Phát hiện sai sót, đính chính trước {0}: {1}", words.Moment(found.DueAt), found.What],
        ErrorCorrected corrected => words["Đã đính chính: {0}", corrected.Note],
        _ => entry.Name,
    };

    /// <summary>Who did it, with whose power.</summary>
    public string Who(JournalEntry entry) => entry.Actor switch
    {
        { Kind: ActorKind.System } => words["Hệ thống"],
        { Kind: ActorKind.Citizen } => words["Người nộp hồ sơ"],
        { OnBehalfOf: { } holder } actor => words["{0} (thay {1})", actor.Name, holder],
        var actor => actor.Name,
    };

    /// <summary>A unit with its agency.</summary>
    public string UnitName(long unit)
    {
        var map = organization.Current;
        return map.FindUnit(new(unit)) is { } found ? $"{found.Name}, {map.Agency(found.Agency).Name}" : "–";
    }

    /// <summary>An agency's name.</summary>
    public string AgencyName(long agency) => organization.Current.FindAgency(new(agency))?.Name ?? "–";

    private string Clock(DueChanged changed) => changed.Kind switch
    {
        DueEntryKind.FirstDue => words["Hẹn trả kết quả ngày {0}", words.Date(changed.DueDate)],
        DueEntryKind.Paused => words["Thời hạn tạm dừng: {0}", words[changed.Reason]],
        DueEntryKind.Resumed => words["Thời hạn chạy tiếp, hẹn trả ngày {0}", words.Date(changed.DueDate)],
        DueEntryKind.Restarted => words["Thời hạn tính lại từ đầu, hẹn trả ngày {0}", words.Date(changed.DueDate)],
        DueEntryKind.Extended => words["Xin lỗi và dời ngày hẹn sang {0}: {1}", words.Date(changed.DueDate), changed.Reason],
        DueEntryKind.Recalculated => words["Lịch làm việc thay đổi, hẹn trả ngày {0}", words.Date(changed.DueDate)],
    };

    private string StepName(DossierView dossier, int task) => dossier.Steps.FirstOrDefault(step => step.Task == task) is { } step ? words[step.Name] : "–";

    private static string Because(string? reason) => string.IsNullOrWhiteSpace(reason) ? "" : ": " + reason;
}

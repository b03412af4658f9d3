using System.Data.Common;
using MinhBach.Bpmn;
using MinhBach.Kernel;
using MinhBach.Organization;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Dossiers.Check;

/// <summary>Holds one dossier's row against what the journal says of it, its steps against its process, its due date against its ledger.</summary>
internal sealed class DossierRowCheck(CityCalendars calendars, Findings findings)
{
    public const string Columns =
        "id, code, agency_id, version_id, status, submitted_at, received_at, completed_at, returned_at, outcome, first_due_date, due_date, due_at, state";

    public void Run(DbDataReader row, DossierTrace trace, IReadOnlySet<int>? timers)
    {
        var code = row.GetString(1);
        if (trace.Code != code) findings.Add(code, "Nhật ký ghi mã khác: {0}.", trace.Code ?? "–");
        if (row.GetInt64(2) != trace.Agency) findings.Add(code, "Cơ quan trong bảng khác nhật ký.");
        if (row.GetInt64(3) != trace.Version) findings.Add(code, "Phiên bản thủ tục trong bảng khác nhật ký.");
        if (!trace.HasApplicant) findings.Add(code, "Không có người nộp.");
        var status = (DossierStatus)row.GetInt32(4);
        if ((status == DossierStatus.Processing ? DossierStatus.Received : status) != trace.Status)
            findings.Add(code, "Trạng thái “{0}” không khớp với nhật ký (“{1}”).", Name(status), Name(trace.Status));
        Moments(code, row, trace);
        try
        {
            var dossier = DossierState.Read(row.GetString(13), new Dossier { Id = new(row.GetInt64(0)), Agency = row.GetInt64(2), Status = status });
            Steps(code, dossier, trace);
            Timers(code, dossier, timers);
            Due(code, dossier, trace, row);
        }
        catch (Exception broken) when (broken is System.Text.Json.JsonException or ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            findings.Add(code, "Nội dung hồ sơ không đọc được hoặc không tính được: {0}", broken.Message);
        }
    }

    private void Moments(string code, DbDataReader row, DossierTrace trace)
    {
        if (row.GetInstantOrNull(5) != trace.SubmittedAt) findings.Add(code, "Lúc nộp trong bảng khác nhật ký.");
        if (row.GetInstantOrNull(6) != trace.ReceivedAt) findings.Add(code, "Lúc tiếp nhận trong bảng khác nhật ký.");
        if (row.GetInstantOrNull(7) != trace.CompletedAt) findings.Add(code, "Lúc hoàn thành trong bảng khác nhật ký.");
        if (row.GetInstantOrNull(8) != trace.ReturnedAt) findings.Add(code, "Lúc trả kết quả trong bảng khác nhật ký.");
        if ((row.IsDBNull(9) ? null : (DossierOutcome?)row.GetInt32(9)) != trace.Outcome) findings.Add(code, "Kết quả trong bảng khác nhật ký.");
    }

    private void Steps(string code, Dossier dossier, DossierTrace trace)
    {
        if (trace.Steps != trace.StepRows) findings.Add(code, "Nhật ký mở {0} bước, bảng có {1}.", trace.Steps, trace.StepRows);
        if (!Same(trace.Open, trace.OpenRows)) findings.Add(code, "Bước đang mở trong bảng ({0}) khác nhật ký ({1}).", Text(trace.OpenRows), Text(trace.Open));
        if (!Same(trace.Open, dossier.Open.Keys)) findings.Add(code, "Bước đang mở của hồ sơ ({0}) khác nhật ký ({1}).", Text(dossier.Open.Keys), Text(trace.Open));
        var running = dossier.Process.Status == ProcessStatus.Running ? dossier.Process.OpenTasks.Where(task => !task.IsService).Select(task => task.TaskNo) : [];
        var desks = dossier.Open.Keys.Where(task => task is > 0 and < OpenStep.ReturnOfRefusal);
        if (!Same(desks, running)) findings.Add(code, "Bước đang mở ({0}) khác trạng thái quy trình ({1}).", Text(desks), Text(running));
        if (dossier.Status.IsClosed() && dossier.Status != DossierStatus.Returned && trace.Open.Length > 0) findings.Add(code, "Hồ sơ đã kết thúc mà còn bước đang mở.");
    }

    // A timer more than needed wakes the dossier once and goes; one too few and nobody ever wakes it.
    private void Timers(string code, Dossier dossier, IReadOnlySet<int>? rows)
    {
        var armed = dossier.Process.Status == ProcessStatus.Running ? dossier.Process.Timers.Select(timer => timer.TimerNo) : [];
        var needed = dossier.Supplement is null || dossier.Status != DossierStatus.AwaitingSupplement ? armed : armed.Append(TimerRow.SupplementTimer);
        foreach (var timer in needed.Where(timer => rows?.Contains(timer) != true)) findings.Add(code, "Thiếu hẹn giờ {0} mà hồ sơ đang chờ.", timer);
    }

    private void Due(string code, Dossier dossier, DossierTrace trace, DbDataReader row)
    {
        var current = dossier.Clock?.CurrentDue;
        if (current?.At != row.GetInstantOrNull(12) || trace.DueAt != current?.At || Date(current?.Date) != row.GetStringOrNull(11)) findings.Add(code, "Hạn trả trong bảng, sổ thời hạn và nhật ký không giống nhau.");
        if (dossier.Clock is not { } clock) return;
        if (Date(clock.FirstDue.Date) != row.GetStringOrNull(10) || clock.FirstDue.Date != trace.FirstDue) findings.Add(code, "Ngày hẹn đầu tiên trong bảng, sổ thời hạn và nhật ký không giống nhau.");
        // The ledger's whole history counted again: it adds a line when the date comes out otherwise.
        var counted = clock.Recalculate(calendars.For(new AgencyId(dossier.Agency)), Instant.MinValue, "", "");
        if (!ReferenceEquals(counted, clock)) findings.Add(code, "Tính lại hạn từ sổ thời hạn ra {0}, hồ sơ ghi {1}.", counted.CurrentDue.At, clock.CurrentDue.At);
    }

    private static bool Same(IEnumerable<int> one, IEnumerable<int> other) => one.Order().SequenceEqual(other.Order());

    private static string Text(IEnumerable<int> steps) => string.Join(", ", steps.Order());

    // What was edited by hand may be no status at all.
    private static string Name(DossierStatus status) => Enum.IsDefined(status) ? status.Name() : $"{(int)status}";

    private static string? Date(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}

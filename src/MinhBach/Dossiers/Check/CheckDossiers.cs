using System.Data.Common;
using System.Globalization;
using MinhBach.Bpmn;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.WorkingTime;

namespace MinhBach.Dossiers.Check;

/// <summary>
/// Holds the tables of dossiers against the journal: each dossier's chain of events, its steps, its status, its due date
/// counted anew, and the codes of each agency and day, which have no gap. Reads only.
/// </summary>
public sealed class CheckDossiers(CityDatabase database, JournalEventTypes types, CityCalendars calendars)
{
    private const int ReportEvery = 5_000;

    private readonly List<CheckFinding> findings = [];

    /// <summary>Looks at everything.</summary>
    public async Task<CheckReport> RunAsync(IProgress<CheckProgress>? progress = null, CancellationToken cancellation = default)
    {
        findings.Clear();
        await using var connection = await database.OpenAsync(cancellation);
        var total = Math.Max(1, await CountAsync(connection, "journal_entry", cancellation));
        var (entries, traces) = await TracesAsync(connection, total, progress, cancellation);
        var tasks = await OpenTasksAsync(connection, cancellation);
        var codes = new SortedDictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        var dossiers = await DossiersAsync(connection, traces, tasks, codes, total, progress, cancellation);
        foreach (var trace in traces.Values) Found(trace.Code ?? "?", "Nhật ký có hồ sơ này nhưng bảng hồ sơ không có.");
        CheckSeries(codes);
        var steps = await CountAsync(connection, "dossiers_task", cancellation);
        return new(entries, dossiers, (int)steps, [.. findings]);
    }

    private async Task<(long Entries, Dictionary<long, DossierTrace> Traces)> TracesAsync(
        DbConnection connection, long total, IProgress<CheckProgress>? progress, CancellationToken cancellation)
    {
        var traces = new Dictionary<long, DossierTrace>();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT sequence, stream_id, previous, name, data FROM journal_entry WHERE stream = '{DossierStore.Stream}' ORDER BY sequence";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var entries = 0L;
        while (await reader.ReadAsync(cancellation))
        {
            var (sequence, id) = (reader.GetInt64(0), reader.GetInt64(1));
            if (!traces.TryGetValue(id, out var trace)) traces.Add(id, trace = new());
            var previous = await reader.IsDBNullAsync(2, cancellation) ? 0 : reader.GetInt64(2);
            trace.Take(types.Read(reader.GetString(3), reader.GetString(4)));
            if (previous != trace.Last) Found(trace.Code ?? "?", "Chuỗi sự kiện đứt: sự kiện {0} nối vào {1}, đáng lẽ vào {2}.", sequence, previous, trace.Last);
            trace.Last = sequence;
            if (++entries % ReportEvery == 0) progress?.Report(new(0.7 * entries / total));
        }

        return (entries, traces);
    }

    private static async Task<Dictionary<long, SortedSet<int>>> OpenTasksAsync(DbConnection connection, CancellationToken cancellation)
    {
        var open = new Dictionary<long, SortedSet<int>>();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT dossier_id, task FROM dossiers_task WHERE ended_at IS NULL";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (!open.TryGetValue(reader.GetInt64(0), out var tasks)) open.Add(reader.GetInt64(0), tasks = []);
            tasks.Add(reader.GetInt32(1));
        }

        return open;
    }

    private async Task<int> DossiersAsync(
        DbConnection connection,
        Dictionary<long, DossierTrace> traces,
        Dictionary<long, SortedSet<int>> tasks,
        SortedDictionary<string, SortedSet<int>> codes,
        long total,
        IProgress<CheckProgress>? progress,
        CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, code, agency_id, status, first_due_date, due_at, last_sequence, state, received_at, completed_at FROM dossiers_dossier ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var count = 0;
        while (await reader.ReadAsync(cancellation))
        {
            var (id, code) = (reader.GetInt64(0), reader.GetString(1));
            var cut = code.LastIndexOf('-');
            if (!codes.TryGetValue(code[..cut], out var numbers)) codes.Add(code[..cut], numbers = []);
            if (!int.TryParse(code.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !numbers.Add(number)) Found(code, "Mã hồ sơ trùng hoặc không đọc được.");
            if (!traces.Remove(id, out var trace))
            {
                Found(code, "Bảng hồ sơ có hồ sơ này nhưng nhật ký không có.");
                continue;
            }

            if (trace.Code != code) Found(code, "Nhật ký ghi mã khác: {0}.", trace.Code ?? "–");
            var last = reader.IsDBNull(6) ? 0 : reader.GetInt64(6);
            if (last != trace.Last) Found(code, "Hồ sơ ghi sự kiện cuối là {0}, nhật ký là {1}.", last, trace.Last);
            var dossier = DossierState.Read(reader.GetString(7), new Dossier { Id = new(id), Agency = reader.GetInt64(2), Status = (DossierStatus)reader.GetInt32(3) });
            CheckStatus(code, dossier, trace, received: !reader.IsDBNull(8), completed: !reader.IsDBNull(9));
            CheckSteps(code, dossier, trace, tasks.GetValueOrDefault(id, []));
            CheckDue(code, dossier, trace, reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetInt64(5));
            if (++count % ReportEvery == 0) progress?.Report(new(Math.Min(1, 0.7 + (0.3 * count * 10 / total))));
        }

        return count;
    }

    private void CheckStatus(string code, Dossier dossier, DossierTrace trace, bool received, bool completed)
    {
        if (received != trace.Received || completed != trace.Completed) Found(code, "Mốc tiếp nhận hoặc hoàn thành trong bảng khác nhật ký.");
        if (trace.Closed is { } closed ? dossier.Status != closed : dossier.Status.IsClosed()) Found(code, "Trạng thái “{0}” không khớp với nhật ký.", dossier.Status.Name());
        if (dossier.Status.IsClosed() && trace.Open.Count > 0 && trace.Closed != DossierStatus.Returned) Found(code, "Hồ sơ đã kết thúc mà còn bước đang mở.");
    }

    private void CheckSteps(string code, Dossier dossier, DossierTrace trace, SortedSet<int> rows)
    {
        if (!trace.Open.SetEquals(rows)) Found(code, "Bước đang mở trong bảng ({0}) khác nhật ký ({1}).", string.Join(", ", rows), string.Join(", ", trace.Open));
        if (!trace.Open.SetEquals(dossier.Open.Keys)) Found(code, "Bước đang mở của hồ sơ ({0}) khác nhật ký ({1}).", string.Join(", ", dossier.Open.Keys), string.Join(", ", trace.Open));
        var running = dossier.Process.Status == ProcessStatus.Running ? dossier.Process.OpenTasks.Where(task => !task.IsService).Select(task => task.TaskNo) : [];
        var desks = dossier.Open.Keys.Where(task => task is > 0 and < OpenStep.ReturnOfRefusal);
        if (!desks.Order().SequenceEqual(running.Order())) Found(code, "Bước đang mở ({0}) khác trạng thái quy trình ({1}).", string.Join(", ", desks), string.Join(", ", running));
    }

    private void CheckDue(string code, Dossier dossier, DossierTrace trace, string? firstDue, long? dueAt)
    {
        var current = dossier.Clock?.CurrentDue.At;
        if (current?.ToUnixMicroseconds() != dueAt || trace.DueAt != current) Found(code, "Hạn trả trong bảng, sổ thời hạn và nhật ký không giống nhau.");
        if (dossier.Clock is not { } clock) return;
        if (NodaTime.Text.LocalDatePattern.Iso.Format(clock.FirstDue.Date) != firstDue) Found(code, "Ngày hẹn đầu tiên trong bảng khác sổ thời hạn.");
        var calendar = calendars.For(new AgencyId(dossier.Agency));
        foreach (var entry in clock.Entries.Where(entry => entry.Kind is DueEntryKind.FirstDue or DueEntryKind.Restarted))
        {
            var counted = TermClock.Due(calendar, entry.Term, dossier.Rules.Counting, entry.At).At;
            if (counted != entry.Due.At) Found(code, "Tính lại hạn từ {0} ra {1}, sổ thời hạn ghi {2}.", entry.At, counted, entry.Due.At);
        }
    }

    private void CheckSeries(SortedDictionary<string, SortedSet<int>> codes)
    {
        foreach (var (series, numbers) in codes)
        {
            if (numbers.Max != numbers.Count) Found(series, "Dãy mã trong ngày không liền: có {0} mã, số lớn nhất là {1}.", numbers.Count, numbers.Max);
        }
    }

    private void Found(string subject, string sentence, params object[] values) => findings.Add(new(subject, sentence, values));

    private static async Task<long> CountAsync(DbConnection connection, string table, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}

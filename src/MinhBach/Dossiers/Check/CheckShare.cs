using System.Data.Common;
using MinhBach.Kernel;
using Npgsql;

namespace MinhBach.Dossiers.Check;

/// <summary>A share of the city's dossiers, by their ids: looked at by one thread on one connection, with nobody else's help.</summary>
internal sealed class CheckShare(DbConnection connection, JournalScan scan, DossierRowCheck rowCheck, FileShelf shelf, Findings findings, int share, int shares)
{
    private const int TellEvery = 1024;

    // Measured: reading the journal is most of the work.
    private const double JournalPart = 0.7;
    private const double TablesPart = 0.1;

    // Months own ranges of numbers there, so that the highest says nothing; what the server last counted is good enough.
    private const string Estimate = "SELECT sum(greatest(reltuples, 0))::bigint FROM pg_class WHERE relkind = 'r' AND relname LIKE 'journal\\_entry%'";

    private readonly Dictionary<long, DossierTrace> traces = [];
    private readonly Dictionary<long, HashSet<int>> timers = [];

    public CodeSeries Codes { get; } = new();

    public long Entries => scan.Count;

    public long Dossiers { get; private set; }

    public long Steps { get; private set; }

    public long Files { get; private set; }

    /// <summary>How far it is, 0 to 1.</summary>
    public double Done { get; private set; }

    public void Run(IReadOnlyList<JournalStream> streams, Action told, CancellationToken cancellation)
    {
        var expected = Math.Max(1, Highest(connection is NpgsqlConnection ? Estimate : "SELECT max(sequence) FROM journal_entry") / shares);
        scan.Run(connection, Visit, Found, count => Tell(JournalPart * Math.Min(1, (double)count / expected)), cancellation);
        foreach (var stream in streams.Where(stream => stream.Name != DossierEvent.Stream)) scan.CompareNewest(connection, stream, Found);
        Read("SELECT dossier_id, task, ended_at, procedure_id FROM dossiers_task WHERE {0}", "dossier_id", Step, cancellation);
        Read("SELECT dossier_id, timer FROM dossiers_timer WHERE {0}", "dossier_id", Timer, cancellation);
        Read("SELECT dossier_id FROM dossiers_applicant WHERE {0}", "dossier_id", Applicant, cancellation);
        Read("SELECT dossier_id, id, name, sha256, length FROM dossiers_file WHERE {0}", "coalesce(dossier_id, id)", File, cancellation);
        Read("SELECT p.dossier_id, p.name FROM dossiers_paper p LEFT JOIN dossiers_file f ON f.id = p.file_id WHERE p.file_id IS NOT NULL AND f.id IS NULL AND {0}", "p.dossier_id", Paper, cancellation);
        Tell(JournalPart + TablesPart);
        var highest = Math.Max(1, Highest("SELECT max(id) FROM dossiers_dossier"));
        Read($"SELECT {DossierRowCheck.Columns}, last_sequence FROM dossiers_dossier WHERE {{0}} ORDER BY id", "id", row =>
        {
            Dossier(row);
            if (Dossiers % TellEvery == 0) Tell(JournalPart + TablesPart + ((1 - JournalPart - TablesPart) * row.GetInt64(0) / highest));
        }, cancellation);
        foreach (var (id, trace) in traces) findings.Add(trace.Code ?? $"{DossierEvent.Stream} {id}", "Nhật ký có hồ sơ này nhưng bảng hồ sơ không có.");
        Tell(1);

        void Tell(double done)
        {
            Done = done;
            told();
        }
    }

    private void Visit(string stream, long id, long sequence, NodaTime.Instant at, object occurred)
    {
        if (stream != DossierEvent.Stream) return;
        if (!traces.TryGetValue(id, out var trace)) traces.Add(id, trace = new());
        trace.Take(occurred, at);
    }

    private void Found(JournalFault fault) => findings.Add(
        fault.Stream == DossierEvent.Stream ? Subject(fault.StreamId) : $"{fault.Stream} {fault.StreamId}", fault.Sentence, fault.Values);

    private void Step(DbDataReader row)
    {
        Steps++;
        if (traces.TryGetValue(row.GetInt64(0), out var trace))
        {
            trace.TakeRow(row.GetInt32(1), row.IsDBNull(2));
            if (row.GetInt64(3) != trace.Procedure) findings.Add(Subject(row.GetInt64(0)), "Bước {0} trong bảng ghi thủ tục khác nhật ký.", row.GetInt32(1));
        }
        else findings.Add(Subject(row.GetInt64(0)), "Bước {0} không thuộc hồ sơ nào trong nhật ký.", row.GetInt32(1));
    }

    private void Timer(DbDataReader row)
    {
        if (!timers.TryGetValue(row.GetInt64(0), out var armed)) timers.Add(row.GetInt64(0), armed = []);
        armed.Add(row.GetInt32(1));
    }

    private void Applicant(DbDataReader row)
    {
        if (traces.TryGetValue(row.GetInt64(0), out var trace)) trace.HasApplicant = true;
    }

    private void File(DbDataReader row)
    {
        Files++;
        if (shelf.LengthOf(row.GetString(3)) is not { } length) findings.Add(Owner(row), "Thiếu nội dung tệp “{0}” ({1}).", row.GetString(2), row.GetString(3));
        else if (length != row.GetInt64(4)) findings.Add(Owner(row), "Tệp “{0}” dài {1} byte, bảng ghi {2}.", row.GetString(2), length, row.GetInt64(4));
    }

    private void Paper(DbDataReader row) => findings.Add(Subject(row.GetInt64(0)), "Giấy tờ “{0}” chỉ đến một tệp không có.", row.GetString(1));

    private void Dossier(DbDataReader row)
    {
        Dossiers++;
        var (id, code) = (row.GetInt64(0), row.GetString(1));
        if (!Codes.Take(code)) findings.Add(code, "Mã hồ sơ không đọc được.");
        if (!traces.Remove(id, out var trace))
        {
            findings.Add(code, "Bảng hồ sơ có hồ sơ này nhưng nhật ký không có.");
            return;
        }

        var newest = row.IsDBNull(14) ? 0 : row.GetInt64(14);
        if (newest != scan.NewestOf(DossierEvent.Stream, id)) findings.Add(code, "Bảng ghi sự kiện cuối là {0}, nhật ký là {1}.", newest, scan.NewestOf(DossierEvent.Stream, id));
        rowCheck.Run(row, trace, timers.GetValueOrDefault(id));
    }

    private string Subject(long id) => traces.GetValueOrDefault(id)?.Code ?? $"{DossierEvent.Stream} {id}";

    private string Owner(DbDataReader file) => file.IsDBNull(0) ? file.GetString(2) : Subject(file.GetInt64(0));

    private void Read(string query, string key, Action<DbDataReader> take, CancellationToken cancellation)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Format(System.Globalization.CultureInfo.InvariantCulture, query, $"{key} % {shares} = {share}");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            take(reader);
        }
    }

    private long Highest(string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar() is long value ? value : 0;
    }
}

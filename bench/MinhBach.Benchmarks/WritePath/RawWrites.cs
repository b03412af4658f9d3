using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace MinhBach.Benchmarks.WritePath;

/// <summary>
/// The limit on SQLite: the statements of a step, prepared once and sent straight to the library by one caller who decides
/// nothing, so many steps to a transaction.
/// </summary>
internal sealed class RawWrites : IDisposable
{
    private readonly nint database;
    private readonly IReadOnlyList<long> dossiers;
    private readonly Dictionary<string, (nint Text, int Length)> texts = new(StringComparer.Ordinal);
    private readonly StepRows rows;
    private readonly nint begin;
    private readonly nint commit;
    private readonly nint repeated;
    private readonly nint load;
    private readonly nint append;
    private readonly nint update;
    private readonly nint end;
    private readonly nint open;
    private readonly nint answer;
    private readonly nint keyText = Marshal.AllocHGlobal(64);
    private readonly string run = Guid.NewGuid().ToString("N");
    private long count;

    public RawWrites(string file, StepRows rows)
    {
        (this.rows, dossiers) = (rows, rows.Dossiers);
        Check(Sqlite3.Open(file, out database), Sqlite3.Done);
        // As the product opens it.
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=16000; PRAGMA cache_size=-16384; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;");
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        repeated = Prepare("SELECT fingerprint, answer FROM kernel_idempotency WHERE key = ?1");
        load = Prepare("""
            SELECT code, version_id, case_key, agency_id, channel, status, submitted_at, received_at, completed_at, returned_at, outcome, revision, last_sequence, state
            FROM dossiers_dossier WHERE id = ?1
            """);
        append = Prepare("INSERT INTO journal_entry (tx, at, stream, stream_id, previous, name, actor, data) VALUES (0, ?1, 'dossier', ?2, ?3, ?4, ?5, ?6)");
        update = Prepare("UPDATE dossiers_dossier SET status = ?1, due_at = ?2, revision = revision + 1, state = ?3, last_sequence = ?4 WHERE id = ?5 AND revision = ?6");
        end = Prepare("""
            UPDATE dossiers_task SET ended_at = ?1, ended_by = ?2, ended_by_name = ?3, ending = 'done', person_id = COALESCE(person_id, ?2), person_name = COALESCE(person_name, ?3)
            WHERE dossier_id = ?4 AND task = ?5
            """);
        open = Prepare("INSERT INTO dossiers_task (dossier_id, task, procedure_id, node, name, role, agency_id, unit_id, opened_at, due_at) VALUES (?1, ?2, 1 + ?1 % 300, 'step', ?3, 'specialist', ?4, ?5, ?6, ?6)");
        answer = Prepare("INSERT INTO kernel_idempotency (key, at, fingerprint, answer) VALUES (?1, ?2, 'step', ?3)");
    }

    /// <summary>Writes steps for a second.</summary>
    public Turn Write(int together)
    {
        var start = Stopwatch.GetTimestamp();
        var stop = start + Stopwatch.Frequency;
        var done = 0L;
        do
        {
            Run(begin);
            for (var i = 0; i < together; i++) WriteStep();
            Run(commit);
            done += together;
        }
        while (Stopwatch.GetTimestamp() < stop);
        return new Turn(done, Stopwatch.GetElapsedTime(start), []);
    }

    public void Dispose()
    {
        foreach (var statement in new[] { begin, commit, repeated, load, append, update, end, open, answer }) _ = Sqlite3.Finalize(statement);
        _ = Sqlite3.Close(database);
        foreach (var (text, _) in texts.Values) Marshal.FreeCoTaskMem(text);
        Marshal.FreeHGlobal(keyText);
    }

    private void WriteStep()
    {
        var (dossier, task, now) = (dossiers[(int)(count % dossiers.Count)], 2_000_000 + (count / dossiers.Count), 1_795_000_000_000_000 + count);
        var key = Key(count++);
        _ = Sqlite3.Bind(repeated, 1, keyText, key, 0);
        if (Sqlite3.Step(repeated) == Sqlite3.Row) throw new InvalidOperationException("The key was used before.");
        _ = Sqlite3.Reset(repeated);

        _ = Sqlite3.Bind(load, 1, dossier);
        Check(Sqlite3.Step(load), Sqlite3.Row);
        var (revision, last) = (Sqlite3.Int64(load, 11), Sqlite3.Int64(load, 12));
        if (Sqlite3.Text(load, 13) == 0) throw new InvalidOperationException("The dossier has no state.");
        _ = Sqlite3.Reset(load);

        foreach (var (name, data) in new[] { ("dossier.stepDone", rows.Done), ("dossier.stepOpened", rows.Opened) })
        {
            _ = Sqlite3.Bind(append, 1, now);
            _ = Sqlite3.Bind(append, 2, dossier);
            _ = Sqlite3.Bind(append, 3, last);
            Bind(append, 4, name);
            Bind(append, 5, rows.Actor);
            Bind(append, 6, data);
            Run(append);
            last = Sqlite3.LastRowId(database);
        }

        _ = Sqlite3.Bind(update, 1, 4);
        _ = Sqlite3.Bind(update, 2, now);
        Bind(update, 3, rows.State);
        _ = Sqlite3.Bind(update, 4, last);
        _ = Sqlite3.Bind(update, 5, dossier);
        _ = Sqlite3.Bind(update, 6, revision);
        Run(update);
        if (Sqlite3.Changes(database) != 1) throw new InvalidOperationException("The dossier has moved on.");

        _ = Sqlite3.Bind(end, 1, now);
        _ = Sqlite3.Bind(end, 2, 77);
        Bind(end, 3, "Nguyễn Thị Minh Bạch");
        _ = Sqlite3.Bind(end, 4, dossier);
        _ = Sqlite3.Bind(end, 5, task - 1);
        Run(end);

        _ = Sqlite3.Bind(open, 1, dossier);
        _ = Sqlite3.Bind(open, 2, task);
        Bind(open, 3, rows.StepName);
        _ = Sqlite3.Bind(open, 4, 1 + (dossier % 100));
        _ = Sqlite3.Bind(open, 5, 1 + (dossier % 1000));
        _ = Sqlite3.Bind(open, 6, now);
        Run(open);

        _ = Sqlite3.Bind(answer, 1, keyText, key, 0);
        _ = Sqlite3.Bind(answer, 2, now);
        Bind(answer, 3, rows.Answer);
        Run(answer);
    }

    private unsafe int Key(long number) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"step:{run}:{number}"), new Span<byte>((void*)keyText, 64));

    // The texts are the same every time: turned into bytes once.
    private void Bind(nint statement, int place, string text)
    {
        if (!texts.TryGetValue(text, out var known)) texts.Add(text, known = (Marshal.StringToCoTaskMemUTF8(text), Encoding.UTF8.GetByteCount(text)));
        _ = Sqlite3.Bind(statement, place, known.Text, known.Length, 0);
    }

    private nint Prepare(string sql)
    {
        Check(Sqlite3.Prepare(database, sql, -1, 1, out var statement, 0), Sqlite3.Done);
        return statement;
    }

    private static void Run(nint statement)
    {
        Check(Sqlite3.Step(statement), Sqlite3.Done);
        _ = Sqlite3.Reset(statement);
    }

    private void Run(string sql) => Check(Sqlite3.Execute(database, sql, 0, 0, 0), Sqlite3.Done);

    private static void Check(int code, int expected)
    {
        if (code != 0 && code != expected) throw new InvalidOperationException($"SQLite answered {code}.");
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace MinhBach.Benchmarks.WritePath;

/// <summary>
/// The limit on PostgreSQL: six prepared statements for each step, sent by <c>pgbench</c>. The dossiers are numbered -1, -2 …
/// because pgbench can only draw from a range.
/// </summary>
internal sealed partial class PgBench(PostgresServer server, string database, StepRows rows, string folder)
{
    // Longer than the others' turns: its connections are new each time and have to warm up.
    private const int Seconds = 3;

    private const string Script = """
        \set dossier random(-:dossiers, -1)
        \set task random(10000000, 2000000000)
        \set sequence random(1, 2000000000)
        BEGIN;
        SELECT status, revision, state FROM dossiers_dossier WHERE id = :dossier \gset before_
        UPDATE dossiers_dossier SET status = 4, due_at = :sequence, revision = revision + 1, state = :before_state, last_sequence = :sequence WHERE id = :dossier AND revision = :before_revision;
        INSERT INTO dossiers_task (dossier_id, task, procedure_id, node, name, role, agency_id, unit_id, opened_at, due_at) VALUES (:dossier, :task, 1 - :dossier % 300, 'step', :step, 'specialist', 1 - :dossier % 100, 1 - :dossier % 1000, :sequence, :sequence);
        INSERT INTO journal_entry (tx, at, stream, stream_id, previous, name, actor, data) VALUES (pg_current_xact_id()::text::bigint, :sequence, 'dossier', :dossier, :sequence, 'dossier.stepOpened', :actor, :opened);
        COMMIT;
        """;

    public async Task<Turn> RunAsync(int clients)
    {
        var file = Path.Combine(folder, "step.pgbench");
        await File.WriteAllTextAsync(file, Script);
        var printed = await server.ProgramAsync(
            "pgbench", "-h", "127.0.0.1", "-p", Text(server.Port), "-U", "minhbach", "-n", "-M", "prepared", "-c", Text(clients), "-j", "2", "-T", Text(Seconds),
            "-D", "dossiers=" + Text(rows.Dossiers.Count), "-D", "step=" + rows.StepName, "-D", "actor=" + rows.Actor, "-D", "opened=" + rows.Opened, "-f", file, database);
        var perSecond = double.Parse(TransactionsPerSecond().Match(printed).Groups["rate"].Value, CultureInfo.InvariantCulture);
        return new Turn((long)(perSecond * Seconds), TimeSpan.FromSeconds(Seconds), []);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"tps = (?<rate>[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TransactionsPerSecond();
}

using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using MinhBach.Kernel;

namespace MinhBach.Procedures;

/// <summary>Versions as rows: what is written for one, and all of them read back.</summary>
internal sealed class VersionStore(CityDatabase database)
{
    private static readonly Dictionary<string, string> NoText = [];

    /// <summary>Every published version.</summary>
    public async Task<IReadOnlyList<ProcedureVersion>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, procedure_id, number, content, process_xml, original FROM procedures_version ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<StoredVersion>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(Stored(reader));
        return [.. rows.AsParallel().AsOrdered().Select(Read)];
    }

    /// <summary>How many versions are published.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM procedures_version";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a version as the next of its procedure, which is made when it is new.</summary>
    public static async ValueTask<ProcedureVersion> PublishAsync(WriteSession session, PreparedVersion prepared, Actor actor, string? reason = null)
    {
        var draft = prepared.Version;
        var known = await session.Sql("SELECT id, revision, last_sequence FROM procedures_procedure WHERE code = $1").With(draft.Code)
            .FirstAsync(row => new { Id = row.GetInt64(0), Revision = row.GetInt64(1), LastSequence = row.GetInt64(2) });
        var number = 1;
        var procedureId = known?.Id ?? await session.NextIdAsync();
        if (known is not null)
        {
            number = 1 + await session.Sql("SELECT max(number) FROM procedures_version WHERE procedure_id = $1").With(procedureId)
                .FirstAsync(row => row.GetInt32(0));
        }

        var version = draft with { Id = new ProcedureVersionId(await session.NextIdAsync()), ProcedureId = new ProcedureId(procedureId), Number = number };
        var sequence = await session.AppendAsync("procedure", procedureId, known?.LastSequence, new ProcedurePublished(
            version.Id.Value, version.Code, number, version.Name, version.Field, version.EffectiveFrom, version.Source, reason), actor);
        await (known is null
            ? session.Sql("INSERT INTO procedures_procedure (id, code, revision, imported_hash, last_sequence) VALUES ($1, $2, 1, $3, $4)")
                .With(procedureId).With(version.Code).With(prepared.ImportedHash).With(sequence)
            : session.Sql("UPDATE procedures_procedure SET revision = revision + 1, imported_hash = coalesce($2, imported_hash), last_sequence = $3 WHERE id = $1")
                .With(procedureId).With(prepared.ImportedHash).With(sequence)).RunAsync();
        await session.Sql("""
            INSERT INTO procedures_version (id, procedure_id, number, effective_from, published_at, content, process_xml, original)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """)
            .With(version.Id.Value).With(procedureId).WithInt(number).With(version.EffectiveFrom).With(session.Now)
            .With(prepared.Content).With(version.ProcessXml).With(prepared.Original).RunAsync();
        return version;
    }

    private static StoredVersion Stored(DbDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5));

    private static ProcedureVersion Read(StoredVersion row) =>
        JsonSerializer.Deserialize<ProcedureVersion>(row.Content, ProcedureJson.Options)! with
        {
            Id = new ProcedureVersionId(row.Id),
            ProcedureId = new ProcedureId(row.ProcedureId),
            Number = row.Number,
            ProcessXml = row.ProcessXml,
            Original = row.Original.Length <= 2 ? NoText : JsonSerializer.Deserialize<Dictionary<string, string>>(row.Original, ProcedureJson.Options)!,
        };

    private sealed record StoredVersion(long Id, long ProcedureId, int Number, string Content, string ProcessXml, string Original);
}

/// <summary>A version ready to be written: its process drawn, its columns serialised, outside the write lane.</summary>
internal sealed record PreparedVersion(ProcedureVersion Version, string Content, string Original, string? ImportedHash)
{
    private static readonly Dictionary<string, string> NoText = [];

    /// <summary>Draws the process (by default from a template) and serialises the version.</summary>
    /// <exception cref="RuleBroken">The process does not compile.</exception>
    public static PreparedVersion Of(ProcedureVersion draft, string? importedHash = null)
    {
        var steps = draft.Steps.Count > 0 ? draft.Steps : Process.DefaultProcess.Steps(draft);
        var version = draft with { Steps = steps, ProcessXml = Process.ProcessDrawing.Xml(draft.Code, draft.Name, steps) };
        var compiled = Process.ProcessDrawing.Compile(version.ProcessXml);
        if (!compiled.Succeeded)
            throw new RuleBroken("procedure.process", "Quy trình chưa chạy được: {0}", string.Join("; ", compiled.Problems.Select(problem => problem.ToString())));
        return new PreparedVersion(
            version,
            JsonSerializer.Serialize(version with { ProcessXml = "", Original = NoText }, ProcedureJson.Options),
            JsonSerializer.Serialize(version.Original, ProcedureJson.Options),
            importedHash);
    }
}

using System.Text.Json;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Procedures.Edit;

/// <summary>What an administrator is still writing: one draft per procedure, with a revision that tells two writers apart.</summary>
internal sealed record ProcedureDraft(ProcedureVersion Version, long Revision, Instant SavedAt, string SavedBy);

internal sealed class DraftStore(CityDatabase database)
{
    private const string Columns = "content, revision, saved_at, saved_by";

    /// <summary>The draft of a procedure; null when nobody is writing.</summary>
    public async Task<ProcedureDraft?> FindAsync(string code, CancellationToken cancellation = default) =>
        await ListAsync($"SELECT {Columns} FROM procedures_draft WHERE code = $1", code, cancellation) is [var draft, ..] ? draft : null;

    /// <summary>The drafts saved last, newest first.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<List<ProcedureDraft>> NewestAsync(int count, CancellationToken cancellation = default) =>
        ListAsync($"SELECT {Columns} FROM procedures_draft ORDER BY saved_at DESC LIMIT $1", count, cancellation);

    public static async ValueTask<ProcedureDraft?> FindAsync(WriteSession session, string code) =>
        await session.Sql($"SELECT {Columns} FROM procedures_draft WHERE code = $1").With(code)
            .FirstAsync(row => new ProcedureDraft(
                Read(row.GetString(0)), row.GetInt64(1), CityTime.FromUnixMicroseconds(row.GetInt64(2)), row.GetString(3)));

    private async Task<List<ProcedureDraft>> ListAsync(string text, object value, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        var parameter = command.CreateParameter();
        if (database.Kind == DatabaseKind.Sqlite)
            parameter.ParameterName = "$1";
        parameter.Value = value;
        command.Parameters.Add(parameter);
        var drafts = new List<ProcedureDraft>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            drafts.Add(new ProcedureDraft(Read(reader.GetString(0)), reader.GetInt64(1), CityTime.FromUnixMicroseconds(reader.GetInt64(2)), reader.GetString(3)));
        return drafts;
    }

    public static string Written(ProcedureVersion version) => JsonSerializer.Serialize(version, ProcedureJson.Options);

    private static ProcedureVersion Read(string content) => JsonSerializer.Deserialize<ProcedureVersion>(content, ProcedureJson.Options)!;
}

using System.Text.Json;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Procedures.Edit;

/// <summary>What an administrator is still writing: one draft per procedure, with a revision that tells two writers apart.</summary>
internal sealed record ProcedureDraft(ProcedureVersion Version, long Revision, Instant SavedAt, string SavedBy);

internal sealed class DraftStore(CityDatabase database)
{
    /// <summary>The draft of a procedure; null when nobody is writing.</summary>
    public async Task<ProcedureDraft?> FindAsync(string code, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT content, revision, saved_at, saved_by FROM procedures_draft WHERE code = $1";
        var parameter = command.CreateParameter();
        if (database.Kind == DatabaseKind.Sqlite)
            parameter.ParameterName = "$1";
        parameter.Value = code;
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new ProcedureDraft(Read(reader.GetString(0)), reader.GetInt64(1), CityTime.FromUnixMicroseconds(reader.GetInt64(2)), reader.GetString(3))
            : null;
    }

    public static async ValueTask<ProcedureDraft?> FindAsync(WriteSession session, string code) =>
        await session.Sql("SELECT content, revision, saved_at, saved_by FROM procedures_draft WHERE code = $1").With(code)
            .FirstAsync(row => new ProcedureDraft(
                Read(row.GetString(0)), row.GetInt64(1), CityTime.FromUnixMicroseconds(row.GetInt64(2)), row.GetString(3)));

    public static string Written(ProcedureVersion version) => JsonSerializer.Serialize(version, ProcedureJson.Options);

    private static ProcedureVersion Read(string content) => JsonSerializer.Deserialize<ProcedureVersion>(content, ProcedureJson.Options)!;
}

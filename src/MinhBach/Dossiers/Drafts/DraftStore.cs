using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>A draft's row: still a draft, or handed in and only remembering as which dossier.</summary>
internal sealed record StoredDraft(Draft? Draft, long? DossierId, long? AccountId, Instant UpdatedAt);

/// <summary>Keeps drafts. Each page changes its own part, so two open tabs do not undo each other.</summary>
internal sealed class DraftStore(WriteLanes lanes, IServiceScopeFactory scopes)
{
    /// <summary>Days after which an untouched draft is thrown away.</summary>
    public const int KeptDays = 30;

    public async Task<Draft> BeginAsync(ProcedureVersion procedure, string? caseKey, long? agency, long? account)
    {
        var draft = new Draft
        {
            Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            ProcedureCode = procedure.Code,
            Version = procedure.Id.Value,
            CaseKey = caseKey,
            Agency = agency,
        };
        return await lanes.RunAsync(LaneOf(draft.Token), async session =>
        {
            await session.Sql("INSERT INTO dossiers_draft (token, procedure_code, content, updated_at, account_id) VALUES ($1, $2, $3, $4, $5)")
                .With(draft.Token).With(draft.ProcedureCode).With(Write(draft)).With(session.Now).With(account).RunAsync();
            return draft;
        });
    }

    public async Task<StoredDraft?> FindAsync(string token, CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<CityDb>().Set<DraftRow>().FirstOrDefaultAsync(draft => draft.Token == token, cancellation);
        return row is null ? null : new(Read(row.Content), row.DossierId, row.AccountId, row.UpdatedAt);
    }

    /// <summary>Changes what lies there now; answers the changed draft, null when it is gone or handed in.</summary>
    public Task<Draft?> ChangeAsync(string token, Func<Draft, Draft> change, long? account) => lanes.RunAsync(LaneOf(token), async session =>
    {
        var content = await session.Sql("SELECT content FROM dossiers_draft WHERE token = $1").With(token).FirstAsync(row => row.GetString(0));
        if (content is null || Read(content) is not { } before) return null;
        var after = change(before);
        await session.Sql("UPDATE dossiers_draft SET content = $1, updated_at = $2, account_id = COALESCE(account_id, $3) WHERE token = $4")
            .With(Write(after)).With(session.Now).With(account).With(token).RunAsync();
        return after;
    });

    /// <summary>Throws a draft away, files included.</summary>
    public Task<bool> DiscardAsync(string token, Action<string> discardContent) => lanes.RunAsync(LaneOf(token), async session =>
    {
        var contents = await session.Sql("SELECT DISTINCT sha256 FROM dossiers_file WHERE draft = $1").With(token).ListAsync(row => row.GetString(0));
        await session.Sql("DELETE FROM dossiers_file WHERE draft = $1").With(token).RunAsync();
        var known = await session.Sql("DELETE FROM dossiers_draft WHERE token = $1").With(token).RunAsync();
        foreach (var sha256 in contents)
        {
            if (await session.Sql("SELECT COUNT(*) FROM dossiers_file WHERE sha256 = $1").With(sha256).FirstAsync(row => row.GetInt64(0)) == 0)
                session.OnCommitted(() => discardContent(sha256));
        }

        return known > 0;
    });

    public static string Write(Draft draft) => JsonSerializer.Serialize(draft, KernelJson.Options);

    // What was handed in keeps its row for a while, emptied.
    public static Draft? Read(string content) => content.Length == 0 ? null : JsonSerializer.Deserialize<Draft>(content, KernelJson.Options);

    private static long LaneOf(string token) => Convert.ToInt64(token[..8], 16);
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;

namespace MinhBach.Accounts.Tokens;

/// <summary>Issues, finds and revokes API tokens.</summary>
internal sealed class ApiTokens(WriteLanes lanes, IServiceScopeFactory scopes, TimeProvider clock)
{
    public const string Prefix = "mb_";
    public const int MaxDays = 366;
    public const int MaxTokens = 20;

    /// <summary>Makes a token; what is answered is shown once and kept nowhere.</summary>
    /// <exception cref="RuleBroken">The account has too many already.</exception>
    public async Task<string> IssueAsync(AccountId account, string name, IReadOnlyList<string> granted, int days)
    {
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await lanes.RunAsync(account.Value, async session =>
        {
            var count = await session.Sql("SELECT count(*) FROM accounts_api_token WHERE account_id = $1 AND revoked_at IS NULL AND last_day >= $2")
                .With(account.Value).With(session.Now.DateInCity()).FirstAsync(row => row.GetInt64(0));
            if (count >= MaxTokens) throw new RuleBroken("token.tooMany", "Mỗi tài khoản có tối đa {0} mã truy cập; hãy thu hồi mã không dùng nữa.", MaxTokens);
            return await session.Sql("INSERT INTO accounts_api_token (id, account_id, name, hash, scopes, created_at, last_day) VALUES ($1, $2, $3, $4, $5, $6, $7)")
                .With(await session.NextIdAsync()).With(account.Value).With(name).With(HashOf(token)).With(string.Join(' ', granted))
                .With(session.Now).With(session.Now.DateInCity().PlusDays(days)).RunAsync();
        });
        return token;
    }

    public Task RevokeAsync(AccountId account, long id) => lanes.RunAsync(account.Value, async session =>
        await session.Sql("UPDATE accounts_api_token SET revoked_at = $1 WHERE id = $2 AND account_id = $3 AND revoked_at IS NULL")
            .With(session.Now).With(id).With(account.Value).RunAsync());

    /// <summary>The living token behind what a caller sent; null when there is none.</summary>
    public async Task<ApiTokenRow?> FindAsync(string token, CancellationToken cancellation)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || token.Length > 100) return null;
        var (hash, today) = (HashOf(token), clock.Today());
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<CityDb>().Set<ApiTokenRow>().FirstOrDefaultAsync(row => row.Hash == hash, cancellation);
        return found is { RevokedAt: null } && found.LastDay >= today ? found : null;
    }

    /// <summary>The account's tokens, newest first, revoked and expired ones too.</summary>
    public async Task<IReadOnlyList<ApiTokenRow>> OfAsync(AccountId account, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CityDb>().Set<ApiTokenRow>()
            .Where(row => row.AccountId == account.Value).OrderByDescending(row => row.Id).Take(100).ToListAsync(cancellation);
    }

    // 32 random bytes need no slow hash.
    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}

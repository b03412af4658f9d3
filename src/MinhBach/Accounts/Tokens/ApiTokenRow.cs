using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Accounts.Tokens;

/// <summary>A key for a program that acts as an account. Only its hash is kept.</summary>
internal sealed class ApiTokenRow
{
    public long Id { get; init; }
    public long AccountId { get; init; }
    public required string Name { get; init; }

    /// <summary>SHA-256 of the token, hex.</summary>
    public required string Hash { get; init; }

    /// <summary>What it may do, separated by spaces; see <see cref="ApiScopes"/>.</summary>
    public required string Scopes { get; init; }
    public Instant CreatedAt { get; init; }

    /// <summary>The last day on which it works.</summary>
    public LocalDate LastDay { get; init; }
    public Instant? RevokedAt { get; init; }
}

internal sealed class ApiTokenTables : ITableMap
{
    public void Map(ModelBuilder model) => model.Entity<ApiTokenRow>(entity =>
    {
        entity.ToTable("accounts_api_token").HasKey(row => row.Id);
        entity.Property(row => row.Id).ValueGeneratedNever();
        entity.HasIndex(row => row.Hash).IsUnique();
        entity.HasIndex(row => row.AccountId);
    });
}

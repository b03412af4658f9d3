using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;

namespace MinhBach.Accounts;

internal sealed record KeyRow(string Name, string Xml);

/// <summary>ASP.NET Core Identity's entities on our own tables.</summary>
internal sealed class AccountTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Account>(entity =>
        {
            entity.ToTable("accounts_account").HasKey(account => account.Id);
            entity.HasIndex(account => account.NormalizedUserName).IsUnique().HasDatabaseName("ix_accounts_account_user_name");
            entity.HasIndex(account => account.PersonId).HasDatabaseName("ix_accounts_account_person");
            entity.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();
            entity.Property(account => account.LockoutEnd).HasConversion(
                until => until!.Value.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
        });
        model.Entity<IdentityUserClaim<long>>(entity =>
        {
            entity.ToTable("accounts_claim").HasKey(claim => claim.Id);
            entity.HasIndex(claim => claim.UserId).HasDatabaseName("ix_accounts_claim_user");
        });
        model.Entity<IdentityUserLogin<long>>(entity =>
        {
            entity.ToTable("accounts_login").HasKey(login => new { login.LoginProvider, login.ProviderKey });
            entity.HasIndex(login => login.UserId).HasDatabaseName("ix_accounts_login_user");
        });
        model.Entity<IdentityUserToken<long>>().ToTable("accounts_token").HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
        model.Entity<KeyRow>().ToTable("accounts_key").HasKey(row => row.Name);
        model.Entity<IdentityUserPasskey<long>>(entity =>
        {
            entity.ToTable("accounts_passkey").HasKey(passkey => passkey.CredentialId);
            entity.HasIndex(passkey => passkey.UserId).HasDatabaseName("ix_accounts_passkey_user");
            entity.Property(passkey => passkey.Data).HasConversion(
                data => JsonSerializer.Serialize(data, JsonSerializerOptions.Default),
                stored => JsonSerializer.Deserialize<IdentityPasskeyData>(stored, JsonSerializerOptions.Default)!);
        });
    }
}

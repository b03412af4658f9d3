using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>What every page of a draft stands on, for one request.</summary>
internal sealed class DraftDesk(
    DraftStore store, DraftKeys keys, ProcedureCatalog catalog, OrganizationLookup organization, CurrentUser user, Words words, TimeProvider clock)
{
    public DraftStore Store => store;

    public DraftKeys Keys => keys;

    public ProcedureCatalog Catalog => catalog;

    public OrganizationMap Organization => organization.Current;

    public Words Words => words;

    public LocalDate Today => clock.Today();

    public long? Account => user.AccountId?.Value;

    /// <summary>The signed-in applicant's name, to begin with.</summary>
    public string? Name => user.Actor?.Name;

    /// <summary>The draft, if this browser or this account began it.</summary>
    public async Task<StoredDraft?> OpenAsync(HttpContext http, string token)
    {
        if (await store.FindAsync(token, http.RequestAborted) is not { } found) return null;
        return keys.Holds(http, token) || (Account is { } account && found.AccountId == account) ? found : null;
    }
}

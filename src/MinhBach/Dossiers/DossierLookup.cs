using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using MinhBach.Procedures;

namespace MinhBach.Dossiers;

/// <summary>Answers questions about dossiers.</summary>
public sealed class DossierLookup(IServiceScopeFactory scopes, CityDatabase database, JournalReader journal, ProcedureCatalog catalog)
{
    private const int MostIdsAtOnce = 1_000;

    private readonly DossierReading reading = new(database, journal, catalog);

    /// <summary>The dossier with this code; null when there is none. Four questions in one go.</summary>
    public Task<DossierView?> FindAsync(string code, CancellationToken cancellation = default) =>
        reading.ReadAsync(code.Trim().ToUpperInvariant(), cancellation);

    /// <summary>The dossier with this id; null when there is none. Four questions in one go.</summary>
    public Task<DossierView?> FindAsync(DossierId id, CancellationToken cancellation = default) => reading.ReadAsync(id, cancellation);

    /// <summary>The id behind a code; null when there is none. One query.</summary>
    public async Task<DossierId?> IdOfAsync(string code, CancellationToken cancellation = default)
    {
        var wanted = code.Trim().ToUpperInvariant();
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<CityDb>().Set<DossierRow>().Where(row => row.Code == wanted).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellation);
        return found is { } id ? new DossierId(id) : null;
    }

    /// <summary>The codes of dossiers, by id. One query; none for no ids.</summary>
    public async Task<IReadOnlyDictionary<long, string>> CodesAsync(IEnumerable<long> ids, CancellationToken cancellation = default)
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0) return new Dictionary<long, string>();
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CityDb>().Set<DossierRow>().Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Code, cancellation);
    }

    /// <summary>
    /// Who handed in dossiers, as a key that is alike for the same person or organisation: by identity number, else by tax code, else by
    /// telephone and name. Personal data: not to be stored. Dossiers whose applicant is not known well enough are left out. One query per
    /// thousand.
    /// </summary>
    public async Task<IReadOnlyDictionary<long, string>> ApplicantKeysAsync(IEnumerable<long> ids, CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var keys = new Dictionary<long, string>();
        foreach (var part in ids.Chunk(MostIdsAtOnce)) await ApplicantKeys.AddAsync(scope.ServiceProvider.GetRequiredService<CityDatabase>(), part, keys, cancellation);
        return keys;
    }
}

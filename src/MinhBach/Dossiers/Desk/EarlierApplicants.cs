using Microsoft.EntityFrameworkCore;
using MinhBach.Accounts;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Somebody who handed in a dossier before, as they were then.</summary>
public sealed record EarlierApplicant(DossierId From, Applicant Applicant, Instant At);

/// <summary>Finds people among the earlier applicants of the signed-in officer's agency, so that nobody is typed twice.</summary>
public sealed class EarlierApplicants(CityDb db, CurrentUser user)
{
    private const int Limit = 10;

    /// <summary>By identity number or telephone in full, or by the beginning of the name, with or without marks; newest first.</summary>
    public async Task<IReadOnlyList<EarlierApplicant>> FindAsync(string? text, CancellationToken cancellation = default)
    {
        var wanted = text?.Trim() ?? "";
        if (wanted.Length < 3) return [];
        var digits = string.Concat(wanted.Where(char.IsAsciiDigit));
        var agency = user.Agency?.Value ?? 0;
        var name = FoldedName.Of(wanted);
        var found = digits.Length >= 9
            ? Pairs(agency).Where(pair => pair.Applicant.NationalId == digits || pair.Applicant.Phone == digits)
            : Pairs(agency).Where(pair => pair.Dossier.ApplicantFolded!.StartsWith(name));
        var rows = await found.OrderByDescending(pair => pair.Dossier.SubmittedAt).Take(Limit * 5).Select(pair => new { pair.Applicant, pair.Dossier.SubmittedAt }).ToListAsync(cancellation);
        return
        [
            .. rows.DistinctBy(row => row.Applicant.NationalId ?? row.Applicant.Name + row.Applicant.Phone, StringComparer.Ordinal).Take(Limit)
                .Select(row => new EarlierApplicant(new(row.Applicant.DossierId), Read(row.Applicant), row.SubmittedAt)),
        ];
    }

    /// <summary>The applicant of a dossier of the agency; null when there is none.</summary>
    public async Task<Applicant?> OfAsync(DossierId dossier, CancellationToken cancellation = default)
    {
        var agency = user.Agency?.Value ?? 0;
        return await Pairs(agency).Where(pair => pair.Dossier.Id == dossier.Value).Select(pair => pair.Applicant).FirstOrDefaultAsync(cancellation) is { } row ? Read(row) : null;
    }

    private IQueryable<Pair> Pairs(long agency) =>
        from applicant in db.Set<ApplicantRow>()
        join dossier in db.Set<DossierRow>().Where(row => row.AgencyId == agency) on applicant.DossierId equals dossier.Id
        select new Pair { Applicant = applicant, Dossier = dossier };

    private static Applicant Read(ApplicantRow row) => new(
        (ApplicantKind)row.Kind, row.Name, row.NationalId, row.BirthDate, row.Phone, row.Email, row.Address, row.OrganizationName, row.TaxCode, row.Representative);

    private sealed class Pair
    {
        public required ApplicantRow Applicant { get; init; }
        public required DossierRow Dossier { get; init; }
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using MinhBach.Accounts;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>
/// A slip as it is printed on A4. Its text is Vietnamese whatever language the screen has: it is a document.
/// </summary>
[Authorize(Policies.Work)]
internal sealed class SlipModel(DossierAccess access, OrganizationLookup organization, TrackingSecrets secrets, HistoryWords history, IEnumerable<IReceiptCode> codes, IOptions<ShellOptions> shell, Words words) : PageModel
{
    public DossierView Dossier { get; private set; } = null!;

    public SlipKind Kind { get; private set; }

    public Agency Agency { get; private set; } = null!;

    public HistoryWords History => history;

    /// <summary>On receipts: codes beside the one that leads to the tracking page.</summary>
    public IReadOnlyList<ReceiptPicture> Codes { get; private set; } = [];

    public string Hotline => shell.Value.Hotline is { Length: > 0 } line ? line : Agency.Phone ?? "";

    public string City => shell.Value.CityName.Replace("Thành phố ", "", StringComparison.Ordinal);

    public string Secret => secrets.Of(Dossier.Id);

    public string TrackingAddress => $"{Request.Scheme}://{Request.Host}/tra-cuu/{Dossier.Code}";

    /// <summary>Whom the slip speaks to: the organisation, and the person for it.</summary>
    public string Applicant => Dossier.Applicant is { OrganizationName: { Length: > 0 } body } applicant ? $"{body} ({applicant.Name})" : Dossier.Applicant.Name;

    public string Term => ProcedureWords.Of(words, Dossier.Case.Channels.FirstOrDefault(item => item.Channel == Dossier.Channel)?.Term ?? Dossier.Case.Term);

    public IReadOnlyList<ProcedureFee> Fees =>
        (Dossier.Case.Channels.FirstOrDefault(item => item.Channel == Dossier.Channel) ?? (Dossier.Case.Channels.Count > 0 ? Dossier.Case.Channels[0] : null))?.Fees ?? [];

    public async Task<IActionResult> OnGetAsync(string code, string kind, CancellationToken cancellation)
    {
        if (await access.FindAsync(code, cancellation) is not var (dossier, seen)) return NotFound();
        if (!seen) return Forbid();
        var found = SlipKinds.For(dossier).Where(item => item.Slug() == kind).Select(item => (SlipKind?)item).FirstOrDefault();
        if (found is not { } slip) return NotFound();
        (Dossier, Kind, Agency) = (dossier, slip, organization.Current.Agency(new(dossier.Agency)));
        if (slip == SlipKind.Receipt) Codes = await ReceiptPicture.AllAsync(codes, HttpContext, dossier);
        return Page();
    }

    /// <summary>“09 giờ 05 phút, ngày 17 tháng 11 năm 2026”.</summary>
    public static string Moment(Instant? at)
    {
        if (at is not { } instant) return "……";
        var local = VietnameseFormats.Local(instant);
        return $"{local.Hour:00} giờ {local.Minute:00} phút, {Day(local.Date)}";
    }

    /// <summary>“ngày 17 tháng 11 năm 2026”.</summary>
    public static string Day(LocalDate? date) => date is { } day ? $"ngày {day.Day:00} tháng {day.Month:00} năm {day.Year}" : "ngày …… tháng …… năm ……";

    /// <summary>The day that the slip is dated.</summary>
    public LocalDate DatedOn => VietnameseFormats.Local(Kind switch
    {
        SlipKind.Receipt or SlipKind.Control => Dossier.ReceivedAt!.Value,
        SlipKind.Supplement => Dossier.Last<SupplementRequested>()!.At,
        SlipKind.Refusal => Dossier.Last<DossierDeclined>()?.At ?? Dossier.CompletedAt!.Value,
        SlipKind.Apology => Dossier.LastExtension()!.At,
        SlipKind.Stop => Dossier.Last<DossierStopped>()?.At ?? Dossier.Last<DossierWithdrawn>()!.At,
        SlipKind.Signature => Dossier.ReturnedAt ?? Dossier.CompletedAt!.Value,
    }).Date;

    /// <summary>Who signs for the agency: whoever did it.</summary>
    public string Signer => Kind switch
    {
        SlipKind.Receipt or SlipKind.Control => Dossier.Last<DossierReceived>()?.By,
        SlipKind.Supplement => Dossier.Last<SupplementRequested>()?.By,
        SlipKind.Refusal => Dossier.Last<DossierDeclined>()?.By ?? Dossier.Last<DossierCompleted>()?.By,
        SlipKind.Apology => Dossier.LastExtension()?.By,
        SlipKind.Stop => Dossier.Last<DossierStopped>()?.By ?? Dossier.Last<DossierWithdrawn>()?.By,
        SlipKind.Signature => Dossier.Last<ResultReturned>()?.By,
    } ?? "";
}

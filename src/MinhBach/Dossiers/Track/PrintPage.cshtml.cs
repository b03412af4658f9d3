using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>
/// The acknowledgment to print, with the fields of the receipt form (TT 03/2025/TT-VPCP, mẫu 01) as far as they are
/// known; before reception it says so.
/// </summary>
internal sealed class PrintPageModel(
    DossierLookup dossiers, DossierSight sight, TrackingSecrets secrets, OrganizationLookup organization, IEnumerable<IReceiptCode> codes, Words words)
    : TrackedPage(dossiers, sight, words)
{
    public string AgencyName => organization.Current.FindAgency(new AgencyId(Dossier.Agency))?.Name ?? "–";

    public string? AgencyPhone => organization.Current.FindAgency(new AgencyId(Dossier.Agency))?.Phone;

    public string Secret => secrets.Of(Dossier.Id);

    public string TrackingUrl => TrackingLinks.WithSecret(Request, Dossier.Code, Secret);

    /// <summary>Codes beside the one that leads to the tracking page.</summary>
    public IReadOnlyList<ReceiptPicture> Codes { get; private set; } = [];

    public async Task OnGetAsync() => Codes = await ReceiptPicture.AllAsync(codes, HttpContext, Dossier);
}

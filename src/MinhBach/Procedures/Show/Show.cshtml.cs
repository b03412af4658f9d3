using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Kernel;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Procedures.Show;

/// <summary>The public page of a procedure.</summary>
[OutputCache(PolicyName = PublicPage.Kept)]
public sealed class ShowPage(ProcedureCatalog catalog, IEnumerable<IProcedureTrackRecord> records, TimeProvider clock, Words words) : PageModel
{
    public ShownVersion Shown { get; private set; } = null!;

    public IActionResult OnGet(string code, [FromQuery(Name = "phien-ban")] string? number)
    {
        var versions = catalog.Versions(code);
        if (Find(versions, code, number) is not { } version)
            return NotFound();
        var today = clock.Today();
        Shown = new ShownVersion(
            version,
            versions,
            records.Select(record => record.For(version.ProcedureId)).FirstOrDefault(record => record is not null),
            version.InForceOn(today) ? null : NotInForce(version, today),
            version.InForceOn(today),
            $"/thu-tuc/{version.Code}/quy-trinh.bpmn?phien-ban={version.Number}");
        return Page();
    }

    private string NotInForce(ProcedureVersion version, LocalDate today) => version.EffectiveFrom > today
        ? words["Phiên bản này có hiệu lực từ {0}.", words.Date(version.EffectiveFrom)]
        : words["Phiên bản này đã hết hiệu lực từ {0}.", words.Date(version.EffectiveTo?.PlusDays(1))];

    private ProcedureVersion? Find(IReadOnlyList<ProcedureVersion> versions, string code, string? number)
    {
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
            return versions.FirstOrDefault(version => version.Number == wanted);
        // A procedure that only begins later is shown as it will be.
        return catalog.TryFind(code, clock.Today()) ?? (versions.Count > 0 ? versions[0] : null);
    }
}

/// <summary>A version as a page shows it.</summary>
/// <param name="Version">What is shown.</param>
/// <param name="Versions">All its published versions.</param>
/// <param name="Lately">How long it really took; null while nothing was measured.</param>
/// <param name="NotInForce">Why it is not in force today; null where it is, or where that does not matter.</param>
/// <param name="IsOpen">Whether one may file under it now.</param>
/// <param name="ProcessUrl">Where the diagram is fetched.</param>
public sealed record ShownVersion(
    ProcedureVersion Version,
    IReadOnlyList<ProcedureVersion> Versions,
    TrackRecord? Lately,
    string? NotInForce,
    bool IsOpen,
    string ProcessUrl);

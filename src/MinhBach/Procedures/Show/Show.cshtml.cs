using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Procedures.Show;

/// <summary>The public page of a procedure.</summary>
public sealed class ShowPage(ProcedureCatalog catalog, IEnumerable<IProcedureTrackRecord> records, TimeProvider clock, Words words) : PageModel
{
    public ProcedureVersion Version { get; private set; } = null!;

    public IReadOnlyList<ProcedureVersion> Versions { get; private set; } = [];

    public TrackRecord? Lately { get; private set; }

    public bool IsInForce { get; private set; }

    /// <summary>Why nothing can be filed under this version.</summary>
    public string NotInForce => Version.EffectiveFrom > clock.Today()
        ? words["Phiên bản này có hiệu lực từ {0}.", words.Date(Version.EffectiveFrom)]
        : words["Phiên bản này đã hết hiệu lực từ {0}.", words.Date(Version.EffectiveTo?.PlusDays(1))];

    public IActionResult OnGet(string code, [FromQuery(Name = "phien-ban")] string? number)
    {
        Versions = catalog.Versions(code);
        if (Find(code, number) is not { } version)
            return NotFound();
        Version = version;
        IsInForce = version.InForceOn(clock.Today());
        Lately = records.Select(record => record.For(version.ProcedureId)).FirstOrDefault(record => record is not null);
        return Page();
    }

    private ProcedureVersion? Find(string code, string? number)
    {
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
            return Versions.FirstOrDefault(version => version.Number == wanted);
        // A procedure that only begins later is shown as it will be.
        return catalog.TryFind(code, clock.Today()) ?? (Versions.Count > 0 ? Versions[0] : null);
    }
}

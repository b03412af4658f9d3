using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using NodaTime;

namespace MinhBach.FrontDesk;

/// <summary>What the officer handed over, a sheet for each receiving unit, to be signed.</summary>
[Authorize(Policies.FrontDesk)]
internal sealed class HandOverListModel(DeskLookup desk, NextUnits next, CurrentUser user, OrganizationLookup organization, TimeProvider clock) : PageModel
{
    /// <summary>From this moment on, in microseconds since 1970; without it, the whole day.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public long? Since { get; set; }

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public LocalDate? Day { get; set; }

    public IReadOnlyList<(string Unit, IReadOnlyList<DeskRow> Rows)> Sheets { get; private set; } = [];

    public string Giver => user.Actor?.Name ?? "";

    public string Agency => user.Agency is { } agency ? organization.Current.Agency(agency).Name : "";

    public LocalDate Date { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var started = Since is > 0 and < 253_402_300_800_000_000 ? CityTime.FromUnixMicroseconds(Since.Value) : (Instant?)null;
        Date = Day ?? started?.DateInCity() ?? clock.Today();
        var from = started ?? Date.AtStartOfDayInZone(CityTime.Zone).ToInstant();
        var until = Date.PlusDays(1).AtStartOfDayInZone(CityTime.Zone).ToInstant();
        var rows = await desk.HandedOverAsync(from, until, cancellation);
        Sheets = [.. rows.GroupBy(next.Of, StringComparer.Ordinal).Select(group => (group.Key, (IReadOnlyList<DeskRow>)[.. group]))];
    }
}

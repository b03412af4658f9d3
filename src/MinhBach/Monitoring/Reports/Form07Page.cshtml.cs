using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Kernel;
using MinhBach.Monitoring.Publish;
using MinhBach.Shell;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Monitoring.Reports;

/// <summary>Form 07, filled in for a period. No queries.</summary>
[OutputCache(PolicyName = PublicPage.Kept)]
internal sealed class Form07Page(Form07 form, TimeProvider clock, Words words) : PageModel
{
    public const string Address = "/cong-khai/bieu-07";

    public Form07Report Report { get; private set; } = null!;

    public BoardQuery Asked { get; private set; } = null!;

    public IEnumerable<(string Name, ReportingPeriod Period)> Windows => ReportWindows.Before(clock.Today());

    public static string Link(string address, ReportingPeriod period) =>
        $"{address}?tu={LocalDatePattern.Iso.Format(period.From)}&den={LocalDatePattern.Iso.Format(period.To)}";

    /// <summary>What is asked for; the month that ended last where nothing is.</summary>
    public static BoardQuery Read(IQueryCollection query, LocalDate today, Words words) =>
        query.ContainsKey("tu") || query.ContainsKey("den") ? BoardQuery.Read(query, today, words) : new(ReportWindows.Before(today).First().Period, Grouping.Field);

    public void OnGet()
    {
        Asked = Read(Request.Query, clock.Today(), words);
        if (Asked.BadFrom is { } badFrom) ModelState.AddModelError("tu", badFrom);
        if (Asked.BadTo is { } badTo) ModelState.AddModelError("den", badTo);
        Report = form.Of(Asked.Period);
    }
}

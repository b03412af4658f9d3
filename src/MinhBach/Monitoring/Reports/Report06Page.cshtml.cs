using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Kernel;
using MinhBach.Monitoring.Publish;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Monitoring.Reports;

/// <summary>Report 06, filled in for a period. No queries.</summary>
[OutputCache(PolicyName = PublicPage.Kept)]
internal sealed class Report06Page(Report06 report, TimeProvider clock, Words words) : PageModel
{
    public const string Address = "/cong-khai/bao-cao-06";

    private const int PageSize = 100;

    public Report06Table Report { get; private set; } = null!;

    public IReadOnlyList<Report06Row> Rows { get; private set; } = [];

    public BoardQuery Asked { get; private set; } = null!;

    public string? Next { get; private set; }

    public IEnumerable<(string Name, ReportingPeriod Period)> Windows => ReportWindows.Before(clock.Today());

    /// <summary>What is asked for: the month that ended last where no day is told, by agency where nothing else that the report has.</summary>
    public static BoardQuery Read(IQueryCollection query, LocalDate today, Words words)
    {
        ArgumentNullException.ThrowIfNull(query);
        var asked = BoardQuery.Read(query, today, words);
        if (!query.ContainsKey("tu") && !query.ContainsKey("den")) asked = asked with { Period = ReportWindows.Before(today).First().Period };
        return asked with { Grouping = asked.Grouping == Grouping.Procedure ? Grouping.Procedure : Grouping.Agency };
    }

    public void OnGet()
    {
        Asked = Read(Request.Query, clock.Today(), words);
        if (Asked.BadFrom is { } badFrom) ModelState.AddModelError("tu", badFrom);
        if (Asked.BadTo is { } badTo) ModelState.AddModelError("den", badTo);
        Report = report.Of(Asked.Period, Asked.Grouping);
        var after = Request.Query["sau"].ToString();
        var start = after.Length == 0 ? 0 : Report.Rows.TakeWhile(row => row.Key != after).Count() + 1;
        Rows = [.. Report.Rows.Skip(start).Take(PageSize)];
        if (start + PageSize < Report.Rows.Count) Next = Asked.Address(Address, ("sau", Rows[^1].Key));
    }

    /// <summary>The list of exactly the dossiers behind a number.</summary>
    public string List(Figure figure, Report06Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Asked.Address("/cong-khai/ho-so", ("so", Slugs.Of(figure)), ("nhom", row.Key.Length == 0 ? null : row.Key));
    }
}

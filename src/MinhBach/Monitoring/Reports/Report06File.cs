using System.Globalization;
using System.Text;
using MinhBach.Kernel;
using MinhBach.Monitoring.Publish;
using MinhBach.Shell;
using NodaTime.Text;

namespace MinhBach.Monitoring.Reports;

/// <summary>Report 06 as a file for spreadsheets.</summary>
internal static class Report06File
{
    public static void MapReport06(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Report06Page.Address + ".csv", (HttpContext http, Report06 report, TimeProvider clock, Words words) =>
        {
            var asked = Report06Page.Read(http.Request.Query, clock.Today(), words);
            if ((asked.BadFrom ?? asked.BadTo) is { } bad) return Results.Text(bad, "text/plain", Encoding.UTF8, StatusCodes.Status400BadRequest);
            var name = $"bao-cao-06-{Slugs.Of(asked.Grouping)}-{LocalDatePattern.Iso.Format(asked.Period.From)}-{LocalDatePattern.Iso.Format(asked.Period.To)}.csv";
            return Results.File(Write(report.Of(asked.Period, asked.Grouping), words), "text/csv; charset=utf-8", name);
        }).ExcludeFromDescription();

    private static byte[] Write(Report06Table report, Words words)
    {
        var file = new StringBuilder();
        PublishedFile.Row(file, [words["Mã"], $"(1) {words["Tên"]}", .. Report06Columns.All.Select((column, place) => $"({place + 2}) {words[column.Name]}")]);
        foreach (var row in report.Rows) Line(file, row.Name, row);
        Line(file, words["Tổng cộng"], report.Total);
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.ToString())];
    }

    private static void Line(StringBuilder file, string name, Report06Row row) =>
        PublishedFile.Row(file, [row.Key, name, .. Report06Columns.All.Select(column => column.Value(row).ToString(CultureInfo.InvariantCulture))]);
}

using System.Globalization;
using System.Text;
using MinhBach.Kernel;
using MinhBach.Monitoring.Publish;
using MinhBach.Shell;
using NodaTime.Text;

namespace MinhBach.Monitoring.Reports;

/// <summary>The form as a file for spreadsheets.</summary>
internal static class Form07File
{
    public static void MapForm07(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/cong-khai/bieu-07.csv", (HttpContext http, Form07 form, TimeProvider clock, Words words) =>
        {
            var asked = Form07Page.Read(http.Request.Query, clock.Today(), words);
            if ((asked.BadFrom ?? asked.BadTo) is { } bad) return Results.Text(bad, "text/plain", Encoding.UTF8, StatusCodes.Status400BadRequest);
            var name = $"bieu-07-{LocalDatePattern.Iso.Format(asked.Period.From)}-{LocalDatePattern.Iso.Format(asked.Period.To)}.csv";
            return Results.File(Write(form.Of(asked.Period), words), "text/csv; charset=utf-8", name);
        }).ExcludeFromDescription();

    private static byte[] Write(Form07Report report, Words words)
    {
        var file = new StringBuilder();
        PublishedFile.Row(file, [words["STT"], words["Lĩnh vực"], .. Form07Columns.All.Select((column, place) => $"({place + 3}) {words[column]}")]);
        Part(file, "I", words["Các cơ quan của Thành phố"], report.City);
        Part(file, "II", words["Các phường, xã"], report.Communes);
        Line(file, "", words["Tổng cộng"], report.Total);
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.ToString())];
    }

    private static void Part(StringBuilder file, string number, string name, IReadOnlyList<Form07Row> rows)
    {
        Line(file, number, name, Form07Row.Sum(name, rows));
        for (var i = 0; i < rows.Count; i++) Line(file, (i + 1).ToString(CultureInfo.InvariantCulture), rows[i].Field, rows[i]);
    }

    private static void Line(StringBuilder file, string number, string name, Form07Row row) =>
        PublishedFile.Row(file, [number, name, .. row.Columns.Select(count => count.ToString(CultureInfo.InvariantCulture))]);
}

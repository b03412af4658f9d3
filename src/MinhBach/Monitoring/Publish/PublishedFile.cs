using System.Globalization;
using System.Text;
using MinhBach.Kernel;
using MinhBach.Shell;
using NodaTime.Text;

namespace MinhBach.Monitoring.Publish;

/// <summary>The same figures as a file: UTF-8 with a mark that spreadsheets know, Vietnamese headings, shares from 0 to 100.</summary>
internal static class PublishedFile
{
    public static void MapPublishedFile(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/cong-khai.csv", (HttpContext http, OnTime measure, TimeProvider clock, Words words) =>
        {
            var asked = BoardQuery.Read(http.Request.Query, clock.Today(), words);
            if ((asked.BadFrom ?? asked.BadTo) is { } bad) return Results.Text(bad, "text/plain", Encoding.UTF8, StatusCodes.Status400BadRequest);
            var board = measure.Board(asked.Period, asked.Grouping);
            var name = $"cong-khai-{Slugs.Of(asked.Grouping)}-{LocalDatePattern.Iso.Format(board.Period.From)}-{LocalDatePattern.Iso.Format(board.Period.To)}.csv";
            return Results.File(Write(board, words), "text/csv; charset=utf-8", name);
        }).ExcludeFromDescription();

    public static byte[] Write(OnTimeBoard board, Words words)
    {
        var file = new StringBuilder();
        Row(file, [words["Mã"], words["Tên"], .. PublishedColumns.All.Select(column => column.IsRate ? words[column.Name] + " (%)" : words[column.Name])]);
        foreach (var group in board.Groups) Row(file, [group.Key, group.Name, .. Values(group.Figures)]);
        Row(file, ["", words["Toàn Thành phố"], .. Values(board.Total)]);
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.ToString())];
    }

    private static IEnumerable<string> Values(OnTimeFigures figures) => PublishedColumns.All.Select(column =>
        column.Value(figures) is not { } value ? ""
        : column.IsRate ? (value * 100).ToString("0.##", CultureInfo.InvariantCulture)
        : value.ToString("0", CultureInfo.InvariantCulture));

    /// <summary>A line of a file.</summary>
    public static void Row(StringBuilder file, IEnumerable<string> fields) => file.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    // RFC 4180; and a spreadsheet takes no name for a formula (OWASP: CSV injection).
    private static string Field(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }
}

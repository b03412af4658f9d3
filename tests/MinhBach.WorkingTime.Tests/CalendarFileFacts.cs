using System.Text;

namespace MinhBach.WorkingTime.Tests;

public sealed class CalendarFileFacts
{
    private const string Good = """
        {
          "year": 2026,
          "source": "Nguồn",
          "days": [
            { "date": "2026-09-02", "kind": "holiday", "name": "Quốc khánh", "legalBasis": "BLLĐ 2019 Điều 112", "verified": true }
          ]
        }
        """;

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var file = Read(Good);
        using var written = new MemoryStream();
        file.Write(written);
        var again = Read(Encoding.UTF8.GetString(written.ToArray()));
        Assert.Equal(file.Days, again.Days);
        Assert.Equal((file.Year, file.Published, file.Source), (again.Year, again.Published, again.Source));
        Assert.Contains("Quốc khánh", Encoding.UTF8.GetString(written.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"holiday\"", "\"holyday\"", "vn.json, days[0].kind: \"holyday\" is none of")]
    [InlineData("2026-09-02", "2026-02-30", "vn.json, days[0].date: \"2026-02-30\" is not a date")]
    [InlineData("2026-09-02", "2025-09-02", "vn.json, days[0].date: 2025-09-02 is not in 2026")]
    [InlineData("\"Quốc khánh\"", "\"\"", "vn.json, days[0].name: it must not be empty")]
    [InlineData("\"verified\": true", "\"verified\": \"yes\"", "vn.json, line 5, days[0].verified")]
    [InlineData(", \"verified\": true", "", "vn.json, line 5, days[0]: ")]
    [InlineData("\"kind\"", "\"sort\"", "vn.json, line 5, days[0].sort: ")]
    [InlineData("2026,", "2026", "vn.json, line 3")]
    [InlineData("\"year\": 2026", "\"year\": 26", "vn.json, year: 26 is not a year")]
    public void What_is_wrong_is_told_with_file_and_place(string good, string bad, string message)
    {
        var error = Assert.Throws<CalendarFileException>(() => Read(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"year\": 2026, \"source\": \"x\", \"days\": null }")]
    [InlineData("{ \"year\": 2026, \"source\": \"x\", \"days\": [null] }")]
    public void What_is_no_calendar_is_refused_by_name(string json) =>
        Assert.StartsWith("vn.json", Assert.Throws<CalendarFileException>(() => Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_day_given_twice_is_refused()
    {
        var day = Good[Good.IndexOf("{ \"date\"", StringComparison.Ordinal)..(Good.IndexOf("true }", StringComparison.Ordinal) + 6)];
        var error = Assert.Throws<CalendarFileException>(() => Read(Good.Replace(day, $"{day}, {day}", StringComparison.Ordinal)));
        Assert.StartsWith("vn.json, days[1].date: 2026-09-02 does not come after", error.Message, StringComparison.Ordinal);
    }

    private static CalendarFile Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return CalendarFile.Read(stream, "vn.json");
    }
}

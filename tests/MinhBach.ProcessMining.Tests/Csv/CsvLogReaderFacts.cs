using System.Text;
using MinhBach.Testing;

namespace MinhBach.ProcessMining.Tests;

public sealed class CsvLogReaderFacts
{
    private static EventLog Read(string text, out CsvLogReader reader, CsvMapping? mapping = null, LogLimits? limits = null)
    {
        reader = new CsvLogReader(mapping, new LogReading { Limits = limits ?? LogLimits.Default });
        return reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Rows_of_a_case_may_stand_anywhere_and_are_put_in_order_of_time()
    {
        var log = Read("case,activity,timestamp\n1,b,2026-03-03T08:00:00+07:00\n2,x,2026-03-02\n1,a,2026-03-02T08:00:00+07:00\n", out var reader);
        Assert.Equal(["1", "2"], log.Cases.Select(found => found.Id));
        Assert.Equal("a b", log.Activities());
        Assert.True(reader.IsGuessed);
        Assert.Equal(("case", "activity", "timestamp"), (reader.Mapping!.Case, reader.Mapping.Activity, reader.Mapping.Time));
    }

    [Fact]
    public void Columns_that_are_named_like_dates_of_a_case_or_asked_for_are_the_cases()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("Mã hồ sơ;Bước;Thời điểm;Ngày hẹn trả;Kênh\nH1;Tiếp nhận;02/03/2026 08:00;09/03/2026;\nH1;Trả;10/03/2026 08:00;09/03/2026;Trực tuyến"));
        var reader = new CsvLogReader(reading: new LogReading { CaseAttributes = ["Kênh", "none"] });

        var found = Assert.Single(reader.Read(stream).Cases);

        Assert.Equal(("09/03/2026", "Trực tuyến"), (found.Attributes["Ngày hẹn trả"], found.Attributes["Kênh"]));
        Assert.Equal(0, reader.Problems.NotRead);
    }

    [Fact]
    public void The_header_is_read_without_the_rows()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("Mã hồ sơ;Bước;\"Ghi chú; thêm\"\nH1;Tiếp nhận"));

        Assert.Equal(["Mã hồ sơ", "Bước", "Ghi chú; thêm"], new CsvLogReader().Header(stream));
    }

    [Theory]
    [InlineData("Mã hồ sơ;Bước;Thời gian;Cán bộ;Đơn vị\nH1;Tiếp nhận;02/03/2026 08:15:30;Lan;Một cửa\n")]
    [InlineData("case:concept:name,concept:name,time:timestamp,org:resource,org:group\nH1,Tiếp nhận,2026-03-02 08:15:30+07:00,Lan,Một cửa\n")]
    [InlineData("\uFEFFCase ID\tActivity\tComplete Timestamp\tResource\tGroup\nH1\tTiếp nhận\t2026-03-02T01:15:30Z\tLan\tMột cửa\n")]
    public void Usual_headers_separators_and_dates_are_understood(string text)
    {
        var log = Read(text, out _);
        var happened = log.Cases.Single().Events[0];
        Assert.Equal(("H1", "Tiếp nhận"), (log.Cases[0].Id, log.Activities()));
        Assert.Equal(NodaTime.Instant.FromUtc(2026, 3, 2, 1, 15, 30), happened.At);
        Assert.Equal(("Lan", "Một cửa"), (log.Names.Resources[happened.Resource], log.Names.Units[happened.Unit]));
    }

    [Fact]
    public void Mapping_that_is_given_is_taken_with_its_case_attributes()
    {
        var mapping = new CsvMapping { Case = "a", Activity = "b", CaseAttributes = ["c"], Separator = '|' };
        var log = Read("a|b|c|case:d|e\n1|x, y|k|l|m\n1|z|k||m\n", out var reader, mapping);
        Assert.Equal([new("c", "k"), new("d", "l")], log.Cases[0].Attributes);
        Assert.Equal("x, y z", log.Activities());
        Assert.False(reader.IsGuessed);
        Assert.Equal(2, reader.Problems.NotRead);
    }

    [Fact]
    public void Broken_rows_are_left_out_and_told_with_their_line()
    {
        var log = Read("case,activity,time\n1,a,2026-03-02\n1,b\n1,c,2026-03-03,more\n\"1\" ,d,2026-03-04\n1,e,nonsense\n,f,2026-03-05\n1,,2026-03-06\n1,g,\n", out var reader);
        var told = reader.Problems.Kept.Where(problem => problem.Kind is not LogProblemKind.DateWithoutOffset).Select(problem => (problem.Kind, problem.Place.Line));
        Assert.Equal(
            [
                (LogProblemKind.WrongColumnCount, 3L), (LogProblemKind.WrongColumnCount, 4L), (LogProblemKind.BrokenRow, 5L), (LogProblemKind.BrokenDate, 6L),
                (LogProblemKind.MissingCaseId, 7L), (LogProblemKind.MissingActivity, 8L), (LogProblemKind.MissingTime, 9L),
            ],
            told);
        Assert.Equal("a e g", log.Activities());
        Assert.Equal(2, log.Cases.Count);
    }

    [Fact]
    public void Case_attribute_that_changes_keeps_its_first_value_and_is_told()
    {
        var log = Read("case,activity,case:channel\n1,a,\n1,b,desk\n1,c,web\n", out var reader);
        Assert.Equal("desk", log.Cases[0].Attributes["channel"]);
        Assert.Equal(1, reader.Problems.Count(LogProblemKind.DuplicateAttribute));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x,y\n1,2\n")]
    [InlineData("case,activity,timestamp\n1,\"a,2026\n")]
    public void File_without_a_readable_row_or_usual_header_is_refused_or_told(string text)
    {
        CsvLogReader? reader = null;
        var refused = Record.Exception(() => Assert.Empty(Read(text, out reader).Cases));
        Assert.True(refused is LogFormatException || (refused is null && reader!.Problems.Count(LogProblemKind.BrokenRow) == 1), refused?.ToString());
    }

    [Fact]
    public void Quotation_mark_that_never_closes_is_refused_with_its_line()
    {
        var text = "case,activity\n1,a\n1,\"" + new string('x', 3_000_000);
        var refused = Assert.Throws<LogFormatException>(() => Read(text, out _));
        Assert.Equal(3, refused.Place.Line);
    }

    [Fact]
    public void Limits_of_names_hold()
    {
        var limits = new LogLimits { MostActivities = 2, LongestName = 10 };
        Assert.Throws<LogFormatException>(() => Read("case,activity\n1,a\n1,b\n1,c\n", out _, limits: limits));
        Assert.Throws<LogFormatException>(() => Read("case,activity\n12345678901,a\n", out _, limits: limits));
    }

    [Fact]
    public void Receipt_log_is_the_same_from_csv_and_from_xes()
    {
        using var xesFile = File.OpenRead(SharedData.Find("event-logs/08_receipt.xes.gz"));
        using var csvFile = File.OpenRead(SharedData.Find("event-logs/receipt.csv"));
        var xes = new XesReader(xesFile).ReadAll();
        var reader = new CsvLogReader();
        var csv = reader.Read(csvFile);
        Assert.Equal(0, reader.Problems.Total);
        Assert.Equal((1434, 8577), (csv.Cases.Count, csv.Cases.Sum(found => found.Events.Length)));
        var byId = csv.Cases.ToDictionary(found => found.Id);
        foreach (var one in xes.Cases)
        {
            var other = byId[one.Id];
            Assert.Equal(Told(xes, one), Told(csv, other));
            Assert.Equal(one.Attributes.Keys.Order(), other.Attributes.Keys.Order());
        }
    }

    private static List<string> Told(EventLog log, LogCase found) =>
        [.. found.Events.ToArray().Select(happened =>
            $"{log.Names.Activities[happened.Activity]} {log.Names.Resources[happened.Resource]} {log.Names.Units[happened.Unit]} {happened.Lifecycle} {happened.At}")];
}

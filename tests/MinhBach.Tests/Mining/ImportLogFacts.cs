using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Kernel;
using MinhBach.Mining;
using MinhBach.Mining.Import;
using MinhBach.Mining.Imported;
using MinhBach.Monitoring.History;
using MinhBach.ProcessMining;
using MinhBach.Testing;
using MinhBach.Tests.Monitoring;
using MinhBach.Tests.Operations;

namespace MinhBach.Tests.Mining;

public sealed class ImportLogFacts
{
    [Theory, BothDatabases]
    public async Task A_board_counts_everything_as_mine_counts_it(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var summary = await city.ImportAsync(ImportedLogsOfTests.Receipt, ImportedLogsOfTests.ReceiptMap());
        var log = await city.ImportedAsync(summary.Slug);

        using var board = JsonDocument.Parse(LogReportJson.Write(log.Report));
        var (code, said) = await CommandRun.RunAsync("mine", ImportedLogsOfTests.Receipt, "--json");
        Assert.True(code == 0, said);
        using var mined = JsonDocument.Parse(said);

        // The name of the file, and whether somebody said which date is which, are not counts; a map names fewer parts than are guessed.
        foreach (var told in mined.RootElement.EnumerateObject().Where(told => told.Name is not ("file" or "dates" or "by")))
            Assert.Equal((told.Name, told.Value.GetRawText()), (told.Name, board.RootElement.GetProperty(told.Name).GetRawText()));
        var splits = board.RootElement.GetProperty("by").EnumerateArray().ToList();
        Assert.Equal(["department", "channel", "responsible"], splits.Select(split => split.GetProperty("attribute").GetString()));
        foreach (var split in splits)
            Assert.Equal(mined.RootElement.GetProperty("by").EnumerateArray().Single(other => other.GetProperty("attribute").GetString() == split.GetProperty("attribute").GetString()).GetRawText(), split.GetRawText());
        Assert.Equal(
            [1434, 1329, 940, 389, 0, 105, 0],
            new[] { ImportedMeasures.All, ImportedMeasures.Closed, ImportedMeasures.OnTime, ImportedMeasures.Late, ImportedMeasures.Undue, ImportedMeasures.Open, ImportedMeasures.Broken }
                .Select(measure => log.Count(measure, ImportedFilter.None)));
        Assert.Equal(8577, log.Lines.Sum(line => line.Steps));
        Assert.Equal(1434, await city.EntriesAsync());
    }

    [Theory, BothDatabases]
    public async Task The_command_brings_a_log_in_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var target = CommandRun.Vacant(database);
        using var map = new TemporaryFile(ImportedLogsOfTests.ReceiptMapText());

        var (code, said) = await CommandRun.RunAsync(["import", "log", ImportedLogsOfTests.Receipt, "--map", map.Path, .. CommandRun.Where(target)]);
        var (again, refused) = await CommandRun.RunAsync(["import", "log", ImportedLogsOfTests.Receipt, "--map", map.Path, .. CommandRun.Where(target)]);
        var (found, checkedCity) = await CommandRun.RunAsync(["check", .. CommandRun.Where(target)]);

        Assert.True(code == 0, said);
        Assert.Contains("1.434 vụ việc, 8.577 sự kiện", said, StringComparison.Ordinal);
        Assert.Contains("đúng hạn 940, quá hạn 389, chưa xong 105", said, StringComparison.Ordinal);
        Assert.Equal(2, again);
        Assert.Contains("Không nạp lại", refused, StringComparison.Ordinal);
        Assert.True(found == 0, checkedCity);
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    [Theory, BothDatabases]
    public async Task What_was_stopped_in_the_middle_goes_on_and_nothing_is_doubled(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var stopping = new CancellationTokenSource();
        var stop = new StopAfter(400, stopping);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => city.ImportAsync(ImportedLogsOfTests.Receipt, ImportedLogsOfTests.ReceiptMap(), stop, stopping.Token));
        var half = await city.EntriesAsync();
        var unfinished = await city.Service<ImportedLogs>().SourceAsync("cap-phep-xay-dung", TestContext.Current.CancellationToken);
        var summary = await city.ImportAsync(ImportedLogsOfTests.Receipt, ImportedLogsOfTests.ReceiptMap());

        Assert.InRange(half, 400, 1433);
        Assert.False(unfinished!.HasCases);
        Assert.Equal((half, 1434L), (summary.Resumed, summary.Added));
        Assert.Equal(1434, await city.EntriesAsync());
        Assert.Equal(1434, (await city.ImportedAsync(summary.Slug)).Lines.Select(line => line.Key).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, BothDatabases]
    public async Task Cases_that_are_there_are_left_out_and_told(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.ImportRowsAsync("so-cu", "1,A,2026-01-05T09:00:00+07:00,An,2026-01-09,2026-01-08,X", "2,A,2026-01-05T09:00:00+07:00,An,2026-01-09,,X");
        var rule = await Assert.ThrowsAsync<RuleBroken>(() => city.ImportRowsAsync("so-cu", "1,A,2026-01-05T09:00:00+07:00,An,2026-01-09,2026-01-08,X", "2,A,2026-01-05T09:00:00+07:00,An,2026-01-09,,X"));
        var later = await city.ImportRowsAsync(
            "so-cu", "1,A,2026-01-05T09:00:00+07:00,An,2026-01-09,2026-01-08,X", "2,A,2026-01-05T09:00:00+07:00,An,2026-01-09,2026-01-12,X", "3,A,2026-01-06T09:00:00+07:00,Ba,2026-01-09,2026-01-12,Y");

        Assert.Equal("import.sameFile", rule.Code);
        Assert.Equal((1L, 1L, 1L), (later.Added, later.Same, later.Differing));
        var log = await city.ImportedAsync("so-cu");
        Assert.Equal(["1", "2", "3"], log.Lines.Select(line => line.Key));
        Assert.Equal((3L, 1L, 1L, 1L), (log.Report.Summary.Cases, log.Report.Summary.OnTime, log.Report.Summary.Late, log.Report.Summary.Open));
        Assert.Equal(3, await city.EntriesAsync());
    }

    [Theory, BothDatabases]
    public async Task Another_map_needs_another_address(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var file = new TemporaryFile(ImportedLogsOfTests.Csv("1,A,2026-01-05T09:00:00+07:00,An,2026-01-09,2026-01-08,X"));
        await city.ImportAsync(file.Path, ImportedLogsOfTests.Small("so-cu"));

        var rule = await Assert.ThrowsAsync<RuleBroken>(() => city.ImportAsync(file.Path, ImportedLogsOfTests.Small("so-cu") with { Zone = "Europe/Amsterdam" }));

        Assert.Equal("import.otherMap", rule.Code);
        Assert.Equal(1, await city.EntriesAsync());
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_in_a_log_is_counted_on_its_board_with_the_line(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.ImportRowsAsync(
            "so-loi",
            "1,A,2026-01-05T09:00:00+07:00,An,2026-01-09,2026-01-08,X",
            "1,A,2026-01-05T09:00:00+07:00,An,2026-01-09,2026-01-08,X",
            "2,A,hôm qua,An,2026-01-09,tuần sau,X",
            ",A,2026-01-05T09:00:00+07:00,An,2026-01-09,2026-01-08,X",
            "3,,2026-01-05T09:00:00+07:00,An,2026-01-09,2026-01-08,X",
            "4,B,2026-01-05 09:00,An,2026-01-09,2026-01-08,X",
            "4,A,2026-01-05T08:00:00+00:00,An,2026-01-09,2026-01-08,X",
            "5,A");

        var log = await city.ImportedAsync("so-loi");
        long Times(LogProblemKind problem) => log.Report.Problems.Kinds.SingleOrDefault(found => found.Kind == problem)?.Times ?? 0;

        Assert.Equal(
            [1, 1, 1, 1, 1, 1, 1],
            new[]
            {
                LogProblemKind.DuplicateEvent, LogProblemKind.BrokenDate, LogProblemKind.MissingCaseId, LogProblemKind.MissingActivity, LogProblemKind.EmptyCase,
                LogProblemKind.DateWithoutOffset, LogProblemKind.WrongColumnCount,
            }.Select(Times));
        Assert.Equal(4, log.Report.Problems.Kinds.Single(found => found.Kind == LogProblemKind.BrokenDate).First[0].Line);
        Assert.Equal((5L, 1L), (log.Report.Summary.Cases, log.Report.Summary.Broken));
        Assert.Equal("2", Assert.Single(log.Behind(ImportedMeasures.Broken, ImportedFilter.None)).Key);
        var begun = await BegunAsync(city);
        Assert.Equal(new BrokenCase("2", "2026-01-09", "tuần sau"), Assert.Single(begun.Broken));
        Assert.Equal(64, begun.Sha256.Length);
    }

    [Theory, BothDatabases]
    public async Task Cases_without_an_id_of_two_files_are_four(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.ImportRowsAsync("khong-ma", ",A,2026-01-05T09:00:00+07:00,An,,,X", ",A,2026-01-06T09:00:00+07:00,An,,,X");
        var second = await city.ImportRowsAsync("khong-ma", ",A,2026-01-07T09:00:00+07:00,An,,,X", ",A,2026-01-08T09:00:00+07:00,An,,,X");

        Assert.Equal((2L, 0L, 0L), (second.Added, second.Same, second.Differing));
        Assert.Equal(4, (await city.ImportedAsync("khong-ma")).Lines.Count);
    }

    [Theory, BothDatabases]
    public async Task Two_cases_of_one_id_in_a_file_stay_two(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        const string Trace = """<trace><string key="concept:name" value="1"/><event><string key="concept:name" value="A"/><date key="time:timestamp" value="2026-01-05T09:00:00+07:00"/></event></trace>""";
        using var file = new TemporaryFile($"<log>{Trace}{Trace}</log>");

        await city.ImportAsync(file.Path, ImportedLogsOfTests.Read("""{ "source": { "name": "Trùng", "slug": "trung" } }"""));

        var log = await city.ImportedAsync("trung");
        Assert.Equal(2, log.Report.Summary.Cases);
        Assert.Equal(1, log.Report.Problems.Kinds.Single(found => found.Kind == LogProblemKind.DuplicateCaseId).Times);
    }

    [Theory]
    [InlineData("<log><trace>")]
    [InlineData("không phải nhật ký")]
    [InlineData("")]
    [InlineData("<!DOCTYPE log [<!ENTITY a \"b\">]><log>&a;</log>")]
    public async Task What_is_no_log_leaves_no_trace(string content)
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        using var file = new TemporaryFile(content);

        await Assert.ThrowsAsync<RuleBroken>(() => city.ImportAsync(file.Path, ImportedLogsOfTests.Read("""{ "source": { "name": "Hỏng", "slug": "hong" } }""")));

        Assert.Null(await city.Service<ImportedLogs>().SourceAsync("hong", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_packed_bomb_is_refused()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        using var file = new TemporaryFile(ImportedLogsOfTests.Bomb());

        var rule = await Assert.ThrowsAsync<RuleBroken>(() => city.ImportAsync(file.Path, ImportedLogsOfTests.Read("""{ "source": { "name": "Bom", "slug": "bom" } }""")));

        Assert.Equal("mine.format", rule.Code);
        Assert.Contains("250 times", rule.Message, StringComparison.Ordinal);
        Assert.Equal(0, await city.EntriesAsync());
    }

    [Fact]
    public async Task The_citys_own_figures_do_not_change()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        await city.CatchUpAsync();
        var history = city.Service<HistoryShelf>();
        var before = (history.Data.Steps.Count, history.Data.Dossiers.Count, history.Open(open => open.Count()));

        await city.ImportRowsAsync("so-cu", "1,A,2026-01-05T09:00:00+07:00,An,2026-01-09,2026-01-08,X");
        await city.CatchUpAsync();

        Assert.Equal(before, (history.Data.Steps.Count, history.Data.Dossiers.Count, history.Open(open => open.Count())));
    }

    private static async Task<LogImportBegun> BegunAsync(TestCity city)
    {
        // Elsewhere in a PostgreSQL cluster an older transaction may hold the newest entries back for a moment.
        await city.CatchUpAsync();
        var entries = await city.Service<JournalReader>().AfterAsync(JournalPosition.Start, 100_000, TestContext.Current.CancellationToken);
        return entries.Select(entry => entry.Event).OfType<LogImportBegun>().Single();
    }

    private sealed class StopAfter(int cases, CancellationTokenSource stopping) : IProgress<LogImportProgress>
    {
        public void Report(LogImportProgress value)
        {
            if (value.Done >= cases) stopping.Cancel();
        }
    }
}

using System.Text;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Mining;
using MinhBach.Mining.Export;
using MinhBach.Monitoring;
using MinhBach.Monitoring.Boards;
using MinhBach.Monitoring.History;
using MinhBach.Organization;
using MinhBach.ProcessMining;
using MinhBach.Testing;
using MinhBach.Tests.Monitoring;
using MinhBach.Tests.Operations;

namespace MinhBach.Tests.Mining;

public sealed class ExportFacts
{
    [Theory, BothDatabases]
    public async Task What_mine_counts_in_the_exported_journal_the_boards_count(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var period = new ReportingPeriod(new(2026, 1, 1), new(2026, 12, 31));
        var board = city.Service<CityBoards>().Of(BoardSubject.City, period);
        var (ended, open) = (city.Service<HistoryShelf>().Data.Dossiers.Count, city.Service<HistoryShelf>().Open(open => open.Count(dossier => !dossier.HasEnded)));
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            using var stream = new MemoryStream();
            var (dossiers, steps) = city.Service<ExportLog>().Write(stream, format, new DossierChoice(), Pseudonyms.OfThisLog(), TestContext.Current.CancellationToken);
            stream.Position = 0;
            var mined = LogReport.Read("city", stream, new LogReportOptions());

            Assert.Equal(ended + open, mined.Summary.Cases);
            Assert.Equal(board[BoardMeasures.Done], mined.Map.Activities.Sum(step => step.Frequency));
            Assert.Equal(board[BoardMeasures.Completed], mined.Summary.Closed);
            Assert.Equal((mined.Summary.Cases, mined.Map.Activities.Sum(step => step.Frequency)), (dossiers, steps));
            Assert.InRange(mined.Summary.Late, 1, mined.Summary.Closed - 1);
            Assert.Equal(("due", "done"), (mined.Summary.Dates.Due, mined.Summary.Dates.Done));
            // Cases that were declined have no step; nothing else may be wrong.
            Assert.Empty(mined.Problems.Kinds.Where(problem => problem.Kind != LogProblemKind.EmptyCase));
        }
    }

    [Theory, BothDatabases]
    public async Task Neither_codes_nor_names_go_out_unless_asked_for(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var people = city.Service<HistoryShelf>().Data.People.All.ToArray().Where(person => person != 0).Select(person => city.Service<OrganizationLookup>().Current.FindPerson(new(person))!.Name).ToList();
        Assert.NotEmpty(people);
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var (hidden, named) = (Text(city, format, Pseudonyms.OfThisLog()), Text(city, format, Pseudonyms.RealNames));
            Assert.All(people, name => Assert.DoesNotContain(name, hidden, StringComparison.Ordinal));
            Assert.Contains(people, name => named.Contains(name, StringComparison.Ordinal));
            Assert.Matches(@"H26\.[0-9A-Z.]+-2611", named);
            Assert.DoesNotMatch(@"H26\.[0-9A-Z.]+-2611", hidden);
            Assert.NotEqual(hidden, Text(city, format, Pseudonyms.OfThisLog()));
        }
    }

    [Theory, BothDatabases]
    public async Task The_command_writes_a_whole_file_of_what_was_asked_for(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var where = CommandRun.Where(city.Service<CityOptions>());
        using var folder = new TemporaryFile("");
        var (all, key) = (folder.Path + ".xes.gz", folder.Path + ".key");

        var (code, said) = await CommandRun.RunAsync(["export", "log", all, "--key", key, .. where]);
        var (other, told) = await CommandRun.RunAsync(["export", "log", folder.Path + ".json", "--format", "ocel", "--key", key, "--procedure", KnownCity.Procedure, .. where]);
        var (none, empty) = await CommandRun.RunAsync(["export", "log", folder.Path + ".none.xes", "--to", "2026-01-01", .. where]);

        Assert.True(code == 0, said);
        Assert.True(other == 0, told);
        Assert.True(none == 0, empty);
        Assert.Contains(" 0 hồ sơ", empty, StringComparison.Ordinal);
        Assert.Equal(await CountAsync(all), await CountAsync(folder.Path + ".json"));
        Assert.Equal(64, (await File.ReadAllTextAsync(key, TestContext.Current.CancellationToken)).Trim().Length);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(all)!, "*.part"));
    }

    [Theory]
    [InlineData("--from", "hôm qua", "--from")]
    [InlineData("--format", "csv", "--format")]
    [InlineData("--procedure", "9.999999", "9.999999")]
    public async Task A_wrong_option_is_told(string option, string value, string sentence)
    {
        var city = await KnownCity.OfAsync(DatabaseKind.Sqlite);
        using var folder = new TemporaryFile("");

        var (code, said) = await CommandRun.RunAsync(["export", "log", folder.Path + ".xes", option, value, .. CommandRun.Where(city.Service<CityOptions>())]);

        Assert.Equal(2, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Path + ".xes"));
    }

    private static async Task<(int Cases, int Steps)> CountAsync(string file)
    {
        var (code, said) = await CommandRun.RunAsync("mine", file, "--json");
        Assert.True(code == 0, said);
        using var json = JsonDocument.Parse(said);
        return (json.RootElement.GetProperty("cases").GetInt32(), json.RootElement.GetProperty("steps").EnumerateArray().Sum(step => step.GetProperty("frequency").GetInt32()));
    }

    private static string Text(TestCity city, ExportFormat format, Pseudonyms names)
    {
        using var stream = new MemoryStream();
        city.Service<ExportLog>().Write(stream, format, new DossierChoice(), names, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

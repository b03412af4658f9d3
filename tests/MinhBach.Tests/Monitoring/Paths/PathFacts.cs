using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.Boards;
using MinhBach.Monitoring.Paths;
using MinhBach.Testing;

namespace MinhBach.Tests.Monitoring.Paths;

public sealed class PathFacts
{
    [Fact]
    public void Ways_are_counted_by_month_and_told_with_the_most_frequent_first()
    {
        var paths = new WalkedPaths();
        paths.Closed(1, [10, 11], 100, isLate: false, 3600);
        paths.Closed(1, [10, 11, 10, 11], 100, isLate: true, 7200);
        paths.Closed(1, [10, 11], 101, isLate: null, 1800);
        paths.Closed(2, [20], 101, isLate: false, 60);
        paths.Closed(1, [10, 11], 99, isLate: true, 60);

        var ways = paths.VariantsOf(1, 100, 101);

        Assert.Equal(new[] { "10,11", "10,11,10,11" }, ways.Select(way => string.Join(',', way.Steps)));
        Assert.Equal(new VariantCount(2, 1, 0, 5400), ways[0].Count);
        Assert.False(ways[0].HasLoop);
        Assert.True(ways[1].HasLoop);
    }

    [Fact]
    public void Ways_beyond_the_most_that_are_told_apart_are_one_and_none_is_lost()
    {
        var paths = new WalkedPaths();
        for (var i = 0; i < WalkedPaths.MostVariants + 30; i++) paths.Closed(1, [i, 7_000], 5, isLate: false, 1);

        var ways = Stored(paths).VariantsOf(1, 5, 5);

        Assert.Equal(WalkedPaths.MostVariants + 1, ways.Count);
        Assert.Equal(30, Assert.Single(ways, way => way.Steps.Count == 0).Count.All);
    }

    [Fact]
    public void What_was_walked_is_stored_and_read_again()
    {
        var paths = new WalkedPaths();
        paths.Went(WalkedPaths.Outside, 10, 5);
        paths.Went(10, 11, 5);
        paths.Went(10, 11, 6);
        paths.Went(11, WalkedPaths.Outside, 7);

        Assert.Equal(
            [new(10, 11, 2), new(WalkedPaths.Outside, 10, 1)],
            Stored(paths).ArcsOf(step => step is 10 or 11, 5, 6));
    }

    [Theory, BothDatabases]
    public async Task Arcs_lead_from_the_beginning_to_the_results_that_the_board_counts(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var boards = city.Service<CityBoards>();
        var period = ReportingPeriod.YearTo(city.Clock.Now.DateInCity());
        var procedure = city.Service<MinhBach.Procedures.ProcedureCatalog>().TryFind(KnownCity.Procedure, city.Clock.Now.DateInCity())!.ProcedureId.Value;

        var paths = boards.PathsOf(procedure, period)!;
        var board = boards.Of(new(BoardKind.Procedure, procedure), period);

        Assert.Equal(board[BoardMeasures.Completed], paths.Dossiers);
        Assert.Equal(paths.Dossiers, paths.Arcs.Where(arc => arc.To == WalkedPaths.Outside).Sum(arc => arc.Count));
        Assert.Equal(8, paths.Arcs.Where(arc => arc.From == WalkedPaths.Outside).Sum(arc => arc.Count));
        using var visitor = city.Visitor();
        var page = await visitor.GetAsync("/theo-doi/thu-tuc/" + KnownCity.Procedure);
        Assert.Contains("Đường đi của hồ sơ", page.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    private static WalkedPaths Stored(WalkedPaths paths)
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true)) paths.Write(to);
        bytes.Position = 0;
        using var from = new BinaryReader(bytes);
        return WalkedPaths.Read(from);
    }
}

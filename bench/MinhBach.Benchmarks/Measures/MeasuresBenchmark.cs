using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using MinhBach.DemoCity;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.Boards;
using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.History;
using MinhBach.Organization;
using NodaTime;
using Npgsql;
using CityDay = MinhBach.Monitoring.Day;

namespace MinhBach.Benchmarks.Measures;

/// <summary>Five million steps of a year: an ad-hoc cut and the boards, beside plain arrays and the databases' own GROUP BY.</summary>
internal sealed class MeasuresBenchmark : IBenchmark
{
    private const int Steps = 5_000_000;
    private const int Dossiers = 1_000_000;
    private static readonly LocalDate First = new(2025, 11, 1);
    private static readonly ReportingPeriod Year = new(First, First.PlusDays(364));

    public string Verb => "measures";

    public string About => "cuts and boards over five million steps, beside plain arrays, DuckDB, SQLite and PostgreSQL";

    public async Task RunAsync(BenchmarkOptions options)
    {
        var steps = Make();
        var shelf = Shelve(steps);
        var cuts = new StepCuts(shelf);
        var boards = new CityBoards(shelf, cuts, new CityCalendars(), TimeProvider.System);
        var filter = new StepFilter(CityDay.Of(Year.From), CityDay.Of(Year.To));
        var arrays = new PlainArrays(steps);
        Console.WriteLine(FormattableString.Invariant($"{steps.Count:N0} steps, {cuts.By(filter, Dimension.Unit, Dimension.Procedure).Count:N0} groups by unit and procedure"));

        var plain = Median(options.Rounds, () => arrays.UnitByProcedure());
        var cut = Median(options.Rounds, () => cuts.By(filter, Dimension.Unit, Dimension.Procedure).Count);
        var (ahead, later) = Ahead(shelf);
        var first = Once(() => boards.Of(BoardSubject.City, Year).Counts.Count + boards.Parts(BoardSubject.City, Year, Dimension.Agency).Count);
        var people = Median(options.Rounds, () => cuts.By(filter, Dimension.Person, Dimension.Step).Count);
        var city = Median(options.Rounds, () => boards.Of(BoardSubject.City, Year).Counts.Count + boards.Parts(BoardSubject.City, Year, Dimension.Agency).Count);
        var agency = Median(options.Rounds, () => boards.Of(new(BoardKind.Agency, 3), Year).Counts.Count + boards.Parts(new(BoardKind.Agency, 3), Year, Dimension.Unit).Count);
        Tell("plain arrays, unit × procedure, one thread", plain);
        Tell("cut, unit × procedure", cut);
        Tell("  its processor time", Cpu(options.Rounds, () => cuts.By(filter, Dimension.Unit, Dimension.Procedure).Count));
        Tell("cut, person × step", people);
        Tell("  its processor time", Cpu(options.Rounds, () => cuts.By(filter, Dimension.Person, Dimension.Step).Count));
        Tell("city's board counted ahead, beside a start", ahead);
        Tell("  the first one asked for after that", later);
        Tell("  asked for before that, agencies alone", first);
        Tell("board of the city with its agencies", city);
        Tell("board of one agency with its units", agency);
        Ratio("measures-cut-ms", cut, "<=300");
        Ratio("measures-cut-person-step-ms", people, "<=300");
        Ratio("measures-cut-to-plain-arrays", cut / plain, "<=4");
        Ratio("measures-board-first-ms", later, "<=30");
        Ratio("measures-board-city-ms", city, "<=30");
        Ratio("measures-board-agency-ms", agency, "<=30");

        Duck(options.Rounds, steps, cuts, filter);
        var folder = Directory.CreateTempSubdirectory("minhbach-bench-measures-");
        try
        {
            if (options.Only is null or "sqlite") Sqlite(folder.FullName, steps, city);
            if (options.Only is null or "postgres") await PostgresAsync(steps, city, cut);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // As after a start: nothing is kept yet.
    private static (double Ahead, double Later) Ahead(HistoryShelf shelf)
    {
        var boards = new CityBoards(shelf, new StepCuts(shelf), new CityCalendars(), TimeProvider.System);
        using var counting = new CountAhead(boards, shelf, TimeProvider.System, NullLogger<CountAhead>.Instance);
        var ahead = Once(() =>
        {
            counting.Count(Year);
            return 0;
        });
        return (ahead, Once(() => boards.Of(BoardSubject.City, Year).Counts.Count + boards.Parts(BoardSubject.City, Year, Dimension.Agency).Count));
    }

    // In turns: a busy moment of the machine hits both alike.
    private static void Duck(int rounds, List<EndedStep> steps, StepCuts cuts, StepFilter filter)
    {
        using var duck = DuckDb.Of(steps);
        if (duck is null)
        {
            Console.WriteLine("DuckDB is not measured: \"npm ci\" in the checkout fetches its library on Linux x64.");
            return;
        }

        string Asked(params string[] durations) =>
            $"SELECT unit, procedure, count(*), sum(late), {string.Join(", ", durations.Select(duration => $"quantile_disc({duration}, [0.5, 0.9])"))} FROM step GROUP BY unit, procedure";
        var (one, two) = (Asked("work"), Asked("work", "wait"));
        Func<int>[] turns = [() => duck.Ask(one), () => duck.Ask(two), () => cuts.By(filter, Dimension.Unit, Dimension.Procedure).Count];
        var took = turns.Select(_ => new double[rounds]).ToArray();
        foreach (var turn in turns) turn();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < turns.Length; i++) took[i][round] = Once(turns[i]);
        }

        double Over(int other) => Middle([.. took[2].Zip(took[other], (mine, its) => mine / its)]);
        Tell($"DuckDB {DuckDb.Version}, unit × procedure, one duration", Middle(took[0]));
        Tell("the same, two durations as the cut has", Middle(took[1]));
        Tell("cut, unit × procedure, in turns with it", Middle(took[2]));
        Ratio("measures-cut-over-duckdb", Over(0), "<=3");
        Ratio("measures-cut-over-duckdb-two-durations", Over(1), "<=3");
    }

    // SQLite has no quantiles: counts and sums alone.
    private static void Sqlite(string folder, List<EndedStep> steps, double city)
    {
        using var connection = InDatabase.Sqlite(folder, steps);
        var board = Median(3, () => Ask(connection, "SELECT agency, count(*), sum(late), avg(work) FROM step GROUP BY agency"));
        Tell("SQLite, GROUP BY agency, no quantiles", board);
        Ratio("measures-board-over-sqlite", board / city, ">=20");
    }

    private static async Task PostgresAsync(List<EndedStep> steps, double city, double cut)
    {
        await using var server = await PostgresServer.StartAsync();
        if (server is null)
        {
            Console.WriteLine("PostgreSQL is not measured: initdb and pgbench are not here.");
            return;
        }

        await using (var connection = await InDatabase.PostgresAsync(server.ConnectionString("postgres"), steps))
        {
            const string Figures = "count(*), sum(late), percentile_disc(0.5) WITHIN GROUP (ORDER BY work), percentile_disc(0.9) WITHIN GROUP (ORDER BY work)";
            var board = Median(3, () => Ask(connection, $"SELECT agency, {Figures} FROM step GROUP BY agency"));
            var adHoc = Median(3, () => Ask(connection, $"SELECT unit, procedure, {Figures} FROM step GROUP BY unit, procedure"));
            Tell("PostgreSQL, GROUP BY agency", board);
            Tell("PostgreSQL, GROUP BY unit, procedure", adHoc);
            Ratio("measures-board-over-postgres", board / city, ">=20");
            Ratio("measures-cut-over-postgres", adHoc / cut, ">=20");
        }

        NpgsqlConnection.ClearAllPools();
    }

    private static int Ask(DbConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = 0;
        while (reader.Read()) rows++;
        return rows;
    }

    private static List<EndedStep> Make()
    {
        var dice = Dice.For(seed: 4, index: 1);
        var steps = new List<EndedStep>(Steps);
        for (var i = 0; i < Steps; i++)
        {
            // A unit has thirty procedures, and each of its people five of them.
            var unit = dice.Between(1, 600);
            var person = dice.Between(0, 11);
            var procedure = ((unit * 7) + (person * 5) + dice.Between(0, 4)) % 300;
            steps.Add(new(
                i / 5, procedure + 1, "n" + dice.Between(1, 6), "Bước", (unit % 140) + 1, unit, (unit * 12) + person, CityDay.Of(First.PlusDays((int)(364L * i / Steps))),
                dice.Between(0, 40_000), dice.Between(0, 60_000), StepEnd.Done, (Kept)dice.Between(0, 2)));
        }

        return steps;
    }

    private static HistoryShelf Shelve(List<EndedStep> steps)
    {
        var data = new HistoryData();
        foreach (var step in steps) data.Ended(step);
        for (var i = 0; i < Dossiers; i++)
            data.Ended(new EndedDossier(i, (i % 300) + 1, (i % 140) + 1, CityDay.Of(First.PlusDays((int)(364L * i / Dossiers))), DossierEnd.Completed, 5, 3, 0, (byte)(i % 20 == 0 ? 1 : 0), 0, 0, 1, 3));
        var shelf = new HistoryShelf(new CityCalendars());
        shelf.Resume(JournalPosition.Start, null, new([.. data.StepNames.All], [.. data.Desks.All], [.. data.People.All]), [.. data.Steps.Blocks.Select(block => block.ToArray())], [.. data.Dossiers.Blocks.Select(block => block.ToArray())], new([], new(), new()));
        return shelf;
    }

    private static double Once(Func<int> ask)
    {
        var begun = Stopwatch.GetTimestamp();
        ask();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double Median(int rounds, Func<int> ask)
    {
        ask();
        var took = new double[rounds];
        for (var i = 0; i < rounds; i++) took[i] = Once(ask);
        return Middle(took);
    }

    private static double Cpu(int rounds, Func<int> ask)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < rounds; i++) ask();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / rounds;
    }

    private static double Middle(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Tell(string name, double milliseconds) => Console.WriteLine(FormattableString.Invariant($"{name,-48}{milliseconds,10:N1} ms"));

    private static void Ratio(string name, double value, string goal) => Console.WriteLine(FormattableString.Invariant($"ratio {name} {value:0.##} goal {goal}"));
}

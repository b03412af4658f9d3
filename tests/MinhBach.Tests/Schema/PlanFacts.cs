using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using MinhBach.Tests.Strangers;
using Npgsql;

namespace MinhBach.Tests.Schema;

/// <summary>
/// How the databases answer what the pages ask, kept beside this file so that a lost index is seen. Asked of an empty
/// database, whose plans depend on its schema alone. <c>MINHBACH_WRITE_PLANS=1</c> writes them anew.
/// </summary>
public sealed partial class PlanFacts
{
    // They grow with every dossier; nobody may read all of one.
    private static readonly string[] Growing =
        ["dossiers_dossier", "dossiers_task", "dossiers_applicant", "dossiers_paper", "dossiers_file", "dossiers_timer", "journal_entry", "kernel_idempotency", "monitoring_fact", "monitoring_finding"];

    private static readonly string[] People = ["", "mot-cua", "chuyen-vien", "lanh-dao", "noi-vu"];

    [Theory, BothDatabases]
    public async Task Pages_ask_by_index(DatabaseKind kind)
    {
        var asked = await AskAsync(kind);
        Assert.True(asked.Count >= 30, $"Only {asked.Count} queries were heard.");
        var plans = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await using (var empty = await TestCity.StartEmptyAsync(kind, demo: false))
        {
            await using var connection = await empty.Service<CityDatabase>().OpenAsync(TestContext.Current.CancellationToken);
            if (kind == DatabaseKind.Postgres) await ExecuteAsync(connection, "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");
            // On PostgreSQL a history is read from a table for each month: their names change with the calendar.
            foreach (var (text, query) in asked.Where(one => kind == DatabaseKind.Sqlite || !one.Key.Contains("journal_entry", StringComparison.Ordinal))) plans.Add(text, await PlanAsync(connection, query));
        }

        // Whoever asks for none of an empty list reads nothing, whatever the plan says.
        foreach (var nothing in plans.Keys.Where(text => text.Contains(" WHERE 0 ", StringComparison.Ordinal) || text.Contains(" WHERE FALSE ", StringComparison.Ordinal)).ToList()) plans.Remove(nothing);
        var file = Kept(kind);
        if (Environment.GetEnvironmentVariable("MINHBACH_WRITE_PLANS") == "1") await File.WriteAllTextAsync(file, Text(plans), TestContext.Current.CancellationToken);
        Assert.Empty(plans.Where(plan => WholeTables(plan.Key, plan.Value).Intersect(Growing, StringComparer.Ordinal).Any()).Select(plan => plan.Key + "\n" + plan.Value));
        var kept = Read(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.True(kept.Count >= 30, "Hardly any plan is kept.");
        foreach (var (text, plan) in plans.Where(plan => kept.ContainsKey(plan.Key))) Assert.Equal(kept[text], plan);
        Assert.True(kept.Keys.Except(plans.Keys, StringComparer.Ordinal).Take(kept.Count / 2).Count() < kept.Count / 2, "Most of the kept queries are asked no more: write the plans anew.");
    }

    // A city with dossiers at several stages, walked through by all sorts of people.
    private static async Task<IReadOnlyDictionary<string, AskedQuery>> AskAsync(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var waiting = await ward.SubmitAsync();
        var received = await ward.SubmitAsync(receive: true);
        using var queries = new AskedQueries(city.Service<CityDatabase>());
        foreach (var person in People)
        {
            using var visitor = person.Length == 0 ? city.Visitor() : await city.SignInAsync(person);
            foreach (var code in (string[])[waiting.Code, received.Code])
            {
                foreach (var path in CityEndpoints.Of(city).Select(pattern => CityEndpoints.Fill(pattern, code)).Distinct(StringComparer.Ordinal).Where(path => path != "/dang-xuat"))
                {
                    using var answer = await visitor.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
                }
            }

            foreach (var path in (string[])["/viec?tim=Hạnh", "/viec?tim=" + received.Code, "/viec?the=don-vi", "/viec?the=ho-so", "/viec?the=xong", "/viec?trang-thai=3", "/viec?kenh=1", "/viec?thu-tuc=1.001193"]) await visitor.GetAsync(path);
        }

        using (var citizen = city.Visitor())
        {
            using var secret = new FormUrlEncodedContent([new("Secret", city.Service<TrackingSecrets>().Of(received.Id))]);
            using var full = await citizen.Client.PostAsync(new Uri("/tra-cuu/" + received.Code, UriKind.Relative), secret, TestContext.Current.CancellationToken);
        }

        return queries.All;
    }

    private static async Task<string> PlanAsync(DbConnection connection, AskedQuery query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = (connection is SqliteConnection ? "EXPLAIN QUERY PLAN " : "EXPLAIN (COSTS OFF) ") + query.Text;
        foreach (var parameter in query.Parameters) command.Parameters.Add(parameter is NpgsqlParameter postgres ? postgres.Clone() : parameter);
        var plan = new StringBuilder();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var line = reader.GetString(connection is SqliteConnection ? 3 : 0);
            // Of PostgreSQL's plan only how each table is reached: what is done above that depends on how much there is.
            if (connection is SqliteConnection) plan.Append("  ").Append(line).Append('\n');
            else if (Reached().Match(line) is { Success: true } scan) plan.Append("  ").Append(scan.Value).Append('\n');
        }

        command.Parameters.Clear();
        return plan.ToString();
    }

    // SQLite: "SCAN d" without an index, by the alias; PostgreSQL: "Seq Scan on dossiers_dossier".
    private static IEnumerable<string> WholeTables(string query, string plan) => plan.Split('\n').Select(line => Whole().Match(line)).Where(match => match.Success).Select(match =>
    {
        var named = match.Groups["table"].Value;
        return Aliases().Matches(query).FirstOrDefault(alias => alias.Groups["alias"].Value == named)?.Groups["table"].Value ?? named;
    });

    private static string Text(SortedDictionary<string, string> plans) => string.Concat(plans.Select(plan => plan.Key + "\n" + plan.Value + "\n"));

    private static Dictionary<string, string> Read(string text) => text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split('\n', 2)).ToDictionary(parts => parts[0], parts => parts.Length > 1 ? parts[1].TrimEnd('\n') + "\n" : "", StringComparer.Ordinal);

    private static string Kept(DatabaseKind kind, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Plans", kind == DatabaseKind.Sqlite ? "sqlite.txt" : "postgres.txt");

    private static async Task ExecuteAsync(DbConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"(Seq|Index|Index Only|Bitmap Index) Scan( Backward)?( using ""?\w+""?)? on ""?\w+""?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reached();

    [GeneratedRegex("\"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aliases();

    [GeneratedRegex(@"^\s*(Seq Scan on (?<table>\w+)|SCAN (?<table>\w+))\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach.DemoCity;
using MinhBach.Dossiers;
using MinhBach.Dossiers.Check;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.History;
using MinhBach.Organization;
using MinhBach.Organization.Calendars;
using MinhBach.Procedures;
using MinhBach.Testing;
using MinhBach.Tests.Monitoring;
using MinhBach.Tests.Monitoring.History;
using MinhBach.Tests.Schema;
using NodaTime;

namespace MinhBach.Tests.DemoCity;

public sealed class DemoCityFacts
{
    private static readonly DemoCityPlan Small = new() { Dossiers = 300, Months = 6, Seed = 7, Until = Instant.FromUtc(2026, 11, 20, 8, 0) };
    private static readonly Lazy<Task<string>> SqliteDigest = new(async () =>
    {
        await using var city = await MakeAsync(DatabaseKind.Sqlite);
        return await city.DigestAsync();
    });

    [Theory, BothDatabases]
    public async Task The_same_plan_makes_the_same_city_and_it_is_sound(DatabaseKind kind)
    {
        await using var city = await MakeAsync(kind);

        Assert.Equal(300, city.Made.Dossiers);
        Assert.Empty(city.Made.Broken);
        Assert.InRange(city.Made.OnTimeRate!.Value, 0.93, 0.999);
        Assert.InRange(city.Made.OnlineShare, 0.9, 0.99);
        Assert.InRange(city.Made.Supplements, 5, 45);
        Assert.Empty((await city.App.Services.GetRequiredService<CheckDossiers>().RunAsync()).Findings);
        await NobodyWorksOnDaysOffAsync(city);
        await NothingIsLeftOutForSpeedAsync(kind, city);
        Assert.Equal(await SqliteDigest.Value, await city.DigestAsync());
    }

    [Fact]
    public async Task What_simulated_people_hand_in_would_pass_the_forms()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        var today = city.Service<TimeProvider>().Now().DateInCity();
        var demand = new Demand(city.Service<ProcedureCatalog>(), city.Service<OrganizationLookup>().Current, seed: 1, today);

        for (var index = 0; index < 2_000; index++)
        {
            var dice = Dice.For(seed: 3, index);
            var want = demand.Draw(dice);
            var submission = MinhBach.DemoCity.Applicants.Submission(want, dice);
            foreach (var field in want.Procedure.Form.Sections.SelectMany(section => section.Fields))
                Assert.Null(FieldChecks.Of(field, submission.Answers.GetValueOrDefault(field.Key) ?? "", today));
        }
    }

    // On SQLite the city is made beside the real file and moved into its place: whoever writes next must write to what was moved.
    [Theory, BothDatabases]
    public async Task What_is_written_after_the_making_is_there_after_a_restart(DatabaseKind kind)
    {
        await using var city = await MakeAsync(kind, Small with { Dossiers = 10, Months = 1 });
        var person = city.App.Services.GetRequiredService<OrganizationLookup>().Current.Data.People[0];

        await city.App.Services.GetRequiredService<WatchDossier>().RunAsync(person.Id, new(1), watch: true);

        Assert.Equal(1, await city.CountAfterRestartAsync("SELECT count(*) FROM dossiers_watch"));
    }

    private static async Task NobodyWorksOnDaysOffAsync(MadeCity city)
    {
        var reader = city.App.Services.GetRequiredService<JournalReader>();
        var position = JournalPosition.Start;
        var seen = 0;
        while (await reader.AfterAsync(position, 1_000) is [.., var last] entries)
        {
            foreach (var entry in entries.Where(entry => entry is { Stream: "dossier", Actor.Kind: ActorKind.Official }))
            {
                var local = entry.At.InZone(CityTime.Zone);
                Assert.True(VietnamCalendars.National.IsWorkingDay(local.Date), $"{entry.Actor.Name} works on {local.Date}.");
                Assert.Contains(VietnamCalendars.National.SessionsOn(local.Date), session => local.TimeOfDay >= session.Start && local.TimeOfDay < session.End);
                seen++;
            }

            position = last.Position;
        }

        Assert.True(seen > 1_000);
    }

    // Figures are held in memory and indexes are put back at the end: both have to be what they would have been.
    private static async Task NothingIsLeftOutForSpeedAsync(DatabaseKind kind, MadeCity city)
    {
        var held = await city.FactsAsync();
        await city.App.Services.GetRequiredService<JournalPump>().RebuildAsync(city.App.Services.GetRequiredService<IJournalConsumer>());
        Assert.Equal(300, held.Count);
        Assert.Equal(await city.FactsAsync(), held);
        await OneReadingGivesTheSameFiguresAsync(city, held);
        if (kind == DatabaseKind.Postgres) return;
        await using var fresh = await TestCity.StartAsync(kind);
        await using var made = await city.App.Services.GetRequiredService<CityDatabase>().OpenAsync();
        await using var plain = await fresh.Service<CityDatabase>().OpenAsync();
        Assert.Equal(await SchemaText.OfSqliteAsync(plain), await SchemaText.OfSqliteAsync(made));
    }

    // More entries than one page of the journal holds, folded beside each other: each has to come to what it comes to alone.
    private static async Task OneReadingGivesTheSameFiguresAsync(MadeCity city, IReadOnlyList<string> facts)
    {
        var services = city.App.Services;
        await services.RebuildMonitoringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(facts, await city.FactsAsync());

        var alone = new HistoryShelf(services.GetRequiredService<CityCalendars>());
        alone.Take(await services.GetRequiredService<JournalReader>().AfterAsync(JournalPosition.Start, 100_000, TestContext.Current.CancellationToken));
        Assert.True(alone.Data.Steps.Count > 1_000);
        Assert.Equal(HistoryFacts.Digest(alone), HistoryFacts.Digest(services.GetRequiredService<HistoryShelf>()));
    }

    private static async Task<MadeCity> MakeAsync(DatabaseKind kind, DemoCityPlan? plan = null)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var folder = kind == DatabaseKind.Sqlite
            ? Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!
            : Directory.CreateTempSubdirectory("minhbach-test-").FullName;
        var options = new CityOptions { DataFolder = folder, Database = kind == DatabaseKind.Postgres ? database.ConnectionString : null };
        var app = City.Build(options, builder => builder.Logging.ClearProviders());
        var made = await CityStart.FillAsync(app, options, plan ?? Small, new Progress<StartProgress>());
        await app.Services.CatchUpAsync();
        return new(database, app, made!);
    }

    private sealed class MadeCity(TestDatabase database, WebApplication app, DemoCitySummary made) : IAsyncDisposable
    {
        // Everything that people see; ids are the databases' own affair.
        private static readonly string[] Contents =
        [
            """
            SELECT d.code, d.case_key, d.field, d.channel, d.status, d.submitted_at, d.received_at, d.first_due_date, d.due_at, d.completed_at, d.returned_at, d.outcome,
                   d.revision, a.name, a.national_id, a.phone, a.address, a.answers
            FROM dossiers_dossier d JOIN dossiers_applicant a ON a.dossier_id = d.id ORDER BY d.code
            """,
            """
            SELECT d.code, t.task, t.node, t.name, t.person_name, t.opened_at, t.claimed_at, t.due_at, t.ended_at, t.ended_by_name, t.ending, t.note
            FROM dossiers_task t JOIN dossiers_dossier d ON d.id = t.dossier_id ORDER BY d.code, t.task
            """,
        ];

        public WebApplication App => app;

        public DemoCitySummary Made => made;

        public async Task<string> DigestAsync()
        {
            var text = new StringBuilder();
            await using var connection = await app.Services.GetRequiredService<CityDatabase>().OpenAsync();
            foreach (var content in Contents)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = content;
                await using var reader = await command.ExecuteReaderAsync();
                var rows = new List<string>();
                while (await reader.ReadAsync())
                    rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "" : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture))));
                // The two databases sort text by different rules.
                rows.Sort(StringComparer.Ordinal);
                text.AppendJoin('\n', rows);
            }

            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }

        public async Task<List<string>> FactsAsync()
        {
            await using var connection = await app.Services.GetRequiredService<CityDatabase>().OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                SELECT dossier_id, agency_id, field, procedure_id, version_id, channel, online_level, submitted_on, status, received_on, completed_on,
                  returned_on, left_on, first_due, dues, waits, outcome, worked_seconds, running_from FROM monitoring_dossier ORDER BY dossier_id
                """;
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))));
            return rows;
        }

        public async Task<long> CountAfterRestartAsync(string query)
        {
            var options = app.Services.GetRequiredService<CityOptions>();
            await app.DisposeAsync();
            await using var again = City.Build(options, builder => builder.Logging.ClearProviders());
            await again.PrepareAsync();
            await using var connection = await again.Services.GetRequiredService<CityDatabase>().OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = query;
            return (long)(await command.ExecuteScalarAsync())!;
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            Npgsql.NpgsqlConnection.ClearAllPools();
            await database.DisposeAsync();
        }
    }
}

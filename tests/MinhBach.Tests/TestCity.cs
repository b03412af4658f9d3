using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MinhBach.Accounts;
using MinhBach.Accounts.Demo;
using MinhBach.Kernel;
using MinhBach.Organization.Starter;
using MinhBach.Procedures.Starter;
using MinhBach.Testing;
using MinhBach.Transparency.Grow;
using MinhBach.Transparency.Statistics;
using Npgsql;

namespace MinhBach.Tests;

/// <summary>
/// The whole application on a database of its own: a copy of a template with the schema, the starter organisation and the
/// demo accounts. <see cref="SharedAsync"/> for tests that only add, <see cref="StartAsync"/> for tests that move the clock
/// or change what others see.
/// </summary>
public sealed class TestCity : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestDatabase>>> Templates = new();
    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestCity>>> Shared = new();

    private readonly TestDatabase database;
    private readonly string folder;
    private bool joined;

    private TestCity(TestDatabase database, WebApplication app, TestClock clock, string folder)
    {
        this.database = database;
        this.folder = folder;
        App = app;
        Clock = clock;
    }

    public WebApplication App { get; }

    public TestClock Clock { get; }

    public IServiceProvider Services => App.Services;

    public DatabaseKind Kind => database.Kind;

    /// <summary>One city per process and database, for tests that leave each other alone.</summary>
    public static Task<TestCity> SharedAsync(DatabaseKind kind) =>
        Shared.GetOrAdd(kind, kind => new(() => StartAsync(kind))).Value;

    /// <summary>Stops the cities that tests shared, while their databases are still there.</summary>
    public static async Task StopSharedAsync()
    {
        foreach (var city in Shared.Values) await (await city.Value).DisposeAsync();
    }

    /// <summary>A city of one's own; dispose of it.</summary>
    public static async Task<TestCity> StartAsync(DatabaseKind kind, Action<WebApplicationBuilder>? adjust = null)
    {
        var template = await Templates.GetOrAdd(kind, kind => new(() => MakeTemplateAsync(kind))).Value;
        return await OpenAsync(await TestDatabase.CreateAsync(kind, template), adjust);
    }

    /// <summary>A city with a schema and nothing in it.</summary>
    public static async Task<TestCity> StartEmptyAsync(DatabaseKind kind, bool demo = true) =>
        await OpenAsync(await TestDatabase.CreateAsync(kind), demo: demo);

    /// <summary>One more node on the same PostgreSQL; dispose of it before the first.</summary>
    public async Task<TestCity> JoinAsync(Action<WebApplicationBuilder>? adjust = null)
    {
        var node = await OpenAsync(database, adjust);
        node.joined = true;
        return node;
    }

    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Runs something with scoped services.</summary>
    public async Task<TResult> ScopedAsync<T, TResult>(Func<T, Task<TResult>> use)
        where T : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>Somebody who is not signed in; or the same browser, whose request meets this node now.</summary>
    public Visitor Visitor(Visitor? sameBrowserAs = null) => new(App.GetTestServer(), sameBrowserAs);

    /// <summary>Somebody signed in to a demo account, by its key such as <c>mot-cua</c> (see <see cref="DemoAccounts"/>).</summary>
    public async Task<Visitor> SignInAsync(string key)
    {
        var visitor = Visitor();
        var page = await visitor.GetAsync("/dang-nhap");
        var title = DemoAccounts.All.Single(account => account.Key == key).Title;
        var after = await visitor.SubmitAsync(page, "Dùng tài khoản này: " + title);
        Assert.Equal("/tai-khoan", after.Path);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        if (joined)
        {
            Directory.Delete(folder, recursive: true);
            return;
        }

        if (Kind == DatabaseKind.Postgres)
        {
            await using var pooled = new NpgsqlConnection(database.ConnectionString);
            NpgsqlConnection.ClearPool(pooled);
            Directory.Delete(folder, recursive: true);
        }

        await database.DisposeAsync();
    }

    private static async Task<TestCity> OpenAsync(TestDatabase database, Action<WebApplicationBuilder>? adjust = null, bool demo = true)
    {
        var folder = database.Kind == DatabaseKind.Sqlite
            ? Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!
            : Directory.CreateTempSubdirectory("minhbach-test-").FullName;
        var clock = new TestClock();
        var app = City.Build(
            new CityOptions { DataFolder = folder, Database = database.Kind == DatabaseKind.Postgres ? database.ConnectionString : null, Demo = demo },
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                // The test server sets no limits of its own, which both would warn of at every form.
                builder.Logging.AddFilter("Microsoft.AspNetCore.Mvc.Filters.RequestSizeLimitFilter", LogLevel.Error);
                builder.Logging.AddFilter("Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", LogLevel.Error);
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                builder.Services.Configure<AccountOptions>(options => options.AttemptsPerMinute = 1_000_000);
                builder.SendNobodyAway();
                PublishByHand(builder.Services);
                adjust?.Invoke(builder);
            });
        await app.PrepareAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(database, app, clock, folder);
    }

    // Tests move the clock to and fro, and copy databases without the folder beside them: each publishes when it wants to.
    private static void PublishByHand(IServiceCollection services)
    {
        foreach (var clock in services.Where(service => service.ImplementationType == typeof(LogClock) || service.ImplementationType == typeof(FiguresClock)).ToList()) services.Remove(clock);
    }

    private static async Task<TestDatabase> MakeTemplateAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var city = await OpenAsync(database);
        await city.Service<OrganizationSeeder>().SeedAsync(post => new($"{post.Post.Name} {post.Number} {post.Agency.Code}", "024 0000 0000"), demo: true);
        await city.ScopedAsync<DemoAccountSeeder, int>(seeder => seeder.SeedAsync());
        await city.Service<InstallStarterCatalogue>().RunAsync(Actor.System);
        await city.App.StopAsync();
        await city.App.DisposeAsync();
        // A PostgreSQL template may have no connection left while it is copied.
        NpgsqlConnection.ClearAllPools();
        return database;
    }
}

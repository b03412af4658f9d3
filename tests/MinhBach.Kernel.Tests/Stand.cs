using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach.Testing;

namespace MinhBach.Kernel.Tests;

[JournalEvent("stand.counted")]
internal sealed record Counted(long Number, string Note = "");

/// <summary>A kernel on a database of its own, with the schema made from the model.</summary>
internal sealed class Stand : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private Stand(TestDatabase database, ServiceProvider services) => (this.database, this.services) = (database, services);

    public WriteLanes Lanes => services.GetRequiredService<WriteLanes>();

    public JournalReader Journal => services.GetRequiredService<JournalReader>();

    public CityDatabase Database => services.GetRequiredService<CityDatabase>();

    public JournalPump Pump => services.GetRequiredService<JournalPump>();

    public static async Task<Stand> StartAsync(DatabaseKind kind, Action<IServiceCollection>? add = null, Action<KernelOptions>? options = null)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddKernel(
            kernel =>
            {
                if (kind == DatabaseKind.Postgres) kernel.Postgres = database.ConnectionString;
                kernel.DataFolder = kind == DatabaseKind.Sqlite
                    ? Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!
                    : Path.GetTempPath();
                options?.Invoke(kernel);
            },
            typeof(Stand).Assembly);
        add?.Invoke(services);
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<CityDatabase>().PrepareAsync();
        return new(database, provider);
    }

    public Task<long> AppendAsync(long number, Func<WriteSession, Task>? then = null) => Lanes.RunAsync(number, async session =>
    {
        var sequence = await session.AppendAsync("stand", number, previous: null, new Counted(number), Actor.System);
        if (then is not null) await then(session);
        return sequence;
    });

    /// <summary>
    /// The journal from its start, once nothing older can still commit: other databases of the same PostgreSQL server share
    /// its transaction ids, so a test beside this one may hold the newest entries back for a moment.
    /// </summary>
    public async Task<IReadOnlyList<JournalEntry>> EntriesAsync(int count)
    {
        for (var tries = 0; ; tries++)
        {
            var entries = await Journal.AfterAsync(JournalPosition.Start, 10_000, TestContext.Current.CancellationToken);
            if (entries.Count >= count || tries == 300) return entries;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}

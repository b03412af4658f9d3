using MinhBach.Kernel;

namespace MinhBach.DemoCity;

/// <summary>
/// Takes away what people's lists are found by while a city is made, for nobody looks, and puts it back at the end: sorting
/// once costs a fifth of keeping order through millions of changes. On SQLite only, where a city that is not finished is thrown
/// away with its file; on PostgreSQL an interruption would leave a real database without its indexes.
/// </summary>
internal sealed class LateIndexes(CityDatabase database, WriteLanes lanes)
{
    // The making itself asks which clocks are due.
    private static readonly string[] Needed = ["IX_dossiers_timer_due_at"];

    private List<string> taken = [];

    /// <summary>Takes them away.</summary>
    public Task TakeAsync() => database.Kind == DatabaseKind.Postgres ? Task.CompletedTask : lanes.RunAsync(0, async session =>
    {
        var found = await session.Sql("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name LIKE 'dossiers\\_%' ESCAPE '\\'")
            .ListAsync(row => (Name: row.GetString(0), Text: row.GetString(1)));
        var late = found.Where(index => !Needed.Contains(index.Name, StringComparer.Ordinal)).ToList();
        foreach (var (name, _) in late) await session.Sql($"DROP INDEX \"{name}\"").RunAsync();
        taken = late.ConvertAll(index => index.Text);
        return true;
    });

    /// <summary>Puts them back.</summary>
    public async Task PutBackAsync()
    {
        foreach (var text in taken) await lanes.RunAsync(0, async session => await session.Sql(text).RunAsync());
    }
}

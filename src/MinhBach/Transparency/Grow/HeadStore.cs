using MinhBach.Kernel;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Grow;

/// <summary>Keeps the newest signed checkpoint where the city's work is kept.</summary>
internal sealed class HeadStore(CityDatabase database, WriteLanes lanes)
{
    /// <summary>The newest checkpoint; null where nothing was signed yet.</summary>
    public async Task<SignedNote?> FindAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT note FROM transparency_head";
        return await command.ExecuteScalarAsync(cancellation) is string note ? SignedNote.Parse(note) : null;
    }

    /// <summary>Keeps a checkpoint; false when one of as many entries or more is kept already.</summary>
    public Task<bool> KeepAsync(SignedNote note, CancellationToken cancellation) => lanes.RunAsync(0, async session =>
        await session.Sql("""
            INSERT INTO transparency_head (id, size, note, at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (id) DO UPDATE SET size = excluded.size, note = excluded.note, at = excluded.at WHERE transparency_head.size < excluded.size
            """)
            .WithInt(HeadRow.Only).With(Checkpoint.Parse(note.Text).Size).With(note.ToString()).With(session.Now).RunAsync() == 1, cancellation);
}

using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Takes a file back out of a draft; its content goes when no other dossier has it.</summary>
internal sealed class RemoveFile(WriteLanes lanes, FileShelf shelf)
{
    /// <summary>Whether the draft had it.</summary>
    public Task<bool> RunAsync(string draft, long file) => lanes.RunAsync(0, async session =>
    {
        var sha256 = await session.Sql("SELECT sha256 FROM dossiers_file WHERE id = $1 AND draft = $2").With(file).With(draft).FirstAsync(row => row.GetString(0));
        if (sha256 is null) return false;
        await session.Sql("DELETE FROM dossiers_file WHERE id = $1").With(file).RunAsync();
        var others = await session.Sql("SELECT COUNT(*) FROM dossiers_file WHERE sha256 = $1").With(sha256).FirstAsync(row => row.GetInt64(0));
        if (others == 0) session.OnCommitted(() => shelf.Discard(sha256));
        return true;
    });
}

using System.Text;
using MinhBach.Kernel;
using MinhBach.Transparency.Enter;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Grow;

/// <summary>Mends the files of the log from the entries that the city keeps, and the entries from the files.</summary>
internal sealed class RepairLog(EntryStore entries, WriteLanes lanes, LogHome home, ILogger<RepairLog> log)
{
    private const int AtOnce = 4_096;

    /// <summary>Looks at every file; makes those anew that are lost, cut off or altered.</summary>
    /// <returns>What was found.</returns>
    /// <exception cref="LogException">The entries that are kept are not those that were signed: nothing was changed.</exception>
    public async Task<IReadOnlyList<LogDamage>> RunAsync(LogFolder folder, TreeHead head, CancellationToken cancellation)
    {
        var found = await FindAsync(folder, head, cancellation);
        if (found.Count == 0) return found;
        var scratch = home.Folder + ".mending";
        if (Directory.Exists(scratch)) Directory.Delete(scratch, recursive: true);
        try
        {
            var made = await MakeAsync(scratch, head, cancellation);
            // What lies below a file that is gone is seen once it is back.
            for (var rest = found; rest.Count > 0; found = [.. found, .. rest]) rest = await MendAsync(folder, made, head, rest, cancellation);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }

        return found;
    }

    /// <summary>Takes entries from the tiles that the database does not have any more.</summary>
    public async Task BringBackAsync(LogFolder folder, TreeHead head, CancellationToken cancellation)
    {
        var (count, _) = await entries.EndAsync(cancellation);
        log.LogError("The database has {Count} entries of the public log, {Size} were published: it was set back. The published ones are taken back from the tiles.", count, head.Size);
        foreach (var bundle in new LogCheck(folder, head).Run(count, cancellation))
        {
            if (bundle.Damage is [var broken, ..]) throw new LogException($"{broken.Path} {broken.What}, and the database does not have these entries any more. Bring the file back from a mirror.");
            var rows = bundle.Entries.Select((entry, place) => Row(bundle.FirstIndex + place, entry.Span)).Where(row => row.Position >= count).ToList();
            await lanes.RunAsync(0, async session => await EntryStore.AddAsync(session, rows[0].Position, LogEntryJson.Read(Encoding.UTF8.GetBytes(rows[0].Content)).Logged, rows, []), cancellation);
        }
    }

    private async Task<List<LogDamage>> FindAsync(LogFolder folder, TreeHead head, CancellationToken cancellation)
    {
        var damage = await Task.Run(() => new LogCheck(folder, head).Run(cancellation: cancellation).SelectMany(bundle => bundle.Damage).ToList(), cancellation);
        foreach (var (path, what) in damage) log.LogError("The file {Path} of the public log: {What}. It is made anew.", path, what);
        return damage;
    }

    private async Task<List<LogDamage>> MendAsync(LogFolder folder, LogFolder made, TreeHead head, List<LogDamage> damage, CancellationToken cancellation)
    {
        foreach (var path in damage.Select(one => one.Path).Distinct(StringComparer.Ordinal))
            folder.Replace(path, made.Read(path) ?? throw new LogException($"{path} cannot be made of the entries that are kept."));
        return await FindAsync(folder, head, cancellation);
    }

    private static EntryRow Row(long position, ReadOnlySpan<byte> leaf)
    {
        var entry = LogEntryJson.Read(leaf);
        return new() { Position = position, Content = Encoding.UTF8.GetString(leaf), Topic = entry.Case is null && entry.Type != EntryTypes.Sealed ? entry.Type : null, Agency = entry.Agency, Procedure = entry.Procedure };
    }

    private async Task<LogFolder> MakeAsync(string path, TreeHead head, CancellationToken cancellation)
    {
        var made = new LogFolder(path);
        using var writer = LogWriter.Open(made, TreeHead.Empty);
        while (writer.Size < head.Size)
        {
            var more = await entries.FromAsync(writer.Size, (int)Math.Min(AtOnce, head.Size - writer.Size), cancellation);
            if (more.Count == 0) throw new LogException($"The database has {writer.Size} entries of the public log, {head.Size} were signed.");
            foreach (var entry in more) writer.Append(Encoding.UTF8.GetBytes(entry));
        }

        return writer.Commit().Root == head.Root ? made : throw new LogException("The entries in the database are not those that were signed: somebody has changed them. Run “minhbach check”, and bring the database back from a copy.");
    }
}

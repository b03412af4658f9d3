namespace MinhBach.TransparencyLog.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("minhbach-tlog-").FullName;

    public LogFolder Log => new(Path.Combine(FullPath, "log"));

    /// <summary>A log of the naive tree's entries, committed at the given sizes.</summary>
    public TreeHead Grow(TreeHead from, params int[] sizes)
    {
        using var writer = LogWriter.Open(Log, from);
        foreach (var size in sizes)
        {
            while (writer.Size < size)
                writer.Append(NaiveTree.Entry((int)writer.Size));
            writer.Commit();
        }

        return writer.Committed;
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}

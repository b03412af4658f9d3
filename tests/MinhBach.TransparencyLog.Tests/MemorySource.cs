namespace MinhBach.TransparencyLog.Tests;

/// <summary>A log's files in memory, to be spoilt.</summary>
internal sealed class MemorySource : ILogSource
{
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public byte[]? Read(string path) => Files.GetValueOrDefault(path);

    public static MemorySource Of(LogFolder folder)
    {
        var source = new MemorySource();
        foreach (var file in Directory.EnumerateFiles(folder.FullPath, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder.FullPath, file);
            if (!path.StartsWith('.')) source.Files.Add(path, File.ReadAllBytes(file));
        }

        return source;
    }
}

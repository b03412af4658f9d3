namespace MinhBach.TransparencyLog;

/// <summary>
/// A log's files in a folder, as a web server can serve them. A file appears whole or not at all: it is written aside and
/// then given its name. What lies aside after a crash is thrown away; what had its name before it was settled may be anything
/// after the power failed, and nobody was promised it.
/// </summary>
public sealed class LogFolder : ILogSource
{
    /// <summary>The file that holds the signed checkpoint.</summary>
    public const string CheckpointPath = "checkpoint";

    private const string AsideName = ".aside";

    // From here on one call that flushes the whole file system is cheaper than one for each file.
    private const int ManyFiles = 16;

    // What waits for its name is bounded, however much is appended at once.
    private const int MostWaiting = 2048;

    private readonly string _root;
    private readonly List<(string Aside, string Path)> _waiting = [];
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    /// <summary>A folder, which is made where it is not there yet.</summary>
    public LogFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _root = Path.GetFullPath(path);
        Directory.CreateDirectory(_root);
    }

    /// <summary>Its full path.</summary>
    public string FullPath => _root;

    private string Aside => Path.Combine(_root, AsideName);

    /// <inheritdoc/>
    public byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(PlaceOf(path));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new LogException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Replaces one file durably: after a crash it is the old one or the new one, whole.</summary>
    /// <param name="path">Below the folder.</param>
    /// <param name="bytes">What it holds from now on.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        Put(path, bytes);
        Settle();
    }

    /// <summary>Writes a file aside. It gets its name when this folder is settled.</summary>
    internal void Put(string path, ReadOnlySpan<byte> bytes)
    {
        if (_waiting.Count == MostWaiting) Settle();
        if (_waiting.Count == 0) Directory.CreateDirectory(Aside);
        var aside = Path.Combine(Aside, LogText.Text(_waiting.Count));
        using (var file = File.OpenHandle(aside, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            RandomAccess.Write(file, bytes, 0);
        _waiting.Add((aside, PlaceOf(path)));
    }

    /// <summary>Gives everything that was put here its names, and brings all of it onto the disk.</summary>
    internal void Settle()
    {
        if (_waiting.Count == 0) return;
        var many = _waiting.Count >= ManyFiles && OperatingSystem.IsLinux();
        // A file alone may take the place of one that was promised: it is on the disk before it does. Many are new ones, of a
        // commit that promises nothing before its end.
        if (!many) SyncFiles();
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (aside, place) in _waiting)
        {
            touched.Add(MakeFolderOf(place, touched));
            File.Move(aside, place, overwrite: true);
        }

        if (many) Posix.SyncFileSystem(_root);
        else foreach (var folder in touched) Posix.SyncFolder(folder);
        _waiting.Clear();
    }

    /// <summary>Throws away what was put here and has no name yet.</summary>
    internal void Discard()
    {
        _waiting.Clear();
        if (Directory.Exists(Aside)) Directory.Delete(Aside, recursive: true);
    }

    /// <summary>Removes the partial forms of a tile whose full form is there.</summary>
    internal void RemovePartials(Tile tile)
    {
        var folder = PlaceOf(tile.PartialFolder);
        if (!Directory.Exists(folder)) return;
        Directory.Delete(folder, recursive: true);
        _folders.Remove(folder);
    }

    /// <summary>Keeps every other writer out, of this process and of others, until it is disposed of.</summary>
    /// <exception cref="LogHeldException">Another writer has the folder.</exception>
    internal FileStream Lock()
    {
        try
        {
            return new FileStream(Path.Combine(_root, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException held)
        {
            throw new LogHeldException($"Another writer has the log in {_root}.", held);
        }
    }

    private string PlaceOf(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var place = Path.GetFullPath(Path.Combine(_root, path));
        return place.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? place
            : throw new ArgumentException($"'{path}' does not lie in the log's folder.", nameof(path));
    }

    private void SyncFiles()
    {
        foreach (var (aside, _) in _waiting)
        {
            using var file = File.OpenHandle(aside, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(file);
        }
    }

    /// <summary>Makes the folder of a file; a folder that was made is a new name in the one above it.</summary>
    private string MakeFolderOf(string place, HashSet<string> touched)
    {
        var folder = Path.GetDirectoryName(place)!;
        if (_folders.Contains(folder)) return folder;
        var missing = new Stack<string>();
        for (var at = folder; !Directory.Exists(at); at = Path.GetDirectoryName(at)!)
            missing.Push(at);
        foreach (var at in missing)
        {
            Directory.CreateDirectory(at);
            touched.Add(Path.GetDirectoryName(at)!);
        }

        // Known folders are kept by the thousand at most.
        if (_folders.Count == MostWaiting) _folders.Clear();
        _folders.Add(folder);
        return folder;
    }
}

using System.Runtime.InteropServices;

namespace MinhBach.TransparencyLog;

/// <summary>
/// Grows a log in a folder. Memory holds the right edge alone: one tile of each level and one bundle, however large the tree.
/// Entries are appended, then committed; only then may a checkpoint be signed over the head, stored beside the tiles, and
/// shown. A crash before that leaves the log that the last checkpoint names. Not for several threads.
/// </summary>
public sealed class LogWriter : IDisposable
{
    private readonly LogFolder _folder;
    private readonly FileStream _lock;
    private readonly EntryBundle _bundle = new();
    private readonly TreeHash[][] _hashes = new TreeHash[Tile.Levels][];
    private readonly int[] _widths = new int[Tile.Levels];
    private readonly long[] _numbers = new long[Tile.Levels];

    // Tiles that were filled since the last commit and had a partial form.
    private readonly List<Tile> _outgrown = [];
    private readonly int[] _committed = new int[Tile.Levels];
    private bool _isBroken;

    private LogWriter(LogFolder folder)
    {
        _folder = folder;
        _lock = folder.Lock();
        for (var level = 0; level < Tile.Levels; level++)
            _hashes[level] = new TreeHash[Tile.FullWidth];
    }

    /// <summary>Entries in the tree, with those that are not committed yet.</summary>
    public long Size { get; private set; }

    /// <summary>The head after the last commit.</summary>
    public TreeHead Committed { get; private set; } = TreeHead.Empty;

    /// <summary>Goes on where a log was left.</summary>
    /// <param name="folder">Its folder, empty for a new log.</param>
    /// <param name="head">What its last signed checkpoint says; <see cref="TreeHead.Empty"/> for a new log. What lies behind it is written anew.</param>
    /// <exception cref="LogHeldException">Another writer has the folder.</exception>
    /// <exception cref="LogException">The tiles at the right edge are missing or are not those of the head.</exception>
    public static LogWriter Open(LogFolder folder, TreeHead head)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var writer = new LogWriter(folder);
        try
        {
            folder.Discard();
            writer.Load(head);
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Appends an entry and says its index. It is in the log once it is committed.</summary>
    /// <exception cref="ArgumentException">It is longer than 65,535 bytes.</exception>
    /// <exception cref="IOException">The disk refuses; the writer is of no use any more.</exception>
    public long Append(ReadOnlySpan<byte> entry)
    {
        RefuseBroken();
        _bundle.Add(entry);
        if (_bundle.Count == Tile.FullWidth) Writing(FinishBundle);
        return Size++;
    }

    /// <summary>Brings everything that was appended onto the disk and says the head over which a checkpoint may now be signed.</summary>
    /// <exception cref="IOException">The disk refuses; the writer is of no use any more, the log is as the last checkpoint says.</exception>
    public TreeHead Commit()
    {
        RefuseBroken();
        if (Size == Committed.Size) return Committed;
        Writing(WriteEdge);
        return Committed = new(Size, Root());
    }

    /// <summary>Stores a signed checkpoint durably at its place.</summary>
    /// <param name="checkpoint">The note, over the head that was committed last.</param>
    /// <exception cref="ArgumentException">It is of another head.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Publish(SignedNote checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var read = Checkpoint.Parse(checkpoint.Text);
        if (read.Head != Committed)
            throw new ArgumentException(FormattableString.Invariant($"The checkpoint is of {read.Size} entries and the root {read.Root}, the log is at {Committed.Size} and {Committed.Root}."), nameof(checkpoint));
        _folder.Replace(LogFolder.CheckpointPath, checkpoint.ToBytes());
    }

    /// <summary>Lets other writers in. What was not committed is lost.</summary>
    public void Dispose() => _lock.Dispose();

    private void Load(TreeHead head)
    {
        for (var level = 0; level < Tile.Levels; level++)
        {
            _numbers[level] = head.Size >> (Tile.Height * (level + 1));
            _widths[level] = Tile.WidthIn(head.Size, level, _numbers[level]);
            _committed[level] = _widths[level];
            if (_widths[level] > 0) TileTree.HashesOf(_folder, new(level, _numbers[level], _widths[level])).CopyTo(_hashes[level], 0);
        }

        Size = head.Size;
        Committed = head;
        if (Root() != head.Root) throw new LogException(FormattableString.Invariant($"The tiles at the right edge of the log in {_folder.FullPath} do not hash to the root of {head.Size} entries, {head.Root}."));
        if (_widths[0] == 0) return;
        foreach (var entry in TileTree.BundleOf(_folder, new(Tile.Entries, _numbers[0], _widths[0])))
            _bundle.Add(entry.Span);
        var leaves = new TreeHash[_bundle.Count];
        _bundle.HashInto(leaves);
        if (!leaves.AsSpan().SequenceEqual(_hashes[0].AsSpan(0, leaves.Length)))
            throw new LogException($"The entries in {new Tile(Tile.Entries, _numbers[0], _widths[0]).Path} do not hash to the tile above them.");
    }

    private TreeHash Root()
    {
        var edge = new CompactRange();
        for (var level = Tile.Levels - 1; level >= 0; level--)
        {
            for (var i = 0; i < _widths[level]; i++)
                edge.Append(Tile.Height * level, _hashes[level][i]);
        }

        return edge.Root();
    }

    private void FinishBundle()
    {
        HashBundle();
        _folder.Put(new Tile(Tile.Entries, _numbers[0], Tile.FullWidth).Path, _bundle.Bytes.Span);
        _bundle.Clear();
        for (var level = 0; level < Tile.Levels && _widths[level] == Tile.FullWidth; level++)
        {
            var tile = new Tile(level, _numbers[level], Tile.FullWidth);
            _folder.Put(tile.Path, MemoryMarshal.AsBytes(_hashes[level].AsSpan()));
            if (_committed[level] > 0) _outgrown.Add(tile);
            _hashes[level + 1][_widths[level + 1]++] = TreeHashing.Perfect(_hashes[level]);
            (_numbers[level], _widths[level], _committed[level]) = (_numbers[level] + 1, 0, 0);
        }
    }

    /// <summary>Writes what is partial and has grown.</summary>
    private void WriteEdge()
    {
        HashBundle();
        for (var level = 0; level < Tile.Levels; level++)
        {
            var width = _widths[level];
            if (width == _committed[level]) continue;
            if (level == 0) _folder.Put(new Tile(Tile.Entries, _numbers[0], width).Path, _bundle.Bytes.Span);
            _folder.Put(new Tile(level, _numbers[level], width).Path, MemoryMarshal.AsBytes(_hashes[level].AsSpan(0, width)));
            _committed[level] = width;
        }

        _folder.Settle();
        foreach (var tile in _outgrown)
        {
            _folder.RemovePartials(tile);
            if (tile.Level == 0) _folder.RemovePartials(tile with { Level = Tile.Entries });
        }

        _outgrown.Clear();
    }

    private void HashBundle()
    {
        _bundle.HashInto(_hashes[0], _widths[0]);
        _widths[0] = _bundle.Count;
    }

    // Half-written tiles are harmless on the disk, but memory no longer agrees with it.
    private void Writing(Action write)
    {
        try
        {
            write();
        }
        catch
        {
            _isBroken = true;
            throw;
        }
    }

    private void RefuseBroken()
    {
        if (_isBroken) throw new InvalidOperationException($"Writing to the log in {_folder.FullPath} failed before; it has to be opened anew.");
    }
}

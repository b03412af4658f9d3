using System.Security.Cryptography;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>
/// Full bundles that were fetched and proven, kept until the run that fetched them has ended, so that an interrupted one does not
/// fetch them again. They are hashed against the checkpoint again like everything else; one that this disk has spoilt is not used.
/// </summary>
internal sealed class KeptBundles(string folder)
{
    private const string Entries = "tile/entries/";
    private const string Leaves = "tile/0/";

    private int used;

    /// <summary>Whether a run was interrupted.</summary>
    public bool Any => Directory.Exists(folder);

    /// <summary>How many files were taken from here instead of being fetched.</summary>
    public int Used => used;

    /// <summary>The same log, with what is kept here taken from here.</summary>
    public IDistantSource Before(IDistantSource source) => new Source(this, source);

    public void Keep(CheckedBundle bundle)
    {
        if (bundle.Entries.Count < Tile.FullWidth) return;
        var kept = new EntryBundle();
        foreach (var entry in bundle.Entries) kept.Add(entry.Span);
        var path = PlaceOf(new Tile(Tile.Entries, bundle.FirstIndex / Tile.FullWidth, Tile.FullWidth).Path);
        if (File.Exists(path)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, [.. SHA256.HashData(kept.Bytes.Span), .. kept.Bytes.Span]);
    }

    public void Clear()
    {
        if (Any) Directory.Delete(folder, recursive: true);
    }

    private byte[]? Bundle(string path)
    {
        var place = PlaceOf(path);
        if (!File.Exists(place)) return null;
        var bytes = File.ReadAllBytes(place);
        return bytes.Length > SHA256.HashSizeInBytes && SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))
            ? bytes[SHA256.HashSizeInBytes..]
            : null;
    }

    private byte[]? Find(string path)
    {
        if (path.StartsWith(Entries, StringComparison.Ordinal)) return Bundle(path);
        if (!path.StartsWith(Leaves, StringComparison.Ordinal) || Bundle(Entries + path[Leaves.Length..]) is not { } bundle) return null;
        // The tile above a bundle is nothing but the hashes of its entries.
        var hashes = new byte[Tile.FullWidth * TreeHash.Length];
        foreach (var (i, entry) in EntryBundle.Parse(bundle).Index()) TreeHashing.Leaf(entry.Span).CopyTo(hashes.AsSpan(i * TreeHash.Length));
        return hashes;
    }

    private string PlaceOf(string path) => Path.Combine(folder, path);

    private sealed class Source(KeptBundles kept, IDistantSource source) : IDistantSource
    {
        public byte[]? Read(string path) => Kept(path) ?? source.Read(path);

        public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation = default) => Kept(path) ?? await source.ReadAsync(path, cancellation).ConfigureAwait(false);

        private byte[]? Kept(string path)
        {
            var bytes = kept.Find(path);
            // Several are asked for at once.
            if (bytes is not null) Interlocked.Increment(ref kept.used);
            return bytes;
        }
    }
}

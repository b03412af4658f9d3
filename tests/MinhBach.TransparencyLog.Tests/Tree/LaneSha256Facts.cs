using System.Security.Cryptography;

namespace MinhBach.TransparencyLog.Tests;

public sealed class LaneSha256Facts
{
    [Fact]
    public void Lanes_of_any_lengths_give_what_the_framework_gives()
    {
        Assert.SkipUnless(LaneSha256.IsSupported, "This processor has no AVX-512.");
        var random = new Random(20261122);
        var bytes = new byte[40_000];
        random.NextBytes(bytes);
        for (var round = 0; round < 600; round++)
        {
            // Lengths around the borders of blocks first, where padding needs one block more.
            var places = new (int Start, int Length)[random.Next(1, LaneSha256.Lanes + 1)];
            for (var lane = 0; lane < places.Length; lane++)
                places[lane] = (random.Next(0, 1000), round < 300 ? (round + (lane % 3 * 64)) % 300 : random.Next(0, 30_000));
            var hashes = new TreeHash[places.Length];
            var prefix = (byte)random.Next(0, 2);
            LaneSha256.Hash(prefix, bytes, places, hashes);
            for (var lane = 0; lane < places.Length; lane++)
                Assert.Equal(new TreeHash(SHA256.HashData([prefix, .. bytes.AsSpan(places[lane].Start, places[lane].Length)])), hashes[lane]);
        }
    }

    [Fact]
    public void Bundles_and_tiles_hash_as_entry_by_entry()
    {
        var bundle = new EntryBundle();
        var random = new Random(5);
        for (var i = 0; i < Tile.FullWidth; i++)
        {
            var entry = new byte[random.Next(0, i < 250 ? 700 : EntryBundle.LongestEntry)];
            random.NextBytes(entry);
            bundle.Add(entry);
        }

        var hashes = new TreeHash[Tile.FullWidth];
        bundle.HashInto(hashes);
        Array.Clear(hashes, 100, hashes.Length - 100);
        bundle.HashInto(hashes, 100);
        Assert.Equal(bundle.Select(entry => new TreeHash(SHA256.HashData([0, .. entry.Span]))), hashes);
        Assert.Equal(bundle.Select(entry => TreeHashing.Leaf(entry.Span)), hashes);
        var range = new CompactRange();
        foreach (var hash in hashes)
            range.Append(hash);
        Assert.Equal(range.Root(), TreeHashing.Perfect(hashes));
        Assert.Equal(TreeHashing.Node(hashes[0], hashes[1]), TreeHashing.Perfect(hashes.AsSpan(0, 2)));
    }
}

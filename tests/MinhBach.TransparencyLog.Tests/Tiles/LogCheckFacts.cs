using FsCheck.Fluent;

namespace MinhBach.TransparencyLog.Tests;

public sealed class LogCheckFacts
{
    private const int Size = 66_100;

    private static readonly Lazy<(MemorySource Source, TreeHead Head)> Made = new(() =>
    {
        using var folder = new TemporaryFolder();
        var head = folder.Grow(TreeHead.Empty, Size);
        return (MemorySource.Of(folder.Log), head);
    });

    [Fact]
    public void A_sound_log_gives_every_entry_in_order()
    {
        var (source, head) = Made.Value;
        var next = 0L;
        foreach (var bundle in new LogCheck(source, head).Run())
        {
            Assert.Empty(bundle.Damage);
            Assert.Equal(next, bundle.FirstIndex);
            foreach (var entry in bundle.Entries)
                Assert.Equal(NaiveTree.Entry((int)next++), entry.ToArray());
            Assert.Equal(next, bundle.End);
        }

        Assert.Equal(Size, next);
    }

    [Fact]
    public void An_interrupted_check_goes_on_where_it_was()
    {
        var (source, head) = Made.Value;
        var whole = new LogCheck(source, head).Run().Select(bundle => bundle.FirstIndex).ToArray();
        foreach (var done in (int[])[1, 100, 255, 256, 257, whole.Length])
        {
            var end = new LogCheck(source, head).Run().Take(done).Last().End;
            Assert.Equal(whole[done..], new LogCheck(source, head).Run(end).Select(bundle => bundle.FirstIndex));
        }
    }

    // Of every level: full tiles, partial ones, bundles.
    [Theory]
    [InlineData("tile/0/000")]
    [InlineData("tile/0/257")]
    [InlineData("tile/0/258.p/52")]
    [InlineData("tile/1/000")]
    [InlineData("tile/1/001.p/2")]
    [InlineData("tile/2/000.p/1")]
    [InlineData("tile/entries/000")]
    [InlineData("tile/entries/200")]
    [InlineData("tile/entries/258.p/52")]
    public void A_file_lost_cut_or_altered_is_named_and_every_other_is_checked(string path)
    {
        var (sound, head) = Made.Value;
        foreach (var spoil in (Func<byte[], byte[]?>[])[_ => null, bytes => bytes[..^1], bytes => [.. bytes, 0], Flip, _ => []])
        {
            var source = new MemorySource();
            foreach (var (name, bytes) in sound.Files)
            {
                if (name != path) source.Files.Add(name, bytes);
                else if (spoil(bytes) is { } spoilt) source.Files.Add(name, spoilt);
            }

            var bundles = new LogCheck(source, head).Run().ToArray();
            Assert.Equal([path], bundles.SelectMany(bundle => bundle.Damage).Select(damage => damage.Path));
            // Tiles are made anew from below; entries that are lost are lost.
            var lost = path.StartsWith("tile/entries", StringComparison.Ordinal) ? Tile.Parse(path).Width : 0;
            Assert.Equal(Size - lost, bundles.Sum(bundle => bundle.Entries.Count));
        }

        static byte[] Flip(byte[] bytes) => [.. bytes[..^3], (byte)(bytes[^3] ^ 4), .. bytes[^2..]];
    }

    [Fact]
    public void A_log_that_is_another_one_altogether_is_not_believed()
    {
        var (source, head) = Made.Value;
        var bundle = Assert.Single(new LogCheck(source, head with { Root = TreeHashing.Empty }).Run());
        Assert.Equal(["tile/2/000.p/1", "tile/1/001.p/2", "tile/0/258.p/52"], bundle.Damage.Select(damage => damage.Path));
        Assert.Empty(bundle.Entries);
        Assert.Empty(new LogCheck(source, TreeHead.Empty).Run());
        Assert.Single(new LogCheck(source, new(0, head.Root)).Run());
    }

    [Fact]
    public void Whatever_is_done_to_files_no_false_entry_is_given() =>
        Holds.For(25, Gen.Choose(0, 600).Zip(Gen.Choose(0, int.MaxValue - 1)).NonEmptyListOf(), damages =>
        {
            var (sound, head) = Made.Value;
            var source = new MemorySource();
            foreach (var (name, bytes) in sound.Files)
                source.Files.Add(name, bytes);
            var names = sound.Files.Keys.Order(StringComparer.Ordinal).ToArray();
            foreach (var (which, what) in damages.Take(5))
            {
                var name = names[which % names.Length];
                var bytes = source.Files[name].ToArray();
                if (bytes.Length > 0) bytes[what % bytes.Length] ^= (byte)(1 << (what % 8));
                // Now and then another file's bytes stand in its place.
                source.Files[name] = what % 5 == 0 ? source.Files[names[what % names.Length]] : bytes;
            }

            return new LogCheck(source, head).Run().All(bundle =>
                bundle.Entries.Index().All(entry => entry.Item.Span.SequenceEqual(NaiveTree.Entry((int)bundle.FirstIndex + entry.Index))));
        });

    [Fact]
    public void A_reader_of_altered_tiles_refuses_rather_than_proves()
    {
        var (sound, head) = Made.Value;
        foreach (var path in (string[])["tile/0/000", "tile/1/000", "tile/2/000.p/1", "tile/entries/000"])
        {
            var source = new MemorySource();
            foreach (var (name, bytes) in sound.Files)
                source.Files.Add(name, name == path ? [.. bytes[..8], (byte)(bytes[8] ^ 1), .. bytes[9..]] : bytes);
            var reader = new LogReader(source, head.Size, head.Root);
            var refused = 0;
            foreach (var index in (long[])[0, 1, 256, 257, 66_000])
            {
                try
                {
                    var entry = reader.Entry(index);
                    Assert.Equal(NaiveTree.Entry((int)index), entry.ToArray());
                    Assert.True(InclusionProof.Verify(index, head.Size, TreeHashing.Leaf(entry.Span), reader.ProveInclusion(index), head.Root));
                }
                catch (LogException)
                {
                    refused++;
                }
            }

            Assert.True(refused > 0, path);
        }
    }
}

using FsCheck.Fluent;

namespace MinhBach.TransparencyLog.Tests;

public sealed class LogWriterFacts
{
    private static readonly NaiveTree Naive = NaiveTree.Of(1100);

    [Fact]
    public void However_it_is_committed_and_reopened_the_log_is_that_of_the_naive_tree() =>
        Holds.For(25, Gen.Choose(1, 400).NonEmptyListOf(), steps =>
        {
            using var folder = new TemporaryFolder();
            var head = TreeHead.Empty;
            foreach (var step in steps.Take(6))
            {
                var size = (int)Math.Min(Naive.Size, head.Size + step);
                // Every second time by two commits of one writer.
                head = step % 2 == 0 ? folder.Grow(head, size) : folder.Grow(head, (int)(head.Size + size) / 2, size);
                if (head != new TreeHead(size, Naive.RootOf(size)) || new TileTree(folder.Log, size).Root() != head.Root) return false;
            }

            var reader = new LogReader(folder.Log, head.Size, head.Root);
            return Enumerable.Range(0, (int)head.Size).Where(index => index % 37 == 0 || index + 3 > head.Size).All(index =>
                reader.Entry(index).Span.SequenceEqual(NaiveTree.Entry(index)) && reader.ProveInclusion(index).AsSpan().SequenceEqual(Naive.Path(index, (int)head.Size)));
        });

    [Fact]
    public void Files_are_those_that_the_layout_names_and_no_more()
    {
        using var folder = new TemporaryFolder();
        folder.Grow(TreeHead.Empty, 5, 300, 301, 520);
        Assert.Equal(
        [
            "tile/0/000", "tile/0/001", "tile/0/002.p/8", "tile/1/000.p/1", "tile/1/000.p/2",
            "tile/entries/000", "tile/entries/001", "tile/entries/002.p/8",
        ], MemorySource.Of(folder.Log).Files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([".lock"], Directory.EnumerateFiles(folder.Log.FullPath).Select(Path.GetFileName));
    }

    [Fact]
    public void Consistency_is_proven_from_tiles_between_any_two_sizes()
    {
        using var folder = new TemporaryFolder();
        var head = folder.Grow(TreeHead.Empty, 700);
        var reader = new LogReader(folder.Log, head.Size, head.Root);
        for (var old = 1; old <= 700; old += 23)
            Assert.Equal(Naive.Proof(old, 700), reader.ProveConsistency(old, Naive.RootOf(old)));
        Assert.Throws<LogException>(() => reader.ProveConsistency(300, Naive.RootOf(301)));
    }

    [Fact]
    public void What_was_not_committed_before_a_crash_is_written_anew()
    {
        using var folder = new TemporaryFolder();
        var head = folder.Grow(TreeHead.Empty, 300);
        using (var writer = LogWriter.Open(folder.Log, head))
        {
            // Other entries than those that will come: tiles behind the checkpoint are nobody's promise.
            for (var i = 0; i < 400; i++)
                writer.Append("lost"u8);
            writer.Commit();
            for (var i = 0; i < 300; i++)
                writer.Append("lost, and never committed"u8);
        }

        Directory.CreateDirectory(Path.Combine(folder.Log.FullPath, ".aside"));
        File.WriteAllText(Path.Combine(folder.Log.FullPath, ".aside", "0"), "half a ti");
        Assert.Equal(Naive.RootOf(1000), folder.Grow(head, 800, 1000).Root);
        Assert.All(new LogCheck(folder.Log, new(1000, Naive.RootOf(1000))).Run(), bundle => Assert.Empty(bundle.Damage));
    }

    [Fact]
    public void Whatever_part_of_a_commit_outlives_a_crash_the_log_is_whole_and_grows() =>
        Holds.For(30, Gen.Choose(0, 600).Zip(Gen.Choose(1, 400)).Zip(Gen.Choose(0, int.MaxValue - 1)), drawn =>
        {
            var ((size, more), seed) = drawn;
            using var folder = new TemporaryFolder();
            using var other = new TemporaryFolder();
            var head = folder.Grow(TreeHead.Empty, size);
            other.Grow(other.Grow(TreeHead.Empty, size), size + more);
            // Some files are there, of some only the name or the beginning; what was outgrown is gone once all are whole.
            var random = new Random(seed);
            var (before, after) = (MemorySource.Of(folder.Log).Files, MemorySource.Of(other.Log).Files);
            var named = after.Where(file => !before.ContainsKey(file.Key) && random.Next(3) > 0).ToArray();
            var whole = 0;
            foreach (var (path, bytes) in named)
            {
                var length = random.Next(2) > 0 ? bytes.Length : random.Next(bytes.Length);
                if (length == bytes.Length) whole++;
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Log.FullPath, path))!);
                File.WriteAllBytes(Path.Combine(folder.Log.FullPath, path), bytes[..length]);
            }

            if (whole == after.Count(file => !before.ContainsKey(file.Key)))
            {
                foreach (var path in before.Keys.Where(path => !after.ContainsKey(path)))
                    File.Delete(Path.Combine(folder.Log.FullPath, path));
            }

            return new LogCheck(folder.Log, head).Run().All(bundle => bundle.Damage.Count == 0)
                && folder.Grow(head, size + more).Root == Naive.RootOf(size + more)
                && new LogCheck(folder.Log, new(size + more, Naive.RootOf(size + more))).Run().Sum(bundle => bundle.Entries.Count) == size + more;
        });

    [Fact]
    public void A_log_that_is_not_the_heads_is_not_continued()
    {
        using var folder = new TemporaryFolder();
        var head = folder.Grow(TreeHead.Empty, 300);
        Assert.Throws<LogException>(() => folder.Grow(head with { Root = Naive.RootOf(299) }, 301));
        Assert.Throws<LogException>(() => folder.Grow(new(301, Naive.RootOf(301)), 302));
        var bundle = Path.Combine(folder.Log.FullPath, new Tile(Tile.Entries, 1, 44).Path);
        var bytes = File.ReadAllBytes(bundle);
        bytes[10] ^= 1;
        File.WriteAllBytes(bundle, bytes);
        Assert.Contains(new Tile(Tile.Entries, 1, 44).Path, Assert.Throws<LogException>(() => folder.Grow(head, 301)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_writers_never_have_one_log()
    {
        using var folder = new TemporaryFolder();
        using (LogWriter.Open(folder.Log, TreeHead.Empty))
            Assert.Throws<LogHeldException>(() => LogWriter.Open(folder.Log, TreeHead.Empty));
        LogWriter.Open(folder.Log, TreeHead.Empty).Dispose();
    }

    [Fact]
    public void Only_a_checkpoint_of_what_was_committed_is_published()
    {
        using var folder = new TemporaryFolder();
        using var key = SignerKey.Generate("log.example");
        using var writer = LogWriter.Open(folder.Log, TreeHead.Empty);
        writer.Append("một"u8);
        var early = new Checkpoint("log.example", new(1, TreeHashing.Leaf("một"u8))).Sign(key);
        Assert.Throws<ArgumentException>(() => writer.Publish(early));
        writer.Commit();
        writer.Publish(early);
        Assert.Equal(writer.Committed, Checkpoint.Open(SignedNote.Parse(folder.Log.Read(LogFolder.CheckpointPath)), key.Verifier).Head);
    }

    [Fact]
    public void A_writer_whose_disk_refused_goes_on_no_more_and_the_log_is_as_it_was()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes of folders are Unix's.");
        using var folder = new TemporaryFolder();
        var head = folder.Grow(TreeHead.Empty, 10);
        using (var writer = LogWriter.Open(folder.Log, head))
        {
            writer.Append("x"u8);
            // A file stands where the writer needs a folder.
            File.WriteAllText(Path.Combine(folder.Log.FullPath, ".aside"), "");
            Assert.ThrowsAny<IOException>(() => writer.Commit());
            Assert.Throws<InvalidOperationException>(() => writer.Append("y"u8));
            Assert.Throws<InvalidOperationException>(() => writer.Commit());
            Assert.Equal(head, writer.Committed);
            File.Delete(Path.Combine(folder.Log.FullPath, ".aside"));
        }

        Assert.Equal(Naive.RootOf(11), folder.Grow(head, 11).Root);
    }

    [Fact]
    public void A_log_of_three_levels_of_tiles_is_whole()
    {
        using var folder = new TemporaryFolder();
        const int size = 70_000;
        var head = folder.Grow(TreeHead.Empty, 65_000, size);
        var range = new CompactRange();
        for (var i = 0; i < size; i++)
            range.Append(TreeHashing.Leaf(NaiveTree.Entry(i)));
        Assert.Equal(range.Root(), head.Root);
        Assert.Equal(size, new LogCheck(folder.Log, head).Run().Sum(bundle => bundle.Entries.Count));
        Assert.Equal(NaiveTree.Entry(65_536), new LogReader(folder.Log, size, head.Root).Entry(65_536).ToArray());
        Assert.NotNull(folder.Log.Read("tile/2/000.p/1"));
    }
}

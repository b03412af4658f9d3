using System.Collections.Concurrent;
using FsCheck.Fluent;

namespace MinhBach.TransparencyLog.Tests;

public sealed class ReadAheadFacts
{
    private const int Size = 66_100;
    private const int Most = 16;

    private static readonly Lazy<(MemorySource Source, TreeHead Head)> Made = new(() =>
    {
        using var folder = new TemporaryFolder();
        var head = folder.Grow(TreeHead.Empty, Size);
        return (MemorySource.Of(folder.Log), head);
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Sixteen_files_are_asked_for_at_once_and_never_more_and_entries_keep_their_order()
    {
        var (files, head) = Made.Value;
        // Nothing is answered before sixteen wait: a reader of one after the other would wait for ever.
        var source = new DistantSource(files.Files) { Gate = Most };
        var next = 0L;
        foreach (var bundle in new LogCheck(source, head).Run(cancellation: Cancellation))
        {
            Assert.Empty(bundle.Damage);
            Assert.Equal(next, bundle.FirstIndex);
            foreach (var entry in bundle.Entries)
                Assert.Equal(NaiveTree.Entry((int)next++), entry.ToArray());
        }

        Assert.Equal(Size, next);
        Assert.Equal(Most, source.MostAtOnce);
        // Each file once.
        Assert.Equal(files.Files.Keys.Order(StringComparer.Ordinal), source.Asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_check_that_goes_on_asks_for_nothing_that_it_skips()
    {
        var (files, head) = Made.Value;
        var source = new DistantSource(files.Files);
        Assert.Equal(Size - 66_048, new LogCheck(source, head).Run(66_048, Cancellation).Sum(bundle => bundle.Entries.Count));
        Assert.Equal(["tile/0/258.p/52", "tile/1/001.p/2", "tile/2/000.p/1", "tile/entries/258.p/52"], source.Asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void However_files_are_damaged_as_much_is_found_as_in_a_folder() =>
        Holds.For(12, Gen.Choose(0, 600).Zip(Gen.Choose(0, int.MaxValue - 1)).NonEmptyListOf(), damages =>
        {
            var (sound, head) = Made.Value;
            var near = new MemorySource();
            foreach (var (name, bytes) in sound.Files)
                near.Files.Add(name, bytes);
            var names = sound.Files.Keys.Order(StringComparer.Ordinal).ToArray();
            foreach (var (which, what) in damages.Take(6))
            {
                var name = names[which % names.Length];
                if (what % 3 == 0) near.Files.Remove(name);
                else if (near.Files.TryGetValue(name, out var bytes)) near.Files[name] = [.. bytes[..^1], (byte)(bytes[^1] ^ 1)];
            }

            var distant = new DistantSource(near.Files);
            var same = Told(new LogCheck(near, head).Run()).SequenceEqual(Told(new LogCheck(distant, head).Run(cancellation: Cancellation)));
            return same && distant.MostAtOnce <= Most;
        });

    [Fact]
    public void A_source_that_fails_fails_the_check_where_it_is_read()
    {
        var (files, head) = Made.Value;
        var source = new DistantSource(files.Files) { Broken = "tile/entries/010" };
        var seen = 0;
        var failure = Assert.Throws<IOException>(() =>
        {
            foreach (var bundle in new LogCheck(source, head).Run(cancellation: Cancellation)) seen += bundle.Entries.Count;
        });
        Assert.Equal("The line is broken.", failure.Message);
        Assert.Equal(10 * Tile.FullWidth, seen);
    }

    [Fact]
    public async Task Whoever_gives_up_waits_no_longer_for_answers_that_do_not_come()
    {
        var (files, head) = Made.Value;
        var source = new DistantSource(files.Files) { Gate = int.MaxValue };
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var check = Task.Run(() => new LogCheck(source, head).Run(cancellation: interrupt.Token).Count(), Cancellation);
        await source.Begun.WaitAsync(Cancellation);
        await interrupt.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check.WaitAsync(Cancellation));
    }

    private static IEnumerable<string> Told(IEnumerable<CheckedBundle> bundles) =>
        bundles.Select(bundle => $"{bundle.FirstIndex} {bundle.End} {string.Join(' ', bundle.Entries.Select(entry => Convert.ToHexString(entry.Span)))} {string.Join(' ', bundle.Damage)}");

    /// <summary>Answers in another order than it was asked in.</summary>
    private sealed class DistantSource(Dictionary<string, byte[]> files) : IDistantSource
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _waiting;

        /// <summary>Nothing is answered before so many wait.</summary>
        public int Gate { get; init; } = 1;

        public string? Broken { get; init; }

        public int MostAtOnce { get; private set; }

        public ConcurrentQueue<string> Asked { get; } = [];

        public Task Begun => _begun.Task;

        public byte[]? Read(string path) => throw new InvalidOperationException("A distant source is not waited for.");

        public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation = default)
        {
            Asked.Enqueue(path);
            lock (files)
            {
                MostAtOnce = Math.Max(MostAtOnce, ++_waiting);
                if (_waiting == Gate) _open.TrySetResult();
                _begun.TrySetResult();
            }

            if (Gate > 1) await _open.Task.WaitAsync(cancellation);
            for (var turns = path.Length + path[^1] - '0'; turns > 0; turns--) await Task.Yield();
            lock (files) _waiting--;
            if (path == Broken) throw new IOException("The line is broken.");
            return files.GetValueOrDefault(path);
        }
    }
}

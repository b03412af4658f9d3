using FsCheck.Fluent;
using NodaTime;

namespace MinhBach.TransparencyLog.Tests;

public sealed class SplitViewFacts : IDisposable
{
    private static readonly NaiveTree Naive = NaiveTree.Of(200);
    private static readonly NaiveTree Forked = new([.. Enumerable.Range(0, 200).Select(index => NaiveTree.Entry(index == 10 ? 999 : index))]);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 8, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly SignerKey _log = SignerKey.Generate("log.example");

    [Fact]
    public void Two_witnesses_that_were_shown_different_trees_convict_the_log()
    {
        var (paper, university) = (Shown("bao.example", Naive, 50), Shown("dai-hoc.example", Forked, 50));

        var view = SplitView.Convict(paper, university, [_log.Verifier]);

        Assert.Equal(SplitVerdict.Convicted, view.Verdict);
        // The evidence is enough for a stranger, and both witnesses' cosignatures are still in it.
        var read = SplitView.Parse(view.ToBytes(), [_log.Verifier]);
        Assert.Equal((SplitVerdict.Convicted, view.Reason), (read.Verdict, read.Reason));
        Assert.Equal(2, read.Earlier.Signatures.Count);
    }

    [Fact]
    public void Trees_of_two_sizes_are_held_against_each_other_by_the_tiles_of_the_larger()
    {
        var (paper, university) = (Shown("bao.example", Naive, 50), Shown("dai-hoc.example", Forked, 120));

        Assert.Equal(SplitVerdict.Unanswered, SplitView.Convict(paper, university, [_log.Verifier]).Verdict);
        // Tiles of another tree than the one that was signed answer nothing.
        Assert.Equal(SplitVerdict.Unanswered, SplitView.Convict(paper, university, [_log.Verifier], Naive).Verdict);
        var view = SplitView.Convict(university, paper, [_log.Verifier], Forked);
        Assert.Equal((SplitVerdict.Convicted, Forked.RootOf(50)), (view.Verdict, view.RootThere));
        Assert.Equal(SplitVerdict.Convicted, SplitView.Parse(view.ToBytes(), [_log.Verifier]).Verdict);
    }

    [Fact]
    public void A_log_that_only_grows_is_never_convicted_and_one_that_was_changed_always() =>
        Holds.For(200, Gen.Choose(0, 200).Two(), sizes =>
        {
            var (small, large) = (Math.Min(sizes.Item1, sizes.Item2), Math.Max(sizes.Item1, sizes.Item2));
            var honest = SplitView.Convict(Signed(Naive, small), Signed(Naive, large), [_log.Verifier], Naive);
            var changed = SplitView.Convict(Signed(Naive, small), Signed(Forked, large), [_log.Verifier], Forked);
            return honest.Verdict == SplitVerdict.Consistent && SplitView.Parse(honest.ToBytes(), [_log.Verifier]).Verdict == SplitVerdict.Consistent
                && changed.Verdict == (small > 10 ? SplitVerdict.Convicted : SplitVerdict.Consistent);
        });

    [Fact]
    public void An_empty_tree_with_the_root_of_another_convicts_by_itself() =>
        Assert.Equal(SplitVerdict.Convicted, SplitView.Convict(new Checkpoint("log.example", new(0, Naive.RootOf(1))).Sign(_log), Signed(Naive, 9), [_log.Verifier]).Verdict);

    [Fact]
    public void Evidence_that_was_altered_convicts_nobody()
    {
        var text = System.Text.Encoding.UTF8.GetString(SplitView.Convict(Signed(Naive, 50), Signed(Forked, 120), [_log.Verifier], Forked).ToBytes());
        using var thief = SignerKey.Generate("log.example");
        var forged = new Checkpoint("log.example", new(50, Forked.RootOf(50))).Sign(thief);

        Assert.Throws<LogException>(() => SplitView.Convict(Signed(Naive, 50), forged, [_log.Verifier]));
        Assert.Throws<LogException>(() => Read(text.Replace("\\n120\\n", "\\n121\\n", StringComparison.Ordinal)));
        Assert.Throws<LogException>(() => Read(text[..^9]));
        Assert.Throws<LogException>(() => Read("null"));
        Assert.Throws<LogException>(() => Read("{}"));
        // Its own verdict is worth nothing, nor is a proof that does not hold.
        Assert.Equal(SplitVerdict.Unanswered, Read(text.Replace(Forked.RootOf(50).ToString(), Naive.RootOf(50).ToString(), StringComparison.Ordinal)).Verdict);
    }

    [Fact]
    public void Two_logs_are_not_held_against_each_other()
    {
        using var other = SignerKey.Generate("other.example");
        var note = new Checkpoint("other.example", new(50, Forked.RootOf(50))).Sign(other);
        Assert.Throws<LogException>(() => SplitView.Convict(Signed(Naive, 50), note, [_log.Verifier, other.Verifier]));
    }

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    private SplitView Read(string text) => SplitView.Parse(System.Text.Encoding.UTF8.GetBytes(text), [_log.Verifier]);

    private SignedNote Signed(NaiveTree tree, int size) => new Checkpoint("log.example", new(size, tree.RootOf(size))).Sign(_log);

    /// <summary>What a witness keeps of a tree that only it is shown.</summary>
    private SignedNote Shown(string name, NaiveTree tree, int size)
    {
        using var store = new WitnessFolder(Path.Combine(_folder.FullPath, name));
        using var key = SignerKey.Generate(name, SignatureKind.Cosignature);
        var witness = new Witness(store, [_log.Verifier], key);
        Assert.Equal(200, witness.AddCheckpoint(new AddCheckpoint(0, [], Signed(tree, size)).ToBytes(), Now).Status);
        return SignedNote.Parse(witness.Latest("log.example").Body);
    }
}

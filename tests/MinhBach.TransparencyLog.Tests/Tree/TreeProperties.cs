using FsCheck.Fluent;

namespace MinhBach.TransparencyLog.Tests;

public sealed class TreeProperties
{
    private const int Largest = 300;

    private static readonly NaiveTree Naive = NaiveTree.Of(Largest);

    [Fact]
    public void Roots_of_appended_entries_are_those_of_the_naive_tree()
    {
        var range = new CompactRange();
        Assert.Equal(Naive.RootOf(0), range.Root());
        for (var i = 0; i < Largest; i++)
        {
            range.Append(TreeHashing.Leaf(NaiveTree.Entry(i)));
            Assert.Equal(Naive.RootOf(i + 1), range.Root());
            Assert.Equal(System.Numerics.BitOperations.PopCount((uint)i + 1), range.Hashes.Count);
        }
    }

    [Fact]
    public void Runs_that_were_hashed_apart_make_the_same_tree() =>
        Holds.For(300, Gen.Choose(0, Largest).ArrayOf(), cuts =>
        {
            int[] borders = [0, .. cuts.Order(), Largest];
            var whole = new CompactRange();
            for (var i = 0; i + 1 < borders.Length; i++)
            {
                var run = new CompactRange(borders[i]);
                for (var at = borders[i]; at < borders[i + 1]; at++)
                    run.Append(Naive.Leaf(at));
                whole.Append(run);
            }

            return whole.End == Largest && whole.Root() == Naive.Root;
        });

    [Fact]
    public void Inclusion_proofs_are_those_of_the_naive_tree_and_hold_for_nothing_else() =>
        Holds.For(500, Triples, drawn =>
        {
            var (index, size, other) = drawn;
            var proof = InclusionProof.Make(Naive, index, size);
            var (leaf, root) = (Naive.Leaf(index), Naive.RootOf(size));
            // With the wrong entry, index or size nothing is proven, even where the number of hashes happens to fit.
            return proof.AsSpan().SequenceEqual(Naive.Path(index, size))
                && InclusionProof.Verify(index, size, leaf, proof, root)
                && (other == index || !InclusionProof.Verify(index, size, Naive.Leaf(other), proof, root))
                && (other == index || !InclusionProof.Verify(other, size, leaf, proof, root))
                && (other + 1 == size || !InclusionProof.Verify(index, size, leaf, proof, Naive.RootOf(other + 1)));
        });

    [Fact]
    public void Consistency_proofs_are_those_of_the_naive_tree_and_hold_for_nothing_else() =>
        Holds.For(500, Triples, drawn =>
        {
            var (oldSize, size, other) = (drawn.Index + 1, drawn.Size, drawn.Other + 1);
            var proof = ConsistencyProof.Make(Naive, oldSize, size);
            var (oldRoot, root) = (Naive.RootOf(oldSize), Naive.RootOf(size));
            return proof.AsSpan().SequenceEqual(Naive.Proof(oldSize, size))
                && ConsistencyProof.Verify(oldSize, size, oldRoot, root, proof)
                && (other == oldSize || !ConsistencyProof.Verify(oldSize, size, Naive.RootOf(other), root, proof))
                && (other == size || !ConsistencyProof.Verify(oldSize, size, oldRoot, Naive.RootOf(other), proof))
                && (other == oldSize || !ConsistencyProof.Verify(other, size, oldRoot, root, proof));
        });

    [Fact]
    public void Every_subtree_is_shown_to_stand_in_its_tree()
    {
        const int size = 70;
        for (var begin = 0; begin < size; begin++)
        {
            for (var end = begin + 1; end <= size; end++)
            {
                if (!Subtree.IsValid(begin, end)) continue;
                var proof = ConsistencyProof.Make(Naive, begin, end, size);
                var hash = Naive.HashOf(begin, end);
                Assert.True(ConsistencyProof.Verify(begin, end, size, hash, Naive.RootOf(size), proof), $"{begin} to {end}");
                Assert.False(ConsistencyProof.Verify(begin, end, size, Naive.Leaf(0) == hash ? Naive.Leaf(1) : Naive.Leaf(0), Naive.RootOf(size), proof), $"{begin} to {end}");
            }
        }
    }

    [Fact]
    public void A_proof_with_a_hash_changed_lost_or_added_holds_no_more() =>
        Holds.For(500, Triples.Zip(Gen.Choose(0, 1000)), drawn =>
        {
            var ((index, size, _), at) = drawn;
            var proof = InclusionProof.Make(Naive, index, size);
            var consistency = ConsistencyProof.Make(Naive, index + 1, size);
            var leaf = Naive.Leaf(index);
            return Spoilt(proof, at).All(spoilt => !InclusionProof.Verify(index, size, leaf, spoilt, Naive.RootOf(size)))
                && Spoilt(consistency, at).All(spoilt => !ConsistencyProof.Verify(index + 1, size, Naive.RootOf(index + 1), Naive.RootOf(size), spoilt));
        });

    [Fact]
    public void Numbers_that_make_no_sense_are_refused_without_a_throw()
    {
        long[] odd = [long.MinValue, -1, 0, 1, 2, 1L << 62, long.MaxValue];
        var hash = Naive.Leaf(0);
        foreach (var (a, b, c) in odd.SelectMany(a => odd.SelectMany(b => odd.Select(c => (a, b, c)))))
        {
            InclusionProof.Verify(a, b, hash, [], hash);
            InclusionProof.Verify(a, b, c, hash, [hash, hash], hash);
            ConsistencyProof.Verify(a, b, hash, hash, [hash]);
            ConsistencyProof.Verify(a, b, c, hash, hash, [hash, hash]);
        }

        Assert.False(InclusionProof.Verify(-1, 1, hash, [], hash));
        Assert.False(ConsistencyProof.Verify(0, 0, TreeHashing.Empty, TreeHashing.Empty, []));
    }

    private static FsCheck.Gen<(int Index, int Size, int Other)> Triples =>
        from size in Gen.Choose(1, Largest)
        from index in Gen.Choose(0, size - 1)
        from other in Gen.Choose(0, Largest - 1)
        select (index, size, other);

    private static IEnumerable<TreeHash[]> Spoilt(TreeHash[] proof, int at)
    {
        yield return [.. proof, Naive.Leaf(7)];
        yield return [Naive.Leaf(7), .. proof];
        if (proof.Length == 0) yield break;
        at %= proof.Length;
        yield return [.. proof[..at], .. proof[(at + 1)..]];
        var bytes = proof[at].ToArray();
        bytes[at % bytes.Length] ^= 0x10;
        yield return [.. proof[..at], new(bytes), .. proof[(at + 1)..]];
    }
}

using System.Collections;
using System.Collections.Immutable;

namespace MinhBach.Monitoring;

/// <summary>All facts as of one moment, in the order of ids. Never changed afterwards; safe for many threads.</summary>
/// <param name="blocks">The facts in parts, none of them empty.</param>
internal sealed class FactSnapshot(ImmutableArray<ReadOnlyMemory<DossierFact>> blocks) : IEnumerable<DossierFact>
{
    /// <summary>The parts, for whoever shares them out among the cores or leaves some out.</summary>
    public ImmutableArray<ReadOnlyMemory<DossierFact>> Blocks => blocks;

    /// <summary>One fact after the other, where it lies.</summary>
    public Enumerator GetEnumerator() => new(blocks.AsSpan());

    IEnumerator<DossierFact> IEnumerable<DossierFact>.GetEnumerator()
    {
        foreach (var block in blocks)
        {
            for (var i = 0; i < block.Length; i++) yield return block.Span[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<DossierFact>)this).GetEnumerator();

    /// <summary>Goes through facts without copying them.</summary>
    public ref struct Enumerator(ReadOnlySpan<ReadOnlyMemory<DossierFact>> blocks)
    {
        private readonly ReadOnlySpan<ReadOnlyMemory<DossierFact>> blocks = blocks;
        private ReadOnlySpan<DossierFact> block;
        private int next;
        private int at = -1;

        public readonly ref readonly DossierFact Current => ref block[at];

        public bool MoveNext()
        {
            if (++at < block.Length) return true;
            if (next == blocks.Length) return false;
            block = blocks[next++].Span;
            at = 0;
            return true;
        }
    }
}

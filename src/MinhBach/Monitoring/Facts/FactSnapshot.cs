using System.Collections;
using System.Collections.Immutable;

namespace MinhBach.Monitoring;

/// <summary>All facts as of one moment, in the order of ids. Never changed afterwards; safe for many threads.</summary>
/// <param name="blocks">The facts in parts, none of them empty: whoever reads all of them does so part by part.</param>
internal sealed class FactSnapshot(ImmutableArray<ReadOnlyMemory<DossierFact>> blocks) : IEnumerable<DossierFact>
{
    public ImmutableArray<ReadOnlyMemory<DossierFact>> Blocks => blocks;

    public IEnumerator<DossierFact> GetEnumerator()
    {
        foreach (var block in blocks)
        {
            for (var i = 0; i < block.Length; i++) yield return block.Span[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

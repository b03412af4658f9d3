using MinhBach.Procedures;
using MinhBach.Procedures.Search;

namespace MinhBach.Benchmarks.Search;

/// <summary>What one would write first: every word of the query looked for in every folded text.</summary>
internal sealed class PlainScan(IReadOnlyList<ProcedureVersion> procedures)
{
    private readonly string[] texts = [.. procedures.Select(Text)];

    public int Find(string query)
    {
        var words = Folding.Words(query).Select(Folding.Fold).ToArray();
        return texts.Count(text => Array.TrueForAll(words, word => text.Contains(word, StringComparison.Ordinal)));
    }

    private static string Text(ProcedureVersion one) => string.Join(' ', new[] { one.Code, one.Name, one.Field, one.ProcessingAuthority, one.CompetentAuthority }
        .Concat(one.Results.Select(result => result.Name))
        .Concat(one.Cases[0].Papers.Select(paper => paper.Name))
        .SelectMany(Folding.Words).Select(Folding.Fold));
}

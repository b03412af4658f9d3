using MinhBach.ProcessMining;

namespace MinhBach.Mining;

/// <summary>What was wrong in a log: everything counted, the first of each kind with their places.</summary>
/// <param name="Kinds">The kinds that occur.</param>
/// <param name="NotRead">Values that were sound and have no place in a report.</param>
public sealed record FoundProblems(IReadOnlyList<FoundKind> Kinds, long NotRead)
{
    /// <summary>All together.</summary>
    internal long Total => Kinds.Sum(kind => kind.Times);

    internal static FoundProblems Of(LogProblems problems) => new(
        [.. problems.Counts.Select(pair => new FoundKind(
            pair.Key, pair.Value, [.. problems.Kept.Where(problem => problem.Kind == pair.Key).Select(problem => new FoundPlace(problem.Place.Line, problem.Case, problem.Value))]))],
        problems.NotRead);

    /// <summary>Those of several files together.</summary>
    internal static FoundProblems Sum(IEnumerable<FoundProblems> files)
    {
        var all = files.ToList();
        return new(
            [.. all.SelectMany(problems => problems.Kinds).GroupBy(kind => kind.Kind).OrderBy(same => same.Key)
                .Select(same => new FoundKind(same.Key, same.Sum(kind => kind.Times), [.. same.SelectMany(kind => kind.First).Take(LogProblems.KeptOfAKind)]))],
            all.Sum(problems => problems.NotRead));
    }
}

/// <summary>One kind of problem.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Times">How often.</param>
/// <param name="First">The first of them.</param>
public sealed record FoundKind(LogProblemKind Kind, long Times, IReadOnlyList<FoundPlace> First);

/// <summary>Where something is wrong.</summary>
/// <param name="Line">Line of the file; 0 where it is not known.</param>
/// <param name="Case">The case; null where none is known.</param>
/// <param name="Value">The text that is wrong; null where there is none.</param>
public sealed record FoundPlace(long Line, string? Case, string? Value);

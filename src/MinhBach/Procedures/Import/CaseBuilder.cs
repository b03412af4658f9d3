using MinhBach.WorkingTime;

namespace MinhBach.Procedures.Import;

/// <summary>Puts channels and papers together into cases (trường hợp), each with its own term, fees and papers.</summary>
internal static class CaseBuilder
{
    public static IReadOnlyList<ProcedureCase> Build(IReadOnlyList<ChannelTerm> channels, IReadOnlyList<PaperGroup> groups)
    {
        var rounds = Rounds(channels);
        if (rounds.Count > 1)
        {
            var papers = AllPapers(groups);
            var cases = rounds.Select((round, index) => Case(index, RoundName(round, index), round, papers)).ToList();
            return [.. cases.Select((one, index) => cases.Count(other => other.Name == one.Name) == 1
                ? one
                : one with { Name = one.TermText is null ? $"Trường hợp {index + 1}" : $"Trường hợp {index + 1} ({one.TermText})" })];
        }

        var round0 = rounds.Count == 1 ? rounds[0] : [];
        var special = groups.Where(IsCase).ToList();
        if (special.Count < 2)
            return [Case(0, "Trường hợp chung", round0, AllPapers(groups))];
        var general = AllPapers([.. groups.Where(group => !IsCase(group))]);
        return [.. special.Select((group, index) => Case(index, group.Heading!, round0, [.. group.Papers, .. general]))];
    }

    /// <summary>The longest of the terms, which binds when the channel is not known; null when none is stated.</summary>
    public static Term? Longest(IEnumerable<Term?> terms) => terms.Where(term => term is not null).MaxBy(term => TermReader.Length(term!));

    // A channel that comes again begins the next case.
    private static List<List<ChannelTerm>> Rounds(IReadOnlyList<ChannelTerm> channels)
    {
        var rounds = new List<List<ChannelTerm>>();
        foreach (var channel in channels)
        {
            var open = rounds.Find(round => round.TrueForAll(other => other.Channel != channel.Channel));
            if (open is null)
                rounds.Add([channel]);
            else
                open.Add(channel);
        }

        return rounds;
    }

    private static ProcedureCase Case(int index, string name, IReadOnlyList<ChannelTerm> channels, IReadOnlyList<ProcedurePaper> papers)
    {
        var longest = channels.Where(channel => channel.Term is not null).MaxBy(channel => TermReader.Length(channel.Term!))
            ?? channels.FirstOrDefault(channel => channel.TermText is not null);
        return new ProcedureCase($"c{index + 1}", name, longest?.Term, longest?.TermText, channels, papers);
    }

    private static string RoundName(List<ChannelTerm> round, int index)
    {
        const int longest = 140;
        var note = round.Select(channel => channel.Note).FirstOrDefault(note => note is not null
            && (note.Contains("rường hợp", StringComparison.Ordinal) || note.Contains("ối với", StringComparison.Ordinal)));
        var line = note?.Split('\n')[0].TrimStart('-', '+', '*', ' ');
        if (line is null || line.Length == 0)
            return $"Trường hợp {index + 1}";
        return line.Length <= longest ? line : $"{line[..longest]}…";
    }

    private static bool IsCase(PaperGroup group) =>
        group.Heading is { } heading
        && (heading.StartsWith("Trường hợp", StringComparison.OrdinalIgnoreCase) || heading.StartsWith("Đối với", StringComparison.OrdinalIgnoreCase)
            || heading.Contains(") Đối với", StringComparison.OrdinalIgnoreCase) || heading.Contains(") Trường hợp", StringComparison.OrdinalIgnoreCase));

    // A heading that is no case of its own goes with each paper as its note.
    private static IReadOnlyList<ProcedurePaper> AllPapers(IReadOnlyList<PaperGroup> groups) =>
        [.. groups.SelectMany(group => group.Papers.Select(paper => group.Heading is null
            ? paper
            : paper with { Note = paper.Note is null ? group.Heading : $"{group.Heading} · {paper.Note}" }))];
}

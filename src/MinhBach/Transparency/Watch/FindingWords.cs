using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>Findings in words for people.</summary>
internal static class FindingWords
{
    extension(Words words)
    {
        /// <summary>A finding in the language of whoever reads.</summary>
        public string Say(WatchFinding finding) => words[finding.Sentence, [.. finding.Values.Select(value => value is Instant moment ? words.Moment(moment) : value)]];
    }
}

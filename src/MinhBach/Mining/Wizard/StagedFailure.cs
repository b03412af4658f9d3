using System.Globalization;
using MinhBach.Kernel;

namespace MinhBach.Mining.Wizard;

/// <summary>Why an upload could not be brought in, to be said in the language of whoever asks.</summary>
/// <param name="Sentence">The Vietnamese sentence, which is the key of its translations.</param>
/// <param name="Values">What stands in its places, as text.</param>
internal sealed record StagedFailure(string Sentence, IReadOnlyList<string> Values)
{
    public static StagedFailure Of(RuleBroken rule) =>
        new(rule.Sentence, [.. rule.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")]);
}

using System.Text.Json;

namespace MinhBach.TransparencyLog.Tests;

/// <summary>Policies and what they say, for every program that reads policies. LOG and W1 to W6 stand for keys.</summary>
internal sealed record PolicyCases(IReadOnlyList<PolicyCases.Judging> Judged, IReadOnlyList<PolicyCases.Refusing> Unreadable)
{
    private const string Resource = "policies.json";

    /// <summary>Policy, cosigners, and whether they are enough.</summary>
    public IEnumerable<(string Policy, string Cosigners, bool IsAccepted)> All => Judged.SelectMany(
        one => one.Accepted.Select(cosigners => (one.Policy, cosigners, true)).Concat(one.Refused.Select(cosigners => (one.Policy, cosigners, false))));

    public static PolicyCases Read()
    {
        using var stream = typeof(PolicyCases).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        return JsonSerializer.Deserialize<PolicyCases>(stream, JsonSerializerOptions.Web)!;
    }

    /// <param name="Policy">The file.</param>
    /// <param name="Accepted">Cosigners by their numbers, who are enough; with an exclamation mark where the cosignature is spoilt.</param>
    /// <param name="Refused">Those who are not.</param>
    internal sealed record Judging(string Policy, IReadOnlyList<string> Accepted, IReadOnlyList<string> Refused);

    /// <param name="Policy">What is no policy.</param>
    /// <param name="Said">What the library says of it.</param>
    /// <param name="Told">What the page says of it; null where no text field can hold it.</param>
    internal sealed record Refusing(string Policy, string Said, string? Told);
}

using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace MinhBach.TransparencyLog.Tests;

public sealed class LogPolicyFacts : IDisposable
{
    private static readonly PolicyCases Cases = PolicyCases.Read();

    private readonly SignerKey _log = SignerKey.Generate("log.example");
    private readonly SignerKey[] _witnesses = [.. Enumerable.Range(1, 6).Select(number => SignerKey.Generate($"w{number}.example", SignatureKind.Cosignature))];

    public static TheoryData<string, string, bool> Judged => [.. Cases.All];

    public static TheoryData<string, string> Unreadable => [.. Cases.Unreadable.Select(one => (one.Policy, one.Said))];

    [Theory, MemberData(nameof(Judged))]
    public void A_checkpoint_is_judged_by_the_quorum(string policy, string cosigners, bool isAccepted)
    {
        var verdict = Parse(policy).Judge(Cosigned(cosigners));
        Assert.Equal(isAccepted, verdict.IsAccepted);
        Assert.Equal(isAccepted, verdict.Reason.Length == 0);
    }

    [Fact]
    public void Parties_keep_their_addresses()
    {
        var policy = Parse("log LOG https://log.example/\nwitness A W1 https://w1.example/\nwitness B W2\ngroup G 1 A B\nquorum G\n");
        var verdict = policy.Judge(Cosigned("1 2"));
        Assert.Equal(_log.Verifier, verdict.Log);
        Assert.Equal(["A", "B"], verdict.Cosigned.Select(one => one.Witness));
        Assert.Equal(["https://w1.example/", null], policy.Witnesses.Select(witness => witness.Url));
        Assert.Equal("https://log.example/", policy.Logs[0].Url);
    }

    [Fact]
    public void K_of_n_is_a_policy_file_too()
    {
        var policy = LogPolicy.Of(_log.Verifier, 2, _witnesses.Take(3).Select(witness => witness.Verifier));
        Assert.False(policy.Judge(Cosigned("1")).IsAccepted);
        Assert.True(policy.Judge(Cosigned("1 2")).IsAccepted);
        Assert.False(LogPolicy.Parse(Encoding.Latin1.GetBytes(policy.ToString())).Judge(Cosigned("1 4")).IsAccepted);
        Assert.True(LogPolicy.Of(_log.Verifier, 0).Judge(Cosigned("")).IsAccepted);
        Assert.False(LogPolicy.Of(_log.Verifier, 0).NeedsWitnesses);
    }

    [Fact]
    public void A_witness_that_cosigns_twice_counts_once()
    {
        var policy = LogPolicy.Of(_log.Verifier, 2, _witnesses.Take(3).Select(witness => witness.Verifier));
        var note = Cosigned("1");
        Assert.False(policy.Judge(note.With(_witnesses[0].Cosign(note.Text, Instant.FromUnixTimeSeconds(99)))).IsAccepted);
    }

    [Fact]
    public void An_unsigned_checkpoint_and_a_foreign_log_are_refused()
    {
        using var other = SignerKey.Generate("log.example");
        using var foreign = SignerKey.Generate("other.example");
        var note = Cosigned("1 2 3");
        Assert.False(LogPolicy.Of(other.Verifier, 0).Judge(note).IsAccepted);
        // The key is known, but not for this origin.
        var borrowed = new Checkpoint("log.example", new(1, TreeHashing.Empty)).Sign(foreign);
        Assert.False(LogPolicy.Of(foreign.Verifier, 0).Judge(borrowed).IsAccepted);
        Assert.False(Parse("quorum none\n").Judge(note).IsAccepted);
        Assert.True(Parse("quorum none\n").Judge(note, _log.Verifier).IsAccepted);
    }

    [Fact]
    public void A_cosignature_that_does_not_hold_spoils_the_checkpoint()
    {
        var policy = LogPolicy.Of(_log.Verifier, 1, _witnesses.Take(2).Select(witness => witness.Verifier));
        var verdict = policy.Judge(Cosigned("1").With(_witnesses[1].Cosign("another text\n", default)));
        Assert.False(verdict.IsAccepted);
        Assert.Contains("w2.example", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Unreadable))]
    public void What_is_no_policy_is_refused_with_its_line(string text, string said) =>
        Assert.Contains(said, Assert.Throws<LogException>(() => Parse(text)).Message, StringComparison.Ordinal);

    public void Dispose()
    {
        _log.Dispose();
        Array.ForEach(_witnesses, witness => witness.Dispose());
    }

    private LogPolicy Parse(string text) => LogPolicy.Parse(Encoding.UTF8.GetBytes(Regex.Replace(
        text, @"\b(?:LOG|W(?<number>[1-6]))\b", name => (name.Value == "LOG" ? _log : _witnesses[name.Groups["number"].Value[0] - '1']).Verifier.ToString())));

    // By their numbers; with an exclamation mark, over another text.
    private SignedNote Cosigned(string cosigners)
    {
        var note = new Checkpoint("log.example", new(1, TreeHashing.Empty)).Sign(_log);
        return note.With(cosigners.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => _witnesses[one[^1] - '1'].Cosign(one[0] == '!' ? "another text\n" : note.Text, Instant.FromUnixTimeSeconds(1))));
    }
}

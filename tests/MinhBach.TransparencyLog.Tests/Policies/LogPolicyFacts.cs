using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace MinhBach.TransparencyLog.Tests;

public sealed class LogPolicyFacts : IDisposable
{
    private readonly SignerKey _log = SignerKey.Generate("log.example");
    private readonly SignerKey[] _witnesses = [.. Enumerable.Range(1, 6).Select(number => SignerKey.Generate($"w{number}.example", SignatureKind.Cosignature))];

    // The example of c2sp.org/tlog-policy: two of the X, one of the Y, and both groups.
    [Theory]
    [InlineData("", false)]
    [InlineData("X1 X2", false)]
    [InlineData("X1 Y1", false)]
    [InlineData("Y1 Y2 Y3 X3", false)]
    [InlineData("X1 X3 Y2", true)]
    [InlineData("X1 X2 X3 Y1 Y2 Y3", true)]
    public void Groups_of_groups_are_counted(string cosigners, bool isAccepted)
    {
        var policy = Parse("""
            # Chính sách
            log LOG https://log.example/
            	witness X1 W1
            witness X2 W2
            witness X3 W3 https://w3.example/
              group X-witnesses 2 X1 X2 X3

            witness Y1 W4
            witness Y2 W5
            witness Y3 W6
            group Y-witnesses any Y1 Y2 Y3
            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y

            """);
        var verdict = policy.Judge(Cosigned(cosigners));
        Assert.Equal(isAccepted, verdict.IsAccepted);
        Assert.Equal(isAccepted, verdict.Reason.Length == 0);
        Assert.Equal(_log.Verifier, verdict.Log);
        Assert.Equal(cosigners.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, verdict.Cosigned.Count);
        Assert.Equal("https://w3.example/", policy.Witnesses[2].Url);
        Assert.Equal("https://log.example/", policy.Logs[0].Url);
    }

    [Fact]
    public void K_of_n_is_a_policy_file_too()
    {
        var policy = LogPolicy.Of(_log.Verifier, 2, _witnesses.Take(3).Select(witness => witness.Verifier));
        Assert.False(policy.Judge(Cosigned("X1")).IsAccepted);
        Assert.True(policy.Judge(Cosigned("X1 X2")).IsAccepted);
        Assert.False(LogPolicy.Parse(Encoding.Latin1.GetBytes(policy.ToString())).Judge(Cosigned("X1 Y1")).IsAccepted);
        Assert.True(LogPolicy.Of(_log.Verifier, 0).Judge(Cosigned("")).IsAccepted);
        Assert.False(LogPolicy.Of(_log.Verifier, 0).NeedsWitnesses);
    }

    [Fact]
    public void A_witness_that_cosigns_twice_counts_once()
    {
        var policy = LogPolicy.Of(_log.Verifier, 2, _witnesses.Take(3).Select(witness => witness.Verifier));
        var note = Cosigned("X1");
        Assert.False(policy.Judge(note.With(_witnesses[0].Cosign(note.Text, Instant.FromUnixTimeSeconds(99)))).IsAccepted);
    }

    [Fact]
    public void An_unsigned_checkpoint_and_a_foreign_log_are_refused()
    {
        using var other = SignerKey.Generate("log.example");
        using var foreign = SignerKey.Generate("other.example");
        var note = Cosigned("X1 X2 X3");
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
        var verdict = policy.Judge(Cosigned("X1").With(_witnesses[1].Cosign("another text\n", default)));
        Assert.False(verdict.IsAccepted);
        Assert.Contains("w2.example", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no quorum")]
    [InlineData("log LOG\n", "no quorum")]
    [InlineData("quorum none", "newline")]
    [InlineData("quorum none\nquorum none\n", "Line 2")]
    [InlineData("quorum A\nwitness A W1\n", "Line 1")]
    [InlineData("log LOG\nlog LOG\nquorum none\n", "same key")]
    [InlineData("witness A W1\nwitness B W1\nquorum none\n", "same key")]
    [InlineData("witness A W1\nwitness A W2\nquorum none\n", "called A")]
    [InlineData("witness none W1\nquorum none\n", "no name")]
    [InlineData("witness A LOG\nquorum none\n", "cosigns")]
    [InlineData("witness A W1\ngroup G 2 A\nquorum G\n", "1 to 1")]
    [InlineData("witness A W1\ngroup G 0 A\nquorum G\n", "1 to 1")]
    [InlineData("witness A W1\ngroup G 01 A\nquorum G\n", "1 to 1")]
    [InlineData("witness A W1\ngroup G any\nquorum G\n", "not understood")]
    [InlineData("witness A W1\ngroup G any B\nquorum G\n", "called B")]
    [InlineData("witness A W1\ngroup G any G\nquorum G\n", "called G")]
    [InlineData("witness A W1\ngroup G any none\nquorum G\n", "called none")]
    [InlineData("witness A W1\ngroup G any A A\nquorum G\n", "member already")]
    [InlineData("witness A W1\ngroup G any A\ngroup H any A\nquorum G\n", "member already")]
    [InlineData("witness A W1\r\nquorum none\n", "control")]
    [InlineData("Quorum none\n", "not understood")]
    [InlineData("log x+y\nquorum none\n", "Line 1")]
    public void What_is_no_policy_is_refused_with_its_line(string text, string said) =>
        Assert.Contains(said, Assert.Throws<LogException>(() => Parse(text)).Message, StringComparison.Ordinal);

    // An ASCII K is another name than a Kelvin sign.
    [Fact]
    public void Names_are_octets()
    {
        var policy = Parse("witness K W1\nwitness \u212a W2\ngroup G all K \u212a\nquorum G\nlog LOG\n");
        Assert.False(policy.Judge(Cosigned("X1")).IsAccepted);
        Assert.True(policy.Judge(Cosigned("X1 X2")).IsAccepted);
    }

    public void Dispose()
    {
        _log.Dispose();
        Array.ForEach(_witnesses, witness => witness.Dispose());
    }

    private LogPolicy Parse(string text) => LogPolicy.Parse(Encoding.UTF8.GetBytes(Regex.Replace(
        text, @"\b(?:LOG|W(?<number>[1-6]))\b", name => (name.Value == "LOG" ? _log : _witnesses[name.Groups["number"].Value[0] - '1']).Verifier.ToString())));

    private SignedNote Cosigned(string cosigners)
    {
        var note = new Checkpoint("log.example", new(1, TreeHashing.Empty)).Sign(_log);
        string[] names = ["X1", "X2", "X3", "Y1", "Y2", "Y3"];
        return note.With(cosigners.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => _witnesses[Array.IndexOf(names, name)].Cosign(note.Text, Instant.FromUnixTimeSeconds(1))));
    }
}

using NodaTime;

namespace MinhBach.TransparencyLog.Tests;

public sealed class LogProofFacts : IDisposable
{
    private static readonly NaiveTree Naive = NaiveTree.Of(100);

    private readonly SignerKey _log = SignerKey.Generate("log.example");
    private readonly SignerKey _witness = SignerKey.Generate("w.example", SignatureKind.Cosignature);

    [Fact]
    public void Proof_file_comes_back_and_is_accepted_for_its_entry_alone()
    {
        var proof = LogProof.Parse(Proof(extra: [1, 2, 3]).ToBytes());
        var policy = LogPolicy.Of(_log.Verifier, 1, _witness.Verifier);
        Assert.Equal((42, 3), (proof.Index, proof.Extra.Length));
        Assert.StartsWith($"c2sp.org/tlog-proof@v1\nextra AQID\nindex 42\n{Naive.Leaf(43)}\n", proof.ToString(), StringComparison.Ordinal);
        var verdict = proof.Judge(Naive.Leaf(42), policy);
        Assert.True(verdict.IsAccepted, verdict.Reason);
        Assert.Equal(Instant.FromUnixTimeSeconds(1_800_000_000), Assert.Single(verdict.Cosigned).At);
        Assert.Contains("42", proof.Judge(Naive.Leaf(41), policy).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Proof_without_the_quorum_is_refused_with_the_reason()
    {
        using var other = SignerKey.Generate("x.example", SignatureKind.Cosignature);
        var verdict = Proof().Judge(Naive.Leaf(42), LogPolicy.Of(_log.Verifier, 2, _witness.Verifier, other.Verifier));
        Assert.False(verdict.IsAccepted);
        Assert.Contains("w1", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2")]
    [InlineData("index 42", "index 042")]
    [InlineData("index 42", "index -1")]
    [InlineData("index 42", "Index 42")]
    [InlineData("index 42", "extra \nindex 42")]
    [InlineData("index 42", "extra AQ\nindex 42")]
    [InlineData("index 42", "extra AQID\nextra AQID\nindex 42")]
    [InlineData("\n\nlog.example", "\nlog.example")]
    public void What_is_no_proof_is_refused(string was, string isNow)
    {
        var text = Proof().ToString();
        Assert.Contains(was, text, StringComparison.Ordinal);
        Assert.Throws<LogException>(() => LogProof.Parse(System.Text.Encoding.UTF8.GetBytes(text.Replace(was, isNow, StringComparison.Ordinal))));
    }

    [Fact]
    public void More_hashes_than_a_tree_can_need_are_refused()
    {
        var text = Proof().ToString();
        var line = Naive.Leaf(43) + "\n";
        Assert.Throws<LogException>(() => LogProof.Parse(System.Text.Encoding.UTF8.GetBytes(text.Replace(line, string.Concat(Enumerable.Repeat(line, 60)), StringComparison.Ordinal))));
    }

    public void Dispose()
    {
        _log.Dispose();
        _witness.Dispose();
    }

    private LogProof Proof(byte[]? extra = null)
    {
        var note = new Checkpoint("log.example", new(100, Naive.Root)).Sign(_log);
        return new(42, InclusionProof.Make(Naive, 42, 100), note.With(_witness.Cosign(note.Text, Instant.FromUnixTimeSeconds(1_800_000_000))), extra);
    }
}

using System.Buffers.Text;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Tests.Transparency.Proofs;

public sealed class CompactProofFacts : IDisposable
{
    private readonly SampleLog _log = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_proof_comes_back_to_the_byte_and_fits_on_paper(bool isOpened)
    {
        var proof = _log.Proof(1, isOpened);
        var compact = CompactProof.Write(proof, _log.Key, _log.Witness);

        Assert.Equal(proof.ToString(), CompactProof.Read("#" + compact).ToString());
        Assert.StartsWith("1.", compact, StringComparison.Ordinal);
        Assert.InRange(compact.Length, 500, CompactProof.LettersOnPaper);
    }

    [Fact]
    public void A_log_of_sixteen_million_entries_with_two_witnesses_fits_on_paper()
    {
        using var key = SignerKey.Generate("minhbach.thanh-pho-truc-thuoc.gov.vn/so-cong-khai");
        using var press = SignerKey.Generate("nhan-chung.bao-thanh-pho.vn", SignatureKind.Cosignature);
        using var university = SignerKey.Generate("nhan-chung.dai-hoc.edu.vn", SignatureKind.Cosignature);
        var note = new Checkpoint(key.Verifier.Name, new(1 << 24, Random())).Sign(key);
        note = note.With(press.Cosign(note.Text, Instant.FromUnixTimeSeconds(1_795_334_600)), university.Cosign(note.Text, Instant.FromUnixTimeSeconds(1_795_334_601)));
        var proof = new LogProof(1 << 23, [.. Enumerable.Range(0, 24).Select(_ => Random())], note, SampleLog.Event(2).ToBytes());

        var compact = CompactProof.Write(proof, key.Verifier, press.Verifier, university.Verifier);

        Assert.InRange(compact.Length, 0, CompactProof.LettersOnPaper);
        Assert.Equal(proof.ToString(), CompactProof.Read(compact).ToString());

        static TreeHash Random() => new(System.Security.Cryptography.RandomNumberGenerator.GetBytes(TreeHash.Length));
    }

    [Fact]
    public void The_dictionary_stays_as_it_is_for_codes_that_were_printed() => Assert.Equal(
        "80000c4b96cdf46e162b314a35c648dabe8d7e8554fd13d9c5af9e33518bcefc", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(CompactText.Dictionary)));

    [Fact]
    public void Signatures_of_others_are_left_out_and_that_of_the_log_may_not_be_missing()
    {
        using var other = SignerKey.Generate("khac.example");

        Assert.Equal(_log.Key.Name, Assert.Single(CompactProof.Read(CompactProof.Write(_log.Proof(1), _log.Key)).Note.Signatures).Name);
        Assert.Throws<LogException>(() => CompactProof.Write(_log.Proof(1), other.Verifier, _log.Witness));
    }

    [Fact]
    public void Numbers_up_to_the_largest_come_back()
    {
        var proof = _log.Proof(1);
        using var key = SignerKey.Generate("so.example");
        foreach (var size in (long[])[128, 16_384, int.MaxValue, long.MaxValue])
        {
            var large = new LogProof(size - 1, [.. Enumerable.Repeat(TreeHashing.Empty, 63)], new Checkpoint("so.example", new(size, TreeHashing.Empty)).Sign(key), proof.Extra);
            Assert.Equal(large.ToString(), CompactProof.Read(CompactProof.Write(large, key.Verifier)).ToString());
        }
    }

    [Fact]
    public void What_does_not_fit_the_form_is_not_written()
    {
        using var key = SignerKey.Generate("so.example");
        var extended = new Checkpoint("so.example", new(1, TreeHashing.Empty), "thêm\n").Sign(key);

        Assert.Throws<LogException>(() => CompactProof.Write(new(0, [], extended, _log.Proof(1).Extra), key.Verifier));
        Assert.Throws<LogException>(() => CompactProof.Write(new(0, [], new Checkpoint("so.example", new(1, TreeHashing.Empty)).Sign(key)), key.Verifier));
    }

    [Fact]
    public void No_altered_letter_brings_another_exception_or_the_same_proof()
    {
        var proof = _log.Proof(1);
        var compact = CompactProof.Write(proof, _log.Key, _log.Witness);
        for (var i = 0; i < compact.Length; i++)
        {
            var altered = string.Concat(compact.AsSpan(0, i), compact[i] == 'A' ? "B" : "A", compact.AsSpan(i + 1));
            // The last bits fill up a byte and say nothing.
            if (Read(altered) is { } read && i < compact.Length - 2) Assert.NotEqual(proof.ToString(), read.ToString());
        }

        for (var i = 0; i < compact.Length - 600; i += 7) _ = Read(compact[..i]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2.AAAA")]
    [InlineData("1.")]
    [InlineData("1.####")]
    [InlineData("1.gICAgICAgICAgIA")]
    [InlineData("1.gAA")]
    public void What_is_no_compact_proof_is_refused(string compact) => Assert.Throws<LogException>(() => CompactProof.Read(compact));

    [Fact]
    public void Neither_many_letters_nor_a_long_text_in_few_are_read()
    {
        Assert.Throws<LogException>(() => CompactProof.Read("1." + new string('A', 20_000)));

        using var bomb = new MemoryStream();
        bomb.Write([0, 1, .. new byte[32], 0, 1, 0, 0, 0, 1, 1, 0, 0]);
        using (var deflated = new System.IO.Compression.DeflateStream(bomb, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true)) deflated.Write(new byte[1 << 20]);
        Assert.Contains("longer", Assert.Throws<LogException>(() => CompactProof.Read("1." + Base64Url.EncodeToString(bomb.ToArray()))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _log.Dispose();

    private static LogProof? Read(string compact)
    {
        try
        {
            return CompactProof.Read(compact);
        }
        catch (LogException)
        {
            return null;
        }
    }
}

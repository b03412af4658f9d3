using System.Text.Json;
using MinhBach.Testing;

namespace MinhBach.TransparencyLog.Tests;

/// <summary>Checkpoints and a proof of sigstore's public log.</summary>
public sealed class RekorFacts
{
    private const string Origin = "rekor.sigstore.dev - 2605736670972794746";

    private readonly JsonElement _vectors = JsonDocument.Parse(File.ReadAllBytes(SharedData.Find("signed-notes/rekor_checkpoints.json"))).RootElement;

    private VerifierKey Key => VerifierKey.Of("rekor.sigstore.dev", SignatureKind.EcdsaP256, _vectors.GetProperty("public_key_spki_der_base64").GetBytesFromBase64());

    [Fact]
    public void Real_checkpoints_verify_and_altered_ones_do_not()
    {
        var key = Key;
        var checkpoints = _vectors.GetProperty("checkpoints").EnumerateArray().Select(vector => vector.GetProperty("checkpoint").GetString()!).ToArray();
        Assert.Equal(7, checkpoints.Length);
        Assert.StartsWith(key.Id.ToString("x8", System.Globalization.CultureInfo.InvariantCulture), _vectors.GetProperty("log_id_sha256_of_spki").GetString(), StringComparison.Ordinal);
        Assert.Equal(key, VerifierKey.Parse(key.ToString()));
        foreach (var text in checkpoints)
        {
            var note = SignedNote.Parse(text);
            Assert.Equal(text, note.ToString());
            Assert.True(Checkpoint.Open(note, key, Origin).Size > 6_000_000);
            var altered = new SignedNote(note.Text.Replace(Origin, Origin + "0", StringComparison.Ordinal), note.Signatures);
            Assert.Throws<LogException>(() => Checkpoint.Open(altered, key, Origin + "0"));
        }
    }

    [Fact]
    public void Real_inclusion_proof_holds_under_its_checkpoint()
    {
        var vector = _vectors.GetProperty("inclusion_proofs")[0];
        var checkpoint = Checkpoint.Open(SignedNote.Parse(vector.GetProperty("checkpoint").GetString()!), Key, Origin);
        TreeHash[] proof = [.. vector.GetProperty("hashes").EnumerateArray().Select(hash => Hex(hash.GetString()!))];
        var (leaf, index) = (Hex(vector.GetProperty("leafHash").GetString()!), vector.GetProperty("leafIndex").GetInt64());
        Assert.Equal(20, proof.Length);
        Assert.True(InclusionProof.Verify(index, checkpoint.Size, leaf, proof, checkpoint.Root));
        Assert.False(InclusionProof.Verify(index + 1, checkpoint.Size, leaf, proof, checkpoint.Root));

        // The same as a file, judged by a policy that knows sigstore's key under the log's own name.
        var named = VerifierKey.Of("rekor.sigstore.dev", SignatureKind.EcdsaP256, Key.Material.Span);
        var file = LogProof.Parse(new LogProof(index, proof, SignedNote.Parse(vector.GetProperty("checkpoint").GetString()!)).ToBytes());
        Assert.Equal([named], file.Note.VerifiedBy(named));
        Assert.Equal(proof, file.Hashes);
    }

    private static TreeHash Hex(string hex) => new(Convert.FromHexString(hex));
}

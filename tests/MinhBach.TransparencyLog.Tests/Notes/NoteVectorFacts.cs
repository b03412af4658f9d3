using System.Text.Json;
using MinhBach.Testing;

namespace MinhBach.TransparencyLog.Tests;

/// <summary>The keys, notes and checkpoints that Go's tests use (golang.org/x/mod).</summary>
public sealed class NoteVectorFacts
{
    private readonly JsonElement _vectors = JsonDocument.Parse(File.ReadAllBytes(SharedData.Find("signed-notes/signed_note_vectors.json"))).RootElement;

    [Fact]
    public void Valid_notes_are_verified_by_those_who_signed_and_written_as_they_were()
    {
        var keys = Strings("verifier_keys").Select(VerifierKey.Parse).ToArray();
        foreach (var vector in _vectors.GetProperty("valid").EnumerateArray())
        {
            var note = SignedNote.Parse(vector.GetProperty("note").GetString()!);
            Assert.Equal(vector.GetProperty("text").GetString(), note.Text);
            Assert.Equal(vector.GetProperty("note").GetString(), note.ToString());
            Assert.Equal(vector.GetProperty("signers").EnumerateArray().Select(name => name.GetString()), note.VerifiedBy(keys).Select(key => key.Name));
        }
    }

    [Fact]
    public void Malformed_notes_are_refused()
    {
        foreach (var note in Strings("malformed"))
            Assert.Throws<LogException>(() => SignedNote.Parse(note));
    }

    [Fact]
    public void Signature_of_a_known_key_that_does_not_hold_spoils_the_note()
    {
        var key = VerifierKey.Parse(_vectors.GetProperty("verifier_keys").GetProperty("PeterNeumann").GetString()!);
        foreach (var note in Strings("invalid_signature").Select(SignedNote.Parse))
        {
            var refusal = Assert.Throws<LogException>(() => note.VerifiedBy(key));
            Assert.Contains("PeterNeumann+c74f20a3", refusal.Message, StringComparison.Ordinal);
            Assert.Empty(note.VerifiedBy());
        }
    }

    [Fact]
    public void Bad_keys_are_refused_and_good_ones_come_back_as_they_were()
    {
        foreach (var key in Strings("bad_verifier_keys"))
            Assert.Throws<LogException>(() => VerifierKey.Parse(key));
        foreach (var key in Strings("verifier_keys"))
            Assert.Equal(key, VerifierKey.Parse(key).ToString());
    }

    [Fact]
    public void Published_private_key_signs_as_it_did_in_go()
    {
        using var key = SignerKey.Parse(_vectors.GetProperty("published_test_signer_key").GetString()!);
        var vector = _vectors.GetProperty("valid")[0];
        var text = vector.GetProperty("text").GetString()!;
        Assert.Equal(vector.GetProperty("note").GetString(), new SignedNote(text, key.Sign(text)).ToString());
        Assert.Equal(_vectors.GetProperty("published_test_signer_key").GetString(), key.Export());
    }

    [Fact]
    public void Checkpoint_texts_are_read_or_refused()
    {
        var texts = _vectors.GetProperty("checkpoint_text");
        var golden = texts.GetProperty("golden").GetString()!;
        Assert.Equal(("go.sum database tree", 123456789012L, golden), (Checkpoint.Parse(golden).Origin, Checkpoint.Parse(golden).Size, Checkpoint.Parse(golden).Text));
        foreach (var bad in texts.GetProperty("bad").EnumerateArray())
            Assert.Throws<LogException>(() => Checkpoint.Parse(bad.GetString()!));
    }

    [Fact]
    public void Signed_tree_of_gos_own_test_opens()
    {
        var key = VerifierKey.Parse(_vectors.GetProperty("verifier_keys").GetProperty("localhost.localdev/sumdb").GetString()!);
        foreach (var note in Strings("signed_trees").Select(SignedNote.Parse))
            Assert.Equal(6, Checkpoint.Open(note, key, "go.sum database tree").Size);
    }

    private IEnumerable<string> Strings(string name) => _vectors.GetProperty(name) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(item => item.GetString()!)
        : _vectors.GetProperty(name).EnumerateObject().Select(item => item.Value.GetString()!);
}

using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace MinhBach.TransparencyLog.Tests;

/// <summary>Whatever happens to bytes from outside, they are read or refused with the one exception; and nothing false is believed.</summary>
public sealed class DamageProperties : IDisposable
{
    private static readonly NaiveTree Naive = NaiveTree.Of(50);

    private readonly SignerKey _log = SignerKey.Generate("log.example");
    private readonly SignerKey _witness = SignerKey.Generate("w.example", SignatureKind.Cosignature);
    private readonly SignedNote _note;

    public DamageProperties()
    {
        var note = new Checkpoint("log.example", new(50, Naive.Root), "khác\n").Sign(_log);
        _note = note.With(_witness.Cosign(note.Text, Instant.FromUnixTimeSeconds(1)));
    }

    [Fact]
    public void A_damaged_note_is_refused_or_says_what_was_signed() => Survives(_note.ToBytes(), bytes =>
    {
        var note = SignedNote.Parse(bytes);
        if (note.VerifiedBy(_log.Verifier, _witness.Verifier).Count > 0) Assert.Equal(_note.Text, note.Text);
        Assert.Equal(bytes, note.ToBytes());
        _ = Checkpoint.Parse(note.Text);
    });

    [Fact]
    public void A_damaged_proof_is_refused_or_proves_what_is_true()
    {
        var policy = LogPolicy.Of(_log.Verifier, 1, _witness.Verifier);
        var proof = new LogProof(20, InclusionProof.Make(Naive, 20, 50), _note, "extra"u8.ToArray());
        Survives(proof.ToBytes(), bytes =>
        {
            var read = LogProof.Parse(bytes);
            Assert.Equal(bytes, read.ToBytes());
            if (read.Judge(Naive.Leaf(20), policy).IsAccepted) Assert.Equal((20, Naive.Root), (read.Index, read.Checkpoint.Root));
            Assert.False(read.Judge(Naive.Leaf(21), policy).IsAccepted && read.Index != 21);
        });
    }

    [Fact]
    public void A_damaged_request_is_answered_and_cosigned_only_if_it_is_true()
    {
        var witness = new Witness(new Forgetful(), [_log.Verifier], _witness);
        Survives(new AddCheckpoint(0, [], _note).ToBytes(), bytes =>
        {
            if (witness.AddCheckpoint(bytes, Instant.FromUnixTimeSeconds(2)).Status == 200) Assert.Equal(_note.Text, AddCheckpoint.Parse(bytes).Note.Text);
        });
    }

    [Fact]
    public void A_damaged_answer_gives_no_false_cosignature() => Survives(Encoding.UTF8.GetBytes(_note.Signatures[1] + "\n"), bytes =>
    {
        if (Cosigning.Of(new(200, Encoding.UTF8.GetString(bytes)), _note, _witness.Verifier) is Cosigning.Given given)
            Assert.Equal(_note.Signatures[1], Assert.Single(given.Signatures.Distinct()));
    });

    [Fact]
    public void A_damaged_key_is_refused_or_another_key() => Survives(Encoding.UTF8.GetBytes(_log.Verifier.ToString()), bytes =>
    {
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Equal(text, VerifierKey.Parse(text).ToString());
    });

    [Fact]
    public void A_damaged_ecdsa_key_is_refused_or_another_key()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var sound = key.ExportSubjectPublicKeyInfo();
        var signature = key.SignData("x\n"u8, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        Survives(sound, bytes => Assert.Equal(
            bytes.AsSpan().SequenceEqual(sound), VerifierKey.Of("a.example", SignatureKind.EcdsaP256, bytes).Verifies("x\n"u8, signature)));
        var verifier = VerifierKey.Of("a.example", SignatureKind.EcdsaP256, sound);
        Survives(signature, bytes => Assert.Equal(bytes.AsSpan().SequenceEqual(signature), verifier.Verifies("x\n"u8, bytes)));
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<LogException>(() => VerifierKey.Of("a.example", SignatureKind.EcdsaP256, larger.ExportSubjectPublicKeyInfo()));
    }

    [Fact]
    public void A_damaged_private_key_is_refused_or_another_key() => Survives(Encoding.UTF8.GetBytes(_log.Export()), bytes =>
    {
        using var key = SignerKey.Parse(Encoding.UTF8.GetString(bytes));
        Assert.Equal(Encoding.UTF8.GetString(bytes), key.Export());
    });

    [Fact]
    public void A_damaged_policy_is_refused_or_judges() => Survives(Encoding.UTF8.GetBytes(LogPolicy.Of(_log.Verifier, 1, _witness.Verifier).ToString()), bytes =>
        _ = LogPolicy.Parse(bytes).Judge(_note).IsAccepted);

    [Fact]
    public void A_damaged_bundle_is_refused_or_read()
    {
        var bundle = new EntryBundle();
        for (var i = 0; i < 5; i++)
            bundle.Add(NaiveTree.Entry(i));
        Survives(bundle.Bytes.ToArray(), bytes => Assert.Equal(bytes.Length, EntryBundle.Parse(bytes).Sum(entry => 2 + entry.Length)));
    }

    [Fact]
    public void A_damaged_path_is_refused_or_another_tile() => Survives("tile/entries/x001/234.p/56"u8.ToArray(), bytes =>
    {
        var path = Encoding.UTF8.GetString(bytes);
        Assert.Equal(path, Tile.Parse(path).Path);
    });

    public void Dispose()
    {
        _log.Dispose();
        _witness.Dispose();
    }

    private static void Survives(byte[] sound, Action<byte[]> read)
    {
        read(sound);
        var (refused, taken) = (0, 0);
        var damages =
            from count in Gen.Choose(1, 4)
            from all in Gen.CollectToArray(Enumerable.Repeat(Damage(sound.Length), count))
            select all;
        Prop.ForAll(damages.ToArbitrary(), all =>
        {
            var bytes = sound.ToList();
            foreach (var (at, length, put) in all)
            {
                var from = Math.Min(at, bytes.Count);
                bytes.RemoveRange(from, Math.Min(length, bytes.Count - from));
                bytes.InsertRange(from, put);
            }

            try
            {
                read([.. bytes]);
                taken++;
            }
            catch (LogException)
            {
                // That is the one refusal.
                refused++;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
        Assert.True(taken + refused >= 2000);
    }

    private static Gen<(int At, int Length, byte[] Put)> Damage(int size) =>
        from at in Gen.Choose(0, size)
        from length in Gen.Frequency((3, Gen.Choose(0, 3)), (1, Gen.Choose(0, size)))
        from put in Gen.OneOf(
            Gen.Elements("\n", "\n\n", "— ", " ", "+", "=", "==", "\0", "\t", "\u00a0", "-1", "0", "18446744073709551616", "index ", "old ", "extra ", "— w.example AAAAAAA=\n", "quorum none\n", "group g any w1\n", "/", ".p/", "x", "../")
                .Select(Encoding.UTF8.GetBytes),
            Gen.Choose(0, 255).Select(value => new[] { (byte)value }),
            Gen.Constant(Array.Empty<byte>()))
        select (at, length, put);

    private sealed class Forgetful : IWitnessStore
    {
        public SignedNote? Find(string origin) => null;

        public bool TryReplace(string origin, SignedNote? old, SignedNote next) => true;
    }
}

using NodaTime;

namespace MinhBach.TransparencyLog.Tests;

public sealed class KeyFacts
{
    private const string Text = "a\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";

    // RFC 8032 section 7.1, tests 1 to 3.
    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Ed25519_gives_what_the_standard_gives(string seed, string publicKey, string message, string signature)
    {
        using var key = new Ed25519(Convert.FromHexString(seed));
        Assert.Equal(publicKey, Convert.ToHexStringLower(key.PublicKey()));
        Assert.Equal(seed, Convert.ToHexStringLower(key.Seed()));
        Assert.Equal(signature, Convert.ToHexStringLower(key.Sign(Convert.FromHexString(message))));
        Assert.True(Ed25519.Verify(key.PublicKey(), Convert.FromHexString(message), Convert.FromHexString(signature)));
        Assert.False(Ed25519.Verify(key.PublicKey(), [1, 2, 3], Convert.FromHexString(signature)));
        Assert.False(Ed25519.Verify(new byte[31], [], new byte[64]));
        Assert.False(Ed25519.Verify(key.PublicKey(), [], new byte[63]));
    }

    [Fact]
    public void Absent_openssl_is_told_with_what_to_install()
    {
        Assert.Equal(0, Libcrypto.Find(["libcrypto-that-nobody-has.so.99"]));
        var refusal = Assert.Throws<PlatformNotSupportedException>(() => Libcrypto.Require(0, ["libcrypto.so.3"]));
        Assert.Contains("libcrypto.so.3", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("libssl3", refusal.Message, StringComparison.Ordinal);
    }

    // The example of c2sp.org/signed-note.
    [Fact]
    public void Note_of_the_specification_verifies()
    {
        var note = SignedNote.Parse("This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
        var key = VerifierKey.Parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        Assert.Equal([key], note.VerifiedBy(key));
        Assert.Throws<LogException>(() => new SignedNote("This is another message.\n", note.Signatures).VerifiedBy(key));
    }

    [Fact]
    public void Cosignature_covers_its_time()
    {
        using var witness = SignerKey.Generate("nhân-chứng.example/w1", SignatureKind.Cosignature);
        var at = Instant.FromUtc(2026, 11, 22, 8, 30, 15);
        var signature = witness.Cosign(Text, at + Duration.FromMilliseconds(900));
        Assert.Equal(at, witness.Verifier.TimeOf(signature));
        Assert.Equal([witness.Verifier], new SignedNote(Text, signature).VerifiedBy(witness.Verifier));

        var bytes = signature.Bytes.ToArray();
        bytes[7]++;
        var moved = new NoteSignature(signature.Name, signature.KeyId, bytes);
        Assert.Equal(at + Duration.FromSeconds(1), witness.Verifier.TimeOf(moved));
        Assert.Throws<LogException>(() => new SignedNote(Text, moved).VerifiedBy(witness.Verifier));
        bytes[0] = 0x80;
        Assert.Throws<LogException>(() => witness.Verifier.TimeOf(new NoteSignature(signature.Name, signature.KeyId, bytes)));
        Assert.Throws<InvalidOperationException>(() => witness.Sign(Text));
    }

    [Fact]
    public void Keys_of_one_name_and_key_but_another_kind_have_another_id()
    {
        using var log = SignerKey.Generate("a.example");
        var witness = VerifierKey.Of("a.example", SignatureKind.Cosignature, log.Verifier.Material.Span);
        Assert.NotEqual(log.Verifier.Id, witness.Id);
        Assert.True(witness.HasKeyOf(log.Verifier));
        Assert.NotEqual(log.Verifier, witness);
        Assert.Throws<InvalidOperationException>(() => log.Cosign(Text, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\u00a0b")]
    [InlineData("a\u2003b")]
    [InlineData("a\nb")]
    public void Names_that_would_break_a_line_are_refused(string name) => Assert.Throws<LogException>(() => SignerKey.Generate(name));

    [Fact]
    public void Key_file_is_its_owners_alone_and_is_never_overwritten()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.FullPath, "key");
        using var key = SignerKey.Generate("log.example/hà-nội");
        SignerKeyFile.Create(path, key);
        Assert.Throws<IOException>(() => SignerKeyFile.Create(path, key));
        using var read = SignerKeyFile.Read(path);
        Assert.Equal(key.Verifier, read.Verifier);
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        var refusal = Assert.Throws<LogException>(() => SignerKeyFile.Read(path));
        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("chmod 600", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_private_key_is_not_repeated()
    {
        using var key = SignerKey.Generate("log.example");
        var text = key.Export();
        foreach (var broken in (string[])[text[..^4], text.Replace("log.", "lob.", StringComparison.Ordinal), text + "=", text.Replace("PRIVATE", "PUBLIC", StringComparison.Ordinal)])
        {
            var refusal = Assert.Throws<LogException>(() => SignerKey.Parse(broken));
            Assert.DoesNotContain(text[^30..^10], refusal.ToString(), StringComparison.Ordinal);
        }
    }
}

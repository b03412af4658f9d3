namespace MinhBach.TransparencyLog.Tests;

public sealed class NoteFacts
{
    [Fact]
    public void Text_with_empty_lines_comes_back_whole()
    {
        using var key = SignerKey.Generate("a.example");
        const string text = "Ognuno sta solo\n\ned è subito sera.\n";
        var note = SignedNote.Parse(new SignedNote(text, key.Sign(text)).ToBytes());
        Assert.Equal(text, note.Text);
        Assert.Equal([key.Verifier], note.VerifiedBy(key.Verifier));
    }

    [Fact]
    public void Keys_that_nobody_knows_are_ignored()
    {
        using var key = SignerKey.Generate("a.example");
        using var other = SignerKey.Generate("a.example");
        var note = new SignedNote("x\n", other.Sign("y\n"));
        Assert.Empty(note.VerifiedBy(key.Verifier));
        Assert.Equal([key.Verifier], note.With(key.Sign("x\n")).VerifiedBy(key.Verifier));
    }

    [Fact]
    public void A_signature_that_is_there_is_not_added_again()
    {
        using var key = SignerKey.Generate("a.example");
        var note = new SignedNote("x\n", key.Sign("x\n"));
        Assert.Single(note.With(key.Sign("x\n")).Signatures);
    }

    [Fact]
    public void A_key_that_signed_twice_is_found_once()
    {
        using var witness = SignerKey.Generate("w.example", SignatureKind.Cosignature);
        var note = new SignedNote("x\n", witness.Cosign("x\n", NodaTime.Instant.FromUnixTimeSeconds(1)), witness.Cosign("x\n", NodaTime.Instant.FromUnixTimeSeconds(2)));
        Assert.Equal(2, SignedNote.Parse(note.ToString()).Signatures.Count);
        Assert.Single(note.VerifiedBy(witness.Verifier));
    }

    [Theory]
    [InlineData("no newline")]
    [InlineData("tab\there\n")]
    [InlineData("return\r\n")]
    public void Texts_that_cannot_be_signed_are_refused(string text)
    {
        using var key = SignerKey.Generate("a.example");
        Assert.Throws<LogException>(() => new SignedNote(text, key.Sign("x\n")));
    }

    [Fact]
    public void Half_a_letter_cannot_be_signed()
    {
        using var key = SignerKey.Generate("a.example");
        Assert.Throws<LogException>(() => new SignedNote("lone \ud800\n", key.Sign("x\n")));
        Assert.Throws<LogException>(() => key.Sign("lone \ud800\n"));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        using var key = SignerKey.Generate("a.example");
        var bytes = new SignedNote("xyz\n", key.Sign("xyz\n")).ToBytes();
        bytes[1] = 0xff;
        Assert.Throws<LogException>(() => SignedNote.Parse(bytes));
    }

    // Base64 has one spelling: otherwise a note could be changed without changing what it says.
    [Theory]
    [InlineData("=\n", "\n")]
    [InlineData("=\n", " =\n")]
    [InlineData("\n— ", "\n- ")]
    [InlineData("\n— ", "\n—  ")]
    public void Lines_of_another_spelling_are_refused(string was, string isNow)
    {
        using var key = SignerKey.Generate("a.example");
        var note = new SignedNote("x\n", key.Sign("x\n")).ToString();
        Assert.Contains(was, note, StringComparison.Ordinal);
        Assert.Throws<LogException>(() => SignedNote.Parse(note.Replace(was, isNow, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_hundred_signatures_are_the_most()
    {
        using var key = SignerKey.Generate("w.example", SignatureKind.Cosignature);
        var signatures = Enumerable.Range(1, 101).Select(second => key.Cosign("x\n", NodaTime.Instant.FromUnixTimeSeconds(second))).ToArray();
        var most = new SignedNote("x\n", signatures.Take(100));
        Assert.Equal(100, SignedNote.Parse(most.ToString()).Signatures.Count);
        Assert.Throws<LogException>(() => SignedNote.Parse(most.ToString() + signatures[100] + "\n"));
    }
}

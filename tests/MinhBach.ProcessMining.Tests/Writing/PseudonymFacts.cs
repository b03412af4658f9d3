using System.Text;

namespace MinhBach.ProcessMining.Tests;

public sealed class PseudonymFacts
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    [Fact]
    public void One_name_has_one_pseudonym_under_one_key()
    {
        var one = Pseudonyms.Under(Key);
        Assert.Equal(one.Of("resource", "Lan"), Pseudonyms.Under(Key).Of("resource", "Lan"));
        Assert.NotEqual(one.Of("resource", "Lan"), one.Of("case", "Lan"));
        Assert.NotEqual(one.Of("resource", "Lan"), one.Of("resource", "lan"));
        Assert.NotEqual(one.Of("resource", "Lan"), Pseudonyms.OfThisLog().Of("resource", "Lan"));
        Assert.Equal(100_000, Enumerable.Range(0, 100_000).Select(number => one.Of("case", $"{number}")).Distinct().Count());
    }

    [Fact]
    public void Pseudonym_is_the_hash_that_another_program_computes() =>
        // python: base64.b32encode(hmac.new(bytes(range(32)), b"resource\0Lan", "sha256").digest()[:10]).decode().lower()
        Assert.Equal("bc6koy5r7qn6vkvc", Pseudonyms.Under(Key).Of("resource", "Lan"));

    [Fact]
    public void Short_keys_are_refused() => Assert.Throws<ArgumentException>(() => Pseudonyms.Under(new byte[15]));

    [Fact]
    public void Written_log_names_no_case_and_no_person_unless_asked()
    {
        var (log, _) = XesText.Read(XesText.Log("<trace>"
            + XesText.Text("concept:name", "H01-secret") + XesText.Text("responsible", "Minh") + XesText.Text("second", "Lan") + XesText.Text("channel", "desk")
            + XesText.Event("a", more: XesText.Text("org:resource", "Lan")) + "</trace>"));
        var hidden = Written(log, null);
        Assert.DoesNotContain("secret", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("Lan", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("Minh", hidden, StringComparison.Ordinal);
        Assert.Contains("desk", hidden, StringComparison.Ordinal);
        Assert.Contains("H01-secret", Written(log, new LogWriting { Pseudonyms = Pseudonyms.RealNames }), StringComparison.Ordinal);
    }

    [Fact]
    public void Person_in_an_attribute_and_in_an_event_has_the_same_pseudonym()
    {
        var (log, _) = XesText.Read(XesText.Log("<trace>" + XesText.Text("responsible", "Lan") + XesText.Event("a", more: XesText.Text("org:resource", "Lan")) + "</trace>"));
        var (read, _) = XesText.Read(Written(log, null));
        Assert.Equal(read.Cases[0].Attributes["responsible"], read.Names.Resources[0]);
    }

    private static string Written(EventLog log, LogWriting? writing)
    {
        using var bytes = new MemoryStream();
        XesWriter.Write(bytes, log.Names, log.Cases, writing);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

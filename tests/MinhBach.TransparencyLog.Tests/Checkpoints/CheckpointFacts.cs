namespace MinhBach.TransparencyLog.Tests;

public sealed class CheckpointFacts
{
    private static readonly TreeHash Root = TreeHashing.Leaf("x"u8);

    [Fact]
    public void Checkpoint_with_further_lines_comes_back()
    {
        var checkpoint = new Checkpoint("minh-bach.example/hà-nội", new(7, Root), "Timestamp: 1\nkhác\n");
        Assert.Equal(checkpoint, Checkpoint.Parse(checkpoint.Text));
        Assert.Equal($"minh-bach.example/hà-nội\n7\n{Root}\nTimestamp: 1\nkhác\n", checkpoint.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("o\n")]
    [InlineData("o\n1\n")]
    [InlineData("o\n1\nROOT")]
    [InlineData("\n1\nROOT\n")]
    [InlineData("o\n01\nROOT\n")]
    [InlineData("o\n-1\nROOT\n")]
    [InlineData("o\n+1\nROOT\n")]
    [InlineData("o\n 1\nROOT\n")]
    [InlineData("o\n9223372036854775808\nROOT\n")]
    [InlineData("o\n1\nAAAA\n")]
    [InlineData("o\n1\nROOT\n\n")]
    [InlineData("o\n1\nROOT\na\n\nb\n")]
    [InlineData("o\n1\nROOT\na")]
    public void What_is_no_checkpoint_is_refused(string text) =>
        Assert.Throws<LogException>(() => Checkpoint.Parse(text.Replace("ROOT", Root.ToString(), StringComparison.Ordinal)));

    [Fact]
    public void Another_logs_checkpoint_is_refused_though_the_key_is_right()
    {
        using var key = SignerKey.Generate("a.example");
        using var other = SignerKey.Generate("b.example");
        var note = new Checkpoint("a.example", new(1, Root)).Sign(key);
        Assert.Equal(1, Checkpoint.Open(note, key.Verifier).Size);
        Assert.Throws<LogException>(() => Checkpoint.Open(note, other.Verifier));
        Assert.Throws<LogException>(() => Checkpoint.Open(new Checkpoint("c.example", new(1, Root)).Sign(key), key.Verifier));
    }
}

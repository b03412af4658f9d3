namespace MinhBach.TransparencyLog.Tests;

public sealed class TileFacts
{
    [Theory]
    [InlineData(0, 1234067L, 256, "tile/0/x001/x234/067")]
    [InlineData(0, 0L, 1, "tile/0/000.p/1")]
    [InlineData(63, 999L, 255, "tile/63/999.p/255")]
    [InlineData(Tile.Entries, 1000L, 256, "tile/entries/x001/000")]
    [InlineData(Tile.Entries, 273L, 112, "tile/entries/273.p/112")]
    [InlineData(2, 36028797018963967L, 256, "tile/2/x036/x028/x797/x018/x963/967")]
    public void Paths_are_those_of_the_specification(int level, long index, int width, string path)
    {
        var tile = new Tile(level, index, width);
        Assert.Equal(path, tile.Path);
        Assert.Equal(tile, Tile.Parse(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("checkpoint")]
    [InlineData("tile/0")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/0/1")]
    [InlineData("tile/0/0000")]
    [InlineData("tile/0/x001/x234")]
    [InlineData("tile/0/001/234")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/000.p/1/2")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("/tile/0/000")]
    public void Other_paths_name_no_tile(string path) => Assert.Throws<LogException>(() => Tile.Parse(path));

    // The example of c2sp.org/tlog-tiles.
    [Fact]
    public void A_tree_of_70000_has_the_tiles_that_the_specification_counts()
    {
        Assert.Equal((256, 112, 0), (Tile.WidthIn(70_000, 0, 272), Tile.WidthIn(70_000, 0, 273), Tile.WidthIn(70_000, 0, 274)));
        Assert.Equal((256, 17, 0), (Tile.WidthIn(70_000, 1, 0), Tile.WidthIn(70_000, 1, 1), Tile.WidthIn(70_000, 1, 2)));
        Assert.Equal((1, 0), (Tile.WidthIn(70_000, 2, 0), Tile.WidthIn(70_000, 3, 0)));
        Assert.Equal((256, 0, 1), (Tile.WidthIn(256, 0, 0), Tile.WidthIn(256, 0, 1), Tile.WidthIn(256, 1, 0)));
    }

    [Fact]
    public void Bundles_come_back_and_broken_ones_say_where()
    {
        var bundle = new EntryBundle();
        bundle.Add("một"u8);
        bundle.Add([]);
        bundle.Add(new byte[EntryBundle.LongestEntry]);
        var bytes = bundle.Bytes.ToArray();
        Assert.Equal(bundle.Select(entry => entry.ToArray()), EntryBundle.Parse(bytes).Select(entry => entry.ToArray()));
        Assert.Contains("entry 2", Assert.Throws<LogException>(() => EntryBundle.Parse(bytes[..^1])).Message, StringComparison.Ordinal);
        Assert.Contains("entry 3", Assert.Throws<LogException>(() => EntryBundle.Parse([.. bytes, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<LogException>(() => EntryBundle.Parse(new byte[2 * 257]));
        Assert.Throws<ArgumentException>(() => bundle.Add(new byte[EntryBundle.LongestEntry + 1]));
    }
}

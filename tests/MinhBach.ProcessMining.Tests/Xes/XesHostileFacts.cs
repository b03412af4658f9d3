using System.Text;

namespace MinhBach.ProcessMining.Tests;

public sealed class XesHostileFacts
{
    private static readonly string Whole = XesText.Log(
        XesText.Case("1", XesText.Event("a"), XesText.Event("b", "2026-03-03")), XesText.Case("2", XesText.Event("c")), XesText.Case("3", XesText.Event("d")));

    [Fact]
    public void File_cut_off_anywhere_gives_its_whole_cases_and_says_where_it_ends()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);
        var firstEnd = Whole.IndexOf("</trace>", StringComparison.Ordinal) + "</trace>".Length;
        for (var length = 0; length < bytes.Length; length++)
        {
            var reader = new XesReader(new MemoryStream(bytes, 0, length));
            if (length < firstEnd)
            {
                Assert.Throws<LogFormatException>(reader.ReadAll);
                continue;
            }

            var log = reader.ReadAll();
            Assert.Equal(Whole[..length].Split("</trace>").Length - 1, log.Cases.Count);
            Assert.Equal("a b", log.Activities());
            Assert.Equal(1, reader.Problems.Count(LogProblemKind.CutOff));
            Assert.True(reader.Problems.Kept[^1].Place.Line >= 1);
        }
    }

    [Fact]
    public void Packed_file_cut_off_gives_its_whole_cases()
    {
        // Case ids that do not pack well, so that whole cases come out before the end.
        var random = new Random(7);
        var text = XesText.Log([.. Enumerable.Range(0, 2000).Select(_ => XesText.Case(random.NextInt64().ToString(), XesText.Event("a" + random.Next())))]);
        var packed = XesText.Gzip(Encoding.UTF8.GetBytes(text)).ToArray();
        var reader = new XesReader(new MemoryStream(packed, 0, packed.Length / 2));
        Assert.InRange(reader.ReadAll().Cases.Count, 500, 1500);
        Assert.Equal(1, reader.Problems.Count(LogProblemKind.CutOff));
    }

    [Theory]
    [InlineData("</event></trace>", "</trace></event>")]
    [InlineData("2026-03-03", "2026-03-03\u0001")]
    [InlineData("2026-03-03", "&unknown;")]
    public void Damage_after_a_whole_case_keeps_that_case(string sound, string damaged)
    {
        var reader = new XesReader(XesText.Bytes(XesText.Log(XesText.Case("0", XesText.Event("z")))
            .Replace("</log>", Whole[Whole.IndexOf("<trace>", StringComparison.Ordinal)..].Replace(sound, damaged))));
        Assert.Equal(["0"], reader.ReadAll().Cases.Select(found => found.Id));
        Assert.Equal(1, reader.Problems.Count(LogProblemKind.Damaged));
    }

    [Fact]
    public void Broken_utf8_is_damage_that_costs_at_most_its_block_of_the_file()
    {
        var bytes = Encoding.UTF8.GetBytes(XesText.Log([.. Enumerable.Range(0, 2000).Select(number => XesText.Case($"{number}", XesText.Event("a")))]));
        bytes[bytes.AsSpan().LastIndexOf("value=\"a\""u8) + 7] = 0xff;
        var reader = new XesReader(new MemoryStream(bytes));
        // The XML reader decodes ahead, in blocks: what stands before the bad byte in its block is lost with it.
        Assert.InRange(reader.ReadAll().Cases.Count, 1500, 1999);
        Assert.Equal(1, reader.Problems.Count(LogProblemKind.Damaged));
    }

    [Theory]
    [InlineData("")]
    [InlineData("case,activity\n1,a\n")]
    [InlineData("<html><trace/></html>")]
    [InlineData("\u001f\u008b")]
    [InlineData("<?xml version='1.0' encoding='utf-7'?><log/>")]
    [InlineData("<?xml version='1.0' encoding='nothing'?><log/>")]
    public void What_is_not_a_log_is_refused(string text) =>
        Assert.Throws<LogFormatException>(new XesReader(new MemoryStream(Encoding.Latin1.GetBytes(text))).ReadAll);

    [Theory]
    [InlineData("<!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "&x;")]
    [InlineData("<!DOCTYPE log [<!ENTITY x 'xxxxxxxxxx'>]>", "&x;&x;")]
    [InlineData("<!DOCTYPE log SYSTEM 'http://127.0.0.1:1/xes.dtd'>", "a")]
    public void Document_types_are_refused(string type, string value)
    {
        var refused = Assert.Throws<LogFormatException>(() => XesText.Read($"{type}<log>{XesText.Case("1", XesText.Event(value))}</log>"));
        Assert.Contains("DOCTYPE", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused_with_its_line()
    {
        var deep = string.Concat(Enumerable.Repeat("\n<string key='a' value='b'>", 100_000));
        var refused = Assert.Throws<LogFormatException>(() => XesText.Read("<log><trace>" + deep));
        Assert.Equal(64, refused.Place.Line);
    }

    [Fact]
    public void Zip_bomb_is_refused()
    {
        var bomb = XesText.Gzip(Encoding.ASCII.GetBytes("<log>" + string.Concat(Enumerable.Repeat($"<string key='x' value='{new string(' ', 1000)}'/>", 20_000))));
        var refused = Assert.Throws<LogFormatException>(() => new XesReader(bomb).ReadAll());
        Assert.Contains("250 times", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_endless_piece_is_refused_before_it_fills_memory()
    {
        foreach (var start in new[] { "<log><trace><event><string key='x' value='", "<log><!--", "<log><trace><event ", "<log>text", "<log>" })
        {
            var refused = Assert.Throws<LogFormatException>(() => new XesReader(new Endless(start)).ReadAll());
            Assert.Contains("1048576", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_without_end_are_refused()
    {
        var limits = new LogLimits { MostActivities = 10, MostKeys = 10, LongestName = 30, MostEventsPerCase = 30 };
        void Refused(string inner, string said) => Assert.Contains(
            said, Assert.Throws<LogFormatException>(() => XesText.Read(XesText.Log(inner), new LogReading { Limits = limits })).Message, StringComparison.Ordinal);
        string Many(int count, Func<int, string> one) => string.Concat(Enumerable.Range(0, count).Select(one));
        Refused(XesText.Case("1", Many(11, number => XesText.Event($"a{number}"))), "10 different activities");
        Refused(XesText.Case("1", Many(31, _ => XesText.Event("a"))), "more than 30 events");
        Refused(XesText.Case("1", Many(11, number => XesText.Text($"k{number}", ""))), "10 different keys");
        Refused(Many(12, _ => "<extension name='Time'/>"), "10 entries");
        Refused(XesText.Case(new string('x', 31)), "id is longer than 30");
        Refused(XesText.Case("1", XesText.Event(new string('x', 31))), "longer than 30");
        Refused(Many(200, number => $"<e{number}/>"), "10 different names");
    }

    [Fact]
    public void Ten_thousand_activities_are_read()
    {
        var (log, problems) = XesText.Read(XesText.Log(XesText.Case("1", [.. Enumerable.Range(0, 10_000).Select(number => XesText.Event($"a{number}"))])));
        Assert.Equal(10_000, log.Names.Activities.Count);
        Assert.Equal(10_000, log.Cases[0].Events.Length);
        Assert.Equal(0, problems.Count(LogProblemKind.DuplicateEvent));
    }

    [Fact]
    public void Case_of_many_events_of_one_moment_in_reverse_takes_no_square_of_time()
    {
        var events = Enumerable.Range(0, 200_000).Select(number => XesText.Event("a", $"{2026 - (number / 1000):0000}-03-02T08:00:00Z", XesText.Text("lifecycle:transition", "start")));
        var (log, problems) = XesText.Read(XesText.Log(XesText.Case("1", [.. events])));
        Assert.Equal(200_000, log.Cases[0].Events.Length);
        Assert.Equal(199_800, problems.Count(LogProblemKind.DuplicateEvent));
    }

    /// <summary>Begins as told, and goes on without end.</summary>
    private sealed class Endless(string start) : MemoryStream
    {
        private readonly MemoryStream _start = new(Encoding.UTF8.GetBytes(start));

        public override int Read(Span<byte> buffer)
        {
            var read = _start.Read(buffer);
            if (read > 0)
                return read;
            buffer.Fill((byte)' ');
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}

using System.Text;

namespace MinhBach.Bpmn.Tests;

public sealed class HostileXmlFacts
{
    private const string Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    [Fact]
    public void Billion_laughs_are_refused()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">"));
        var refusal = Refused($"<!DOCTYPE d [<!ENTITY a0 \"ha\">{entities}]><definitions xmlns=\"{Bpmn}\">&a9;</definitions>");
        Assert.Contains("DTD", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, refusal.Line);
    }

    [Fact]
    public void External_entities_are_refused() =>
        Assert.Contains("DTD", Refused($"<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<definitions xmlns=\"{Bpmn}\">&x;</definitions>").Message, StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        Assert.Contains("nested", Refused($"<definitions xmlns=\"{Bpmn}\">{deep}</definitions>").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_elements_are_refused() =>
        Assert.Contains("more than", Refused($"<definitions xmlns=\"{Bpmn}\">{string.Concat(Enumerable.Repeat("<a/>", 200_000))}</definitions>").Message, StringComparison.Ordinal);

    [Fact]
    public void An_attribute_of_100_MB_is_refused_before_it_is_held()
    {
        using var endless = new AttributeStream(100 * 1024 * 1024);
        var refusal = Assert.Throws<BpmnFormatException>(() => BpmnXml.Read(endless));
        Assert.Contains("larger", refusal.Message, StringComparison.Ordinal);
        Assert.True(endless.Taken < 9 * 1024 * 1024);
    }

    [Fact]
    public void An_attribute_over_its_limit_is_refused() =>
        Assert.Contains("attribute", Refused($"<definitions xmlns=\"{Bpmn}\" name=\"{new string('a', 100_000)}\"/>").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("quy trình")]
    [InlineData("<definitions>")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>")]
    [InlineData("<definitions xmlns=\"urn:other\"/>")]
    public void What_is_no_BPMN_is_refused(string text) => Assert.NotEmpty(Refused(text).Message);

    [Fact]
    public void Place_of_a_slip_is_told()
    {
        var refusal = Refused($"<definitions xmlns=\"{Bpmn}\">\n  <process>\n</definitions>");
        Assert.Equal(3, refusal.Line);
        Assert.StartsWith("Line 3", refusal.Message, StringComparison.Ordinal);
    }

    private static BpmnFormatException Refused(string xml)
    {
        Assert.Throws<BpmnFormatException>(() => BpmnXml.Read(xml));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return Assert.Throws<BpmnFormatException>(() => BpmnXml.Read(stream));
    }

    /// <summary>A file that is one attribute, made while it is read.</summary>
    private sealed class AttributeStream(long length) : Stream
    {
        private readonly byte[] head = Encoding.UTF8.GetBytes($"<definitions xmlns=\"{Bpmn}\" name=\"");

        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => Taken; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++)
                buffer[offset + i] = Taken + i < head.Length ? head[Taken + i] : (byte)'a';
            Taken += count;
            return Taken > length ? 0 : count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

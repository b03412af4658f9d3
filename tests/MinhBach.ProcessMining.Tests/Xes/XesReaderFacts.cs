using System.Text;

namespace MinhBach.ProcessMining.Tests;

public sealed class XesReaderFacts
{
    [Fact]
    public void Event_tells_what_when_who_where_and_which_moment()
    {
        var (log, problems) = XesText.Read(XesText.Log(XesText.Case("H1", XesText.Event("Thẩm định", "2026-03-02T08:15:30.123+07:00",
            XesText.Text("org:resource", "Lan") + XesText.Text("org:group", "Tư pháp") + XesText.Text("lifecycle:transition", "START")))));
        var happened = log.Cases.Single().Events[0];
        Assert.Equal("Thẩm định", log.Names.Activities[happened.Activity]);
        Assert.Equal("Lan", log.Names.Resources[happened.Resource]);
        Assert.Equal("Tư pháp", log.Names.Units[happened.Unit]);
        Assert.Equal(LogLifecycle.Start, happened.Lifecycle);
        Assert.Equal(NodaTime.Instant.FromUtc(2026, 3, 2, 1, 15, 30) + NodaTime.Duration.FromMilliseconds(123), happened.At);
        Assert.Equal(0, problems.Total);
    }

    [Fact]
    public void Case_keeps_its_own_attributes_with_dates_as_they_were_written()
    {
        var (log, _) = XesText.Read(XesText.Log("""<trace><string key="concept:name" value="H1"/><date key="due" value="2026-03-09"/><int key="fee" value="12"/></trace>"""));
        Assert.Equal("H1", log.Cases[0].Id);
        Assert.Equal([new("due", "2026-03-09"), new("fee", "12")], log.Cases[0].Attributes);
    }

    [Fact]
    public void Names_are_read_with_any_namespace_prefix_or_none()
    {
        foreach (var log in new[] { "<log>", "<log xmlns='http://www.xes-standard.org'>", "<log xmlns='http://www.xes-standard.org/'>" })
            Assert.Equal("a", XesText.Read(log + XesText.Case("1", XesText.Event("a")) + "</log>").Log.Activities());
        var prefixed = "<x:log xmlns:x='u'><x:trace><x:event><x:string key='concept:name' value='a'/></x:event></x:trace></x:log>";
        Assert.Equal("a", XesText.Read(prefixed).Log.Activities());
    }

    [Fact]
    public void Value_may_stand_before_its_key_and_a_foreign_key_is_none()
    {
        var (log, problems) = XesText.Read(XesText.Log(
            "<trace><event><string xmlns:x='u' x:key='org:group' value='a' key='concept:name'/></event></trace>"));
        Assert.Equal("a", log.Activities());
        Assert.Equal(0, problems.NotRead);
    }

    [Fact]
    public void Entities_references_cdata_and_comments_are_read_as_xml_has_them()
    {
        var (log, _) = XesText.Read(XesText.Log(
            "<!-- <trace/> --><trace><![CDATA[<event/>]]>", XesText.Event("a &lt;&amp;&#x1ECD;&quot;") + "<?x <event/> ?></trace>"));
        Assert.Equal("""a <&ọ" """.TrimEnd(), log.Activities());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public void Encoding_is_the_one_that_the_file_declares(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var xml = $"<?xml version='1.0' encoding='{name}'?><log>{XesText.Case("é", XesText.Event("à"))}</log>";
        var log = new XesReader(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(xml)])).ReadAll();
        Assert.Equal(("é", "à"), (log.Cases[0].Id, log.Activities()));
    }

    [Fact]
    public void Gzip_is_known_by_its_bytes()
    {
        var log = new XesReader(XesText.Gzip(Encoding.UTF8.GetBytes(XesText.Log(XesText.Case("1", XesText.Event("a")))))).ReadAll();
        Assert.Equal("a", log.Activities());
    }

    [Fact]
    public void Nested_attributes_lists_and_further_attributes_are_passed_over_and_counted()
    {
        var (log, problems) = XesText.Read(XesText.Log(
            "<trace><list key='l'><values><string key='concept:name' value='x'/></values></list>"
            + "<string key='concept:name' value='1'><string key='concept:name' value='2'/></string>",
            XesText.Event("a", more: "<float key='cost' value='1'/><container key='c'><string key='concept:name' value='b'/></container>") + "</trace>"));
        Assert.Equal(("1", "a"), (log.Cases[0].Id, log.Activities()));
        Assert.Equal(7, problems.NotRead);
        Assert.Equal(0, problems.Total);
    }

    [Fact]
    public void Header_holds_extensions_globals_classifiers_and_the_logs_attributes()
    {
        var reader = new XesReader(XesText.Bytes("""
            <log xes.version="2.0"><extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
            <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
            <classifier name="Both" keys="concept:name lifecycle:transition"/><string key="source" value="one stop"/></log>
            """));
        Assert.Empty(reader.Cases());
        Assert.Equal("2.0", reader.Header.Version);
        Assert.Equal([new XesExtension("Time", "time", "http://www.xes-standard.org/time.xesext")], reader.Header.Extensions);
        Assert.Equal([new XesGlobal("event", "concept:name", "UNKNOWN")], reader.Header.Globals);
        Assert.Equal([new XesClassifier("Both", "event", "concept:name lifecycle:transition")], reader.Header.Classifiers);
        Assert.Equal([new("source", "one stop")], reader.Header.Attributes);
    }

    [Fact]
    public void Cases_are_handed_out_once_and_in_the_same_object()
    {
        var reader = new XesReader(XesText.Bytes(XesText.Log(XesText.Case("1"), XesText.Case("2"))));
        Assert.Single(reader.Cases().ToArray().Distinct());
        Assert.Throws<InvalidOperationException>(reader.Cases);
    }
}

using System.Text;
using NodaTime;

namespace MinhBach.ProcessMining.Tests;

public sealed class OcelFacts
{
    private const string Json = """
        {
          "objectTypes": [{"name": "Dossier", "attributes": [{"name": "fee", "type": "integer"}]}, {"name": "Letter", "attributes": []}],
          "eventTypes": [{"name": "receive", "attributes": [{"name": "resource", "type": "string"}]}, {"name": "send", "attributes": []}],
          "objects": [
            {"id": "D1", "type": "Dossier", "attributes": [{"name": "fee", "time": "1970-01-01T00:00:00Z", "value": 10}, {"name": "fee", "time": "2026-03-03T00:00:00Z", "value": 20}],
             "relationships": [{"objectId": "L1", "qualifier": "answered by"}]},
            {"id": "D2", "type": "Dossier"},
            {"id": "L1", "type": "Letter"}
          ],
          "events": [
            {"id": "e2", "type": "send", "time": "2026-03-03T08:00:00Z", "attributes": [], "relationships": [{"objectId": "D1", "qualifier": "about"}, {"objectId": "D2", "qualifier": "about"}, {"objectId": "L1", "qualifier": "it"}]},
            {"id": "e1", "type": "receive", "time": "2026-03-02T08:00:00Z", "attributes": [{"name": "resource", "value": "Lan"}], "relationships": [{"objectId": "D1", "qualifier": "it"}]}
          ]
        }
        """;

    private const string Xml = """
        <log>
          <object-types><object-type name="Dossier"><attributes><attribute name="fee" type="integer"/></attributes></object-type><object-type name="Letter"><attributes/></object-type></object-types>
          <event-types><event-type name="receive"><attributes><attribute name="resource" type="string"/></attributes></event-type><event-type name="send"><attributes/></event-type></event-types>
          <objects>
            <object id="D1" type="Dossier"><attributes><attribute name="fee" time="1970-01-01T00:00:00Z">10</attribute><attribute name="fee" time="2026-03-03T00:00:00Z">20</attribute></attributes>
              <objects><relationship object-id="L1" qualifier="answered by"/></objects></object>
            <object id="D2" type="Dossier"/><object id="L1" type="Letter"/>
          </objects>
          <events>
            <event id="e2" type="send" time="2026-03-03T08:00:00Z"><attributes/><objects><relationship object-id="D1" qualifier="about"/><relationship object-id="D2" qualifier="about"/><relationship object-id="L1" qualifier="it"/></objects></event>
            <event id="e1" type="receive" time="2026-03-02T08:00:00Z"><attributes><attribute name="resource">Lan</attribute></attributes><objects><relationship object-id="D1" qualifier="it"/></objects></event>
          </events>
        </log>
        """;

    private static ObjectLog ReadJson(string text, out LogProblems problems) => OcelJsonReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), out problems);

    private static ObjectLog ReadXml(string text, out LogProblems problems) => OcelXmlReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), out problems);

    [Fact]
    public void A_log_that_is_handed_out_piece_by_piece_is_written_like_a_whole_one()
    {
        var log = ReadJson(Json, out _);
        using var whole = new MemoryStream();
        using var pieces = new MemoryStream();

        OcelJsonWriter.Write(whole, log, new LogWriting { Pseudonyms = Pseudonyms.RealNames });
        OcelJsonWriter.Write(pieces, log.ObjectTypes, log.EventTypes, log.Objects.Values, log.Events.Values, new LogWriting { Pseudonyms = Pseudonyms.RealNames });

        Assert.Equal(whole.ToArray(), pieces.ToArray());
        Assert.Equal(log.Events.Keys, ReadJson(Encoding.UTF8.GetString(pieces.ToArray()), out _).Events.Keys);
    }

    [Fact]
    public void What_is_written_goes_out_while_pieces_still_come()
    {
        using var stream = new MemoryStream();
        var most = 0L;

        OcelJsonWriter.Write(stream, [new("D", [])], [], Objects(), []);

        Assert.InRange(most, 1, stream.Length);

        IEnumerable<ObjectLogObject> Objects()
        {
            for (var i = 0; i < 5_000; i++)
            {
                most = Math.Max(most, stream.Length);
                yield return new() { Id = i.ToString(System.Globalization.CultureInfo.InvariantCulture), Type = "D" };
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Log_is_read_with_types_attributes_moments_and_relations(bool json)
    {
        var log = json ? ReadJson(Json, out var problems) : ReadXml(Xml, out problems);
        Assert.Equal(0, problems.Total);
        Assert.Equal(["Dossier", "Letter"], log.ObjectTypes.Select(type => type.Name));
        Assert.Equal([new ObjectAttributeType("fee", "integer")], log.ObjectTypes[0].Attributes);
        Assert.Equal(["receive", "send"], log.EventTypes.Select(type => type.Name));
        Assert.Equal([new("fee", "10", NodaConstants.UnixEpoch), new("fee", "20", Instant.FromUtc(2026, 3, 3, 0, 0))], log.Objects["D1"].Attributes);
        Assert.Equal([new("L1", "answered by")], log.Objects["D1"].Objects);
        Assert.Equal("Lan", log.Events["e1"].Attributes["resource"]);
        Assert.Equal([new("D1", "about"), new("D2", "about"), new("L1", "it")], log.Events["e2"].Objects);
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 8, 0), log.Events["e1"].At);
    }

    [Fact]
    public void Flattened_log_tells_how_the_objects_of_one_type_lived()
    {
        var log = ReadJson(Json, out _);
        var dossiers = log.Flatten("Dossier", out var problems);
        Assert.Equal(["D1", "D2"], dossiers.Cases.Select(found => found.Id));
        Assert.Equal(("receive send", "send"), (dossiers.Activities(0), dossiers.Activities(1)));
        Assert.Equal("20", dossiers.Cases[0].Attributes["fee"]);
        Assert.Equal("Lan", dossiers.Names.Resources[dossiers.Cases[0].Events[0].Resource]);
        Assert.Equal(0, problems.Count(LogProblemKind.EventWithoutObject));
        Assert.Single(log.Flatten("Letter", out var others).Cases);
        Assert.Equal(1, others.Count(LogProblemKind.EventWithoutObject));
        Assert.Empty(log.Flatten("nothing", out _).Cases);
    }

    [Fact]
    public void What_does_not_fit_is_told()
    {
        ReadJson("""
            {"more": {"a": [1, {}]}, "events": [
              {"id": "e1", "type": "x", "time": "2026-03-02", "relationships": [{"objectId": "nobody"}, {"objectId": "o1"}, {"objectId": "o1"}, {}]},
              {"id": "e1", "type": "x", "time": "then"}, {"type": "x"}, 5, {"id": "e2", "type": "y", "attributes": [{"name": "a"}, {"name": "b", "value": 1}, {"name": "b", "value": 2}]}],
             "objects": [{"id": "o1", "type": "x", "relationships": [{"objectId": "gone"}]}], "eventTypes": [{"name": "x"}, {"name": "x"}]}
            """, out var problems);
        Assert.Equal(
            new Dictionary<LogProblemKind, long>
            {
                [LogProblemKind.UnknownElement] = 1,
                [LogProblemKind.DateWithoutOffset] = 1,
                [LogProblemKind.DanglingReference] = 3,
                [LogProblemKind.DuplicateRelation] = 1,
                [LogProblemKind.DuplicateId] = 2,
                [LogProblemKind.BrokenDate] = 1,
                [LogProblemKind.MissingId] = 2,
                [LogProblemKind.MissingTime] = 1,
                [LogProblemKind.BrokenAttribute] = 1,
                [LogProblemKind.DuplicateAttribute] = 1,
                [LogProblemKind.UndeclaredType] = 2,
            },
            problems.Counts.ToDictionary());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void File_cut_off_anywhere_gives_what_was_whole(bool json)
    {
        var bytes = Encoding.UTF8.GetBytes(json ? Json : Xml);
        for (var length = 0; length < bytes.Length - 1; length += 7)
        {
            LogProblems? problems = null;
            using var part = new MemoryStream(bytes, 0, length);
            var refused = Record.Exception(() => { _ = json ? OcelJsonReader.Read(part, out problems) : OcelXmlReader.Read(part, out problems); });
            Assert.True(refused is LogFormatException || (refused is null && problems!.Count(LogProblemKind.CutOff) == 1), $"{length}: {refused}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"events\": 5}")]
    [InlineData("<log/>")]
    public void What_is_no_object_log_is_refused(string text) => Assert.Throws<LogFormatException>(() => ReadJson(text, out _));

    [Fact]
    public void Hostile_files_are_refused()
    {
        Assert.Throws<LogFormatException>(() => ReadJson("""{"x": """ + new string('[', 100_000), out _));
        Assert.Throws<LogFormatException>(() => ReadJson("""{"events": [""" + string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), out _));
        Assert.Throws<LogFormatException>(() => ReadJson("{\"events\": [{\"id\": \"" + new string('x', 5_000_000), out _));
        Assert.Throws<LogFormatException>(() => ReadXml("<log><events><event>" + string.Concat(Enumerable.Repeat("<a>", 100_000)), out _));
        Assert.Throws<LogFormatException>(() => ReadXml("<log><events><event>" + string.Concat(Enumerable.Repeat("<a/>", 1_000_000)), out _));
        Assert.Throws<LogFormatException>(() => ReadXml("<!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><log>&x;</log>", out _));
    }

    [Fact]
    public void Text_that_is_not_utf8_costs_only_its_event()
    {
        var bytes = Encoding.Latin1.GetBytes("""{"events": [{"id": "é", "type": "x"}, {"id": "e2", "type": "x", "time": "2026-03-02T00:00Z"}], "eventTypes": [{"name": "x"}]}""");
        var log = OcelJsonReader.Read(new MemoryStream(bytes), out var problems);
        Assert.Equal(["e2"], log.Events.Keys);
        Assert.Equal(1, problems.Count(LogProblemKind.BrokenRow));
    }

    [Fact]
    public void Packed_files_are_read()
    {
        Assert.Equal(2, OcelJsonReader.Read(XesText.Gzip(Encoding.UTF8.GetBytes(Json)), out _).Events.Count);
        Assert.Equal(2, OcelXmlReader.Read(XesText.Gzip(Encoding.UTF8.GetBytes(Xml)), out _).Events.Count);
        Assert.Single(new CsvLogReader().Read(XesText.Gzip("case,activity\n1,a\n"u8.ToArray())).Cases);
    }

    [Fact]
    public void Long_file_is_read_in_pieces()
    {
        var text = new StringBuilder("\uFEFF{\"events\": [");
        for (var number = 0; number < 50_000; number++)
            text.Append(number == 0 ? "" : ",\n").Append($$"""{"id": "e{{number}}", "type": "x", "time": "2026-03-02T08:00:00Z", "relationships": []}""");
        var log = ReadJson(text.Append("], \"eventTypes\": [{\"name\": \"x\"}]}").ToString(), out var problems);
        Assert.Equal((50_000, 0L), (log.Events.Count, problems.Total));
    }
}

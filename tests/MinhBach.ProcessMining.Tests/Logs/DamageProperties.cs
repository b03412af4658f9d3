using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace MinhBach.ProcessMining.Tests;

/// <summary>Whatever happens to a file's bytes, a reader gives what it could read or one refusal.</summary>
public sealed class DamageProperties
{
    private static readonly string Xes = XesText.Log(
        XesText.Case("1", XesText.Event("a", more: XesText.Text("org:resource", "Lan")), XesText.Event("b", "2026-03-03")),
        "<trace><list key='l'><values/></list><date key='due' value='2026-03-09'><int key='n' value='1'/></date>" + XesText.Event("ọ &amp; c") + "</trace>");

    private const string Csv = "case,activity,timestamp,case:due\n1,a,2026-03-02,x\n1,\"b \"\"c\"\"\",02/03/2026 08:00:00,\n2,ọ,,y\n";

    private const string OcelJson = """
        {"eventTypes": [{"name": "x", "attributes": [{"name": "a", "type": "string"}]}], "objects": [{"id": "o1", "type": "t", "relationships": [{"objectId": "o1"}]}],
         "events": [{"id": "ọ", "type": "x", "time": "2026-03-02T08:00:00Z", "attributes": [{"name": "a", "value": 1.5}], "relationships": [{"objectId": "o1", "qualifier": "q"}]}]}
        """;

    private const string OcelXml = """
        <log><event-types><event-type name="x"><attributes><attribute name="a" type="string"/></attributes></event-type></event-types>
        <objects><object id="o1" type="t"><attributes><attribute name="a" time="2026-03-02">ọ</attribute></attributes></object></objects>
        <events><event id="e1" type="x" time="2026-03-02T08:00:00Z"><objects><relationship object-id="o1" qualifier="q"/></objects></event></events></log>
        """;

    [Fact]
    public void Xes_reader_survives() => Survives(Xes, bytes => new XesReader(bytes).ReadAll());

    [Fact]
    public void Packed_xes_reader_survives() =>
        Survives(XesText.Gzip(Encoding.UTF8.GetBytes(Xes)).ToArray(), bytes => new XesReader(bytes).ReadAll());

    [Fact]
    public void Csv_reader_survives() => Survives(Csv, bytes => new CsvLogReader().Read(bytes));

    [Fact]
    public void Object_readers_survive()
    {
        Survives(OcelJson, bytes => OcelJsonReader.Read(bytes, out _).Flatten("t", out _));
        Survives(OcelXml, bytes => OcelXmlReader.Read(bytes, out _).Flatten("t", out _));
    }

    private static void Survives(string sound, Func<Stream, EventLog> read) => Survives(Encoding.UTF8.GetBytes(sound), read);

    private static void Survives(byte[] sound, Func<Stream, EventLog> read)
    {
        Assert.NotNull(read(new MemoryStream(sound)));
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
                _ = LogSummary.Of(read(new MemoryStream([.. bytes])).Cases);
            }
            catch (LogFormatException)
            {
                // That is the one refusal.
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static Gen<(int At, int Length, byte[] Put)> Damage(int size) =>
        from at in Gen.Choose(0, size)
        from length in Gen.Frequency((3, Gen.Choose(0, 3)), (1, Gen.Choose(0, size)))
        from put in Gen.OneOf(
            Gen.Elements("<", ">", "\"", "'", "&", "{", "}", "[", "]", ",", "\n", "\0", "]]>", "<!--", "<![CDATA[", "&#0;", "&#x1F600;", "xmlns", "9999-12-31T24:00:00", "null", "1e999", "\\ud800")
                .Select(Encoding.UTF8.GetBytes),
            Gen.Choose(0, 255).Select(value => new[] { (byte)value }),
            Gen.Constant(Array.Empty<byte>()))
        select (at, length, put);
}

using System.Diagnostics;
using System.Xml;
using MinhBach.DemoCity;
using MinhBach.ProcessMining;

namespace MinhBach.Benchmarks.Mining;

/// <summary>A log of five million events, read into a map and its variants, beside a bare loop over the same XML.</summary>
internal sealed class MiningBenchmark : IBenchmark
{
    private const int Cases = 700_000;
    private static readonly string[] Steps = ["Tiếp nhận", "Phân công", "Thẩm định", "Xin ý kiến", "Trình ký", "Ký duyệt", "Đóng dấu", "Trả kết quả"];

    public string Verb => "mining";

    public string About => "map and variants of a log of five million events, beside a bare XmlReader loop";

    public Task RunAsync(BenchmarkOptions options)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("minhbach-bench-mining-").FullName, "log.xes");
        try
        {
            var events = Write(file);
            var bare = Time(() => ReadBare(file));
            var (read, memory) = (Time(() => Mine(file)), ProcessMemory.Own(Environment.ProcessId));
            Console.WriteLine(FormattableString.Invariant($"{events:N0} events, {new FileInfo(file).Length >> 20:N0} MiB: bare loop {bare:N1} s, map and variants {read:N1} s, {memory:N0} MB of its own afterwards"));
            Console.WriteLine(FormattableString.Invariant($"ratio mining-to-bare-loop {read / bare:0.##} goal <=3"));
            return Task.CompletedTask;
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static double Time(Action work)
    {
        var begun = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static void ReadBare(string file)
    {
        using var reader = XmlReader.Create(file);
        while (reader.Read())
        {
        }
    }

    private static void Mine(string file)
    {
        using var stream = File.OpenRead(file);
        var xes = new XesReader(stream);
        var map = new DirectlyFollowsGraph(xes.Names, TimeMeasure.WallClock);
        var variants = new Variants(xes.Names);
        foreach (var one in xes.Cases())
        {
            map.Add(one);
            variants.Add(one);
        }
    }

    private static long Write(string file)
    {
        var dice = Dice.For(seed: 5, index: 1);
        long events = 0;
        using var writer = XmlWriter.Create(file);
        writer.WriteStartElement("log");
        for (var i = 0; i < Cases; i++)
        {
            writer.WriteStartElement("trace");
            Attribute(writer, "string", "concept:name", "HS" + i);
            var at = new DateTime(2025, 11, 3, 8, 0, 0, DateTimeKind.Utc).AddMinutes(i / 2);
            foreach (var step in Steps)
            {
                if (dice.Chance(0.1)) continue;
                at = at.AddMinutes(dice.Between(1, 3_000));
                writer.WriteStartElement("event");
                Attribute(writer, "string", "concept:name", step);
                Attribute(writer, "string", "org:resource", "Cán bộ " + dice.Between(1, 400));
                Attribute(writer, "string", "lifecycle:transition", "complete");
                Attribute(writer, "date", "time:timestamp", at.ToString("yyyy-MM-ddTHH:mm:ss.fffK", System.Globalization.CultureInfo.InvariantCulture));
                writer.WriteEndElement();
                events++;
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        return events;
    }

    private static void Attribute(XmlWriter writer, string type, string key, string value)
    {
        writer.WriteStartElement(type);
        writer.WriteAttributeString("key", key);
        writer.WriteAttributeString("value", value);
        writer.WriteEndElement();
    }
}

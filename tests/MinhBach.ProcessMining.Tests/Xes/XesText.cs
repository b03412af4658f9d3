using System.IO.Compression;
using System.Text;

namespace MinhBach.ProcessMining.Tests;

/// <summary>Small XES logs for tests.</summary>
internal static class XesText
{
    public static string Log(params string[] cases) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <log xes.version="1849.2016" xmlns="http://www.xes-standard.org/">{string.Concat(cases)}</log>
        """;

    public static string Case(string? id, params string[] events) =>
        $"<trace>{(id is null ? "" : $"""<string key="concept:name" value="{id}"/>""")}{string.Concat(events)}</trace>";

    public static string Event(string? activity, string? time = "2026-03-02T08:00:00+07:00", string more = "") =>
        "<event>"
        + (activity is null ? "" : $"""<string key="concept:name" value="{activity}"/>""")
        + (time is null ? "" : $"""<date key="time:timestamp" value="{time}"/>""")
        + more + "</event>";

    public static string Text(string key, string value) => $"""<string key="{key}" value="{value}"/>""";

    public static MemoryStream Bytes(string xml) => new(Encoding.UTF8.GetBytes(xml));

    public static MemoryStream Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        packed.Position = 0;
        return packed;
    }

    public static (EventLog Log, LogProblems Problems) Read(string xml, LogReading? reading = null)
    {
        var reader = new XesReader(Bytes(xml), reading);
        return (reader.ReadAll(), reader.Problems);
    }

    /// <summary>The activities of a case, parted by blanks.</summary>
    public static string Activities(this EventLog log, int number = 0) =>
        string.Join(' ', log.Cases[number].Events.ToArray().Select(happened => log.Names.Activities[happened.Activity]));
}

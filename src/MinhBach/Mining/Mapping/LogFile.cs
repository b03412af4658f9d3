using MinhBach.Kernel;
using MinhBach.ProcessMining;

namespace MinhBach.Mining.Mapping;

/// <summary>A log that is being read, whatever it is written in.</summary>
internal sealed class LogFile
{
    private LogFile(LogFormat format, LogNames names, IEnumerable<LogCase> cases, LogProblems problems) => (Format, Names, Cases, Problems) = (format, names, cases, problems);

    public LogFormat Format { get; }

    /// <summary>The names that the events refer to; they may grow while the cases are read.</summary>
    public LogNames Names { get; }

    /// <summary>The cases, to be read once; they may come in one and the same object.</summary>
    public IEnumerable<LogCase> Cases { get; }

    /// <summary>What is wrong; whole when the cases have been read.</summary>
    public LogProblems Problems { get; }

    /// <summary>Opens a log.</summary>
    /// <param name="stream">The file; it can seek.</param>
    /// <param name="reading">How to read it.</param>
    /// <param name="map">Which part of it is what; null for what it says itself and what names tell.</param>
    /// <exception cref="LogFormatException">It is no log that we read.</exception>
    /// <exception cref="RuleBroken">The map is for another file.</exception>
    public static LogFile Open(Stream stream, LogReading reading, LogMap? map)
    {
        var format = LogFormats.Of(stream);
        var plain = format switch
        {
            LogFormat.Xes => OpenXes(stream, reading, map),
            LogFormat.Csv => OpenCsv(stream, reading, map),
            LogFormat.OcelJson or LogFormat.OcelXml => OpenObjects(stream, format, reading, map),
        };
        if (map is null) return plain;
        var mapped = new MappedCases(map, plain.Names);
        return new(format, mapped.Names, mapped.Of(plain.Cases), plain.Problems);
    }

    private static LogFile OpenXes(Stream stream, LogReading reading, LogMap? map)
    {
        if (map is not null) XesColumns.Require(map.Events);
        var xes = new XesReader(stream, reading);
        return new(LogFormat.Xes, xes.Names, xes.Cases(), xes.Problems);
    }

    private static LogFile OpenCsv(Stream stream, LogReading reading, LogMap? map)
    {
        var csv = new CsvLogReader(map is null ? null : CsvColumnsOf.Map(map, HeaderOf(stream, reading)), reading);
        var log = csv.Read(stream);
        return new(LogFormat.Csv, log.Names, log.Cases, csv.Problems);
    }

    private static IReadOnlyList<string> HeaderOf(Stream stream, LogReading reading)
    {
        var header = new CsvLogReader(reading: reading).Header(stream);
        stream.Position = 0;
        return header;
    }

    private static LogFile OpenObjects(Stream stream, LogFormat format, LogReading reading, LogMap? map)
    {
        var objects = format == LogFormat.OcelJson ? OcelJsonReader.Read(stream, out var problems, reading) : OcelXmlReader.Read(stream, out problems, reading);
        if (map?.Events.Case is { } wanted && objects.Objects.Values.All(thing => thing.Type != wanted))
            throw new RuleBroken("map.type", "Sơ đồ cột, trường “{0}”: tệp không có đối tượng loại “{1}”.", "events.case", wanted);
        // The cases are the objects of the kind that most events touch.
        var type = map?.Events.Case ?? objects.Events.Values.SelectMany(happened => happened.Objects)
            .Select(relation => objects.Objects.GetValueOrDefault(relation.ObjectId)?.Type).OfType<string>()
            .CountBy(type => type).MaxBy(pair => pair.Value).Key
            ?? throw new LogFormatException("no event touches any object.");
        var log = objects.Flatten(type, out _);
        return new(format, log.Names, log.Cases, problems);
    }
}

using CsvHelper;

namespace MinhBach.ProcessMining;

/// <summary>
/// Reads event logs in CSV (RFC 4180; UTF-8 or what a byte order mark says; plain or gzip): one event a row, in any order, with a header.
/// Dates are ISO 8601, year/month/day or day/month/year. The log is held in memory, for a case's rows may stand anywhere.
/// </summary>
public sealed class CsvLogReader
{
    private readonly LogReading _reading;
    private readonly CsvMapping? _given;

    /// <summary>A reader with a mapping; without one it is guessed from the header.</summary>
    public CsvLogReader(CsvMapping? mapping = null, LogReading? reading = null)
    {
        _given = mapping;
        _reading = reading ?? LogReading.Default;
    }

    /// <summary>What was wrong in the file that was read last.</summary>
    public LogProblems Problems { get; private set; } = new();

    /// <summary>The mapping by which the last file was read; null before.</summary>
    public CsvMapping? Mapping { get; private set; }

    /// <summary>Whether that mapping was guessed: worth telling whoever looks at the figures.</summary>
    public bool IsGuessed => _given is null;

    /// <summary>Reads a log; the stream stays open and need not seek.</summary>
    /// <exception cref="LogFormatException">No header, a mapped column that is not there, a mapping that cannot be guessed, or over a limit.</exception>
    public EventLog Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Opened(stream, Read);
    }

    /// <summary>The names of the columns, without reading on; the stream stays open and need not seek.</summary>
    /// <exception cref="LogFormatException">As <see cref="Read(Stream)"/>.</exception>
    public IReadOnlyList<string> Header(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Opened<IReadOnlyList<string>>(stream, (csv, _) => [.. csv.Headers]);
    }

    private T Opened<T>(Stream stream, Func<CsvReader, LogSource, T> read)
    {
        Problems = new LogProblems();
        using var source = new LogSource(stream, _reading.Limits);
        using var csv = CsvReader.Create(source, Options(), leaveOpen: true);
        try
        {
            return read(csv, source);
        }
        catch (CsvFormatException broken)
        {
            var line = Math.Max(broken.LineNumber, csv.LineNumber + 1);
            throw new LogFormatException($"a row cannot be read; a quotation mark may be missing. {broken.Message}", new LogPlace(line, 0), broken);
        }
        catch (InvalidDataException broken)
        {
            throw new LogFormatException($"the packed file is damaged: {broken.Message}", LogPlace.None, broken);
        }
    }

    private CsvReaderOptions Options() => new()
    {
        Separator = _given?.Separator,
        MaxRecordSize = _reading.Limits.MostBytesAtOnce,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        MalformedData = CsvMalformedDataHandling.Skip,
        FieldCountMismatch = CsvFieldCountHandling.Skip,
        OnMalformedRecord = Tell,
    };

    private void Tell(CsvMalformedRecord record) =>
        Problems.Add(
            record.Reason is CsvMalformedReason.FieldCountMismatch ? LogProblemKind.WrongColumnCount : LogProblemKind.BrokenRow,
            new LogPlace(record.LineNumber, 0), null, record.RawRecord);

    private EventLog Read(CsvReader csv, LogSource source)
    {
        string[] header = [.. csv.Headers];
        if (header.Length == 0)
            throw new LogFormatException("the file is empty.");
        Mapping = _given ?? CsvMapping.Guess(header)
            ?? throw new LogFormatException("no column is named like a case's id, or none like an activity: say which they are.", new LogPlace(1, 0));
        var rows = new CsvRows(new CsvColumns(header, Mapping, _reading.CaseAttributes), _reading, Problems);
        source.Place = () => new LogPlace(csv.LineNumber, 0);
        try
        {
            while (Next(csv, source))
                rows.Add(csv);
        }
        catch (InvalidDataException broken) when (rows.HasAny)
        {
            Problems.Add(source.HasPackedEnded ? LogProblemKind.CutOff : LogProblemKind.Damaged, new LogPlace(csv.LineNumber, 0), null, broken.Message);
        }

        return rows.Log();
    }

    private static bool Next(CsvReader csv, LogSource source)
    {
        source.AtOnce = 0;
        return csv.Read();
    }
}

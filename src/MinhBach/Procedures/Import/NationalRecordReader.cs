using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace MinhBach.Procedures.Import;

/// <summary>Reads the national portal's detail records: one JSON object a line, plain or gzipped, read as it streams.</summary>
internal static class NationalRecordReader
{
    private const int LongestLine = 4 * 1024 * 1024;

    public static IReadOnlyList<CatalogueRecord> Read(string path)
    {
        try
        {
            return [.. Lines(path).AsParallel().AsOrdered()
                .Select(line => Read(Parse(line.Text, path, line.Number), $"{Path.GetFileName(path)}:{line.Number}"))];
        }
        catch (AggregateException several) when (several.InnerExceptions.OfType<CatalogueFileBrokenException>().FirstOrDefault() is { } broken)
        {
            throw new CatalogueFileBrokenException(broken.Message, several);
        }
    }

    private static IEnumerable<(string Text, int Number)> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var lines = new StreamReader(stream, Encoding.UTF8);
        for (var number = 1; NextLine(lines, path, number) is { } line; number++)
        {
            if (line.Length > 0)
                yield return (line, number);
        }
    }

    /// <summary>Reads one record; <paramref name="place"/> names it where it carries no code.</summary>
    public static CatalogueRecord Read(NationalRecord record, string place)
    {
        var problems = new List<ReadingProblem>();
        var code = PortalText.Clean(record.Code);
        var rows = ChannelTable.Read(record.Channels ?? "");
        if (rows.Count == 0)
            problems.Add(ReadingProblem.At(code.Length == 0 ? place : code, "Cách thức thực hiện", record.Channels ?? "", "không tách được cách thức nộp"));
        var channels = rows.Select(row => ChannelReader.Read(code, row, problems)).ToList();
        var groups = PaperTable.Read(record.Papers);
        if (groups.Count == 0 && !PortalText.SaysNothing(record.Papers))
            problems.Add(ReadingProblem.At(code, "Thành phần hồ sơ", record.Papers!, "không tách được giấy tờ"));
        return RecordAssembly.Assemble(record, channels, groups, LegalBasisList.Read(record.LegalBases), ResultList.Read(record.Results), problems, place);
    }

    private static string? NextLine(StreamReader lines, string path, int number)
    {
        try
        {
            var line = lines.ReadLine();
            return line is not { Length: > LongestLine }
                ? line
                : throw new CatalogueFileBrokenException($"{Path.GetFileName(path)}, dòng {number}: dài quá {LongestLine} ký tự.");
        }
        catch (InvalidDataException broken)
        {
            throw new CatalogueFileBrokenException($"{Path.GetFileName(path)}, sau dòng {number - 1}: tệp nén hỏng ({broken.Message})", broken);
        }
    }

    private static NationalRecord Parse(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<NationalRecord>(line)
                ?? throw new CatalogueFileBrokenException($"{Path.GetFileName(path)}, dòng {number}: không có bản ghi.");
        }
        catch (JsonException broken)
        {
            throw new CatalogueFileBrokenException(
                $"{Path.GetFileName(path)}, dòng {number}, ký tự {broken.BytePositionInLine + 1}: không phải JSON đúng dạng.", broken);
        }
    }
}

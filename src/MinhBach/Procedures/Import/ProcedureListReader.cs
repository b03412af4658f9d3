using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MinhBach.Procedures.Import;

/// <summary>Reads the national portal's list export (xlsx): code, name, issuing authority, processing authority, field.</summary>
internal static class ProcedureListReader
{
    private static readonly string[] Columns = ["Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực"];

    public static IEnumerable<CatalogueRecord> Read(string path)
    {
        var name = Path.GetFileName(path);
        var rows = Rows(path);
        var header = rows.FindIndex(row => row.Values.Contains(Columns[0], StringComparer.Ordinal) && row.Values.Contains(Columns[1], StringComparer.Ordinal));
        if (header < 0)
            throw new CatalogueFileBrokenException($"{name}: không thấy hàng tiêu đề “{string.Join(", ", Columns)}”.");
        var column = rows[header].ToDictionary(cell => cell.Value, cell => cell.Key, StringComparer.Ordinal);
        for (var i = header + 1; i < rows.Count; i++)
        {
            string? Cell(string title) => column.TryGetValue(title, out var letter) ? rows[i].GetValueOrDefault(letter) : null;
            if (string.IsNullOrWhiteSpace(Cell(Columns[0])) && string.IsNullOrWhiteSpace(Cell(Columns[1])))
                continue;
            yield return Listed(Cell(Columns[0]), Cell(Columns[1]), Cell(Columns[2]), Cell(Columns[3]), Cell(Columns[4]), $"{name}, hàng {i + 1}");
        }
    }

    private static CatalogueRecord Listed(string? code, string? title, string? issuer, string? processing, string? field, string place)
    {
        var record = new NationalRecord
        {
            Code = code,
            Name = title,
            Field = field,
            CompetentAuthority = issuer,
            ProcessingAuthority = processing,
            Levels = LevelsOf(processing),
        };
        var read = RecordAssembly.Assemble(record, [], [], [], [], [], place);
        // A list says nothing about audiences or levels: what is missing there is no fault of the record.
        return read with { Detail = RecordDetail.Listed, Problems = [.. read.Problems.Where(problem => problem.Field != "Cấp thực hiện")] };
    }

    private static string LevelsOf(string? processing)
    {
        var words = PortalText.Clean(processing).ToLowerInvariant();
        var levels = new List<string>();
        if (words.Contains("xã", StringComparison.Ordinal) || words.Contains("phường", StringComparison.Ordinal))
            levels.Add("Cấp xã");
        if (words.Contains("tỉnh", StringComparison.Ordinal) || words.Contains("sở ", StringComparison.Ordinal))
            levels.Add("Cấp tỉnh");
        if (words.Contains("bộ", StringComparison.Ordinal) || words.Contains("cục", StringComparison.Ordinal))
            levels.Add("Cấp bộ");
        return string.Join(", ", levels);
    }

    private static List<Dictionary<string, string>> Rows(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var book = SpreadsheetDocument.Open(file, isEditable: false);
            var part = book.WorkbookPart ?? throw new CatalogueFileBrokenException($"{Path.GetFileName(path)}: không phải bảng tính.");
            var shared = part.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
            var sheet = part.WorksheetParts.FirstOrDefault() ?? throw new CatalogueFileBrokenException($"{Path.GetFileName(path)}: không có trang tính.");
            return [.. sheet.Worksheet.Descendants<Row>().Select(row => Cells(row, shared))];
        }
        catch (Exception broken) when (broken is FileFormatException or OpenXmlPackageException or InvalidDataException or System.Xml.XmlException)
        {
            throw new CatalogueFileBrokenException($"{Path.GetFileName(path)}: không mở được như tệp xlsx ({broken.Message})", broken);
        }
    }

    private static Dictionary<string, string> Cells(Row row, List<string> shared)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in row.Elements<Cell>())
        {
            var letter = new string([.. (cell.CellReference?.Value ?? "").TakeWhile(char.IsAsciiLetter)]);
            var raw = cell.InnerText;
            var text = cell.DataType?.Value == CellValues.SharedString && int.TryParse(raw, out var index) && index < shared.Count ? shared[index] : raw;
            var clean = string.Join('\n', text.Split('\n').Select(PortalText.Clean).Where(line => line.Length > 0));
            if (letter.Length > 0 && clean.Length > 0)
                cells[letter] = clean;
        }

        return cells;
    }
}

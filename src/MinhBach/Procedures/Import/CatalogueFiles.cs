namespace MinhBach.Procedures.Import;

/// <summary>Finds out what kind of catalogue a file is and reads it; a folder gives all its files.</summary>
internal static class CatalogueFiles
{
    /// <summary>All records below a path: one per code, the fullest; of equals the first read.</summary>
    /// <exception cref="CatalogueFileBrokenException">The path is missing, empty or not a catalogue.</exception>
    public static IReadOnlyList<CatalogueRecord> Read(string path)
    {
        var files = Files(path);
        if (files.Count == 0)
            throw new CatalogueFileBrokenException($"{path}: không có tệp danh mục nào (*.xlsx, *.ndjson, *.ndjson.gz, *.json).");
        var byCode = new Dictionary<string, CatalogueRecord>(StringComparer.Ordinal);
        foreach (var record in files.SelectMany(ReadFile))
        {
            var code = record.Version.Code;
            if (!byCode.TryGetValue(code, out var known) || (known.Detail == RecordDetail.Listed && record.Detail == RecordDetail.Full))
                byCode[code] = record;
            else if (known.Detail == RecordDetail.Full && record.Detail == RecordDetail.Listed && known.Version.Name != record.Version.Name)
                byCode[code] = known with { Problems = [.. known.Problems, NameDiffers(record)] };
        }

        return [.. byCode.Values];
    }

    private static ReadingProblem NameDiffers(CatalogueRecord listed) =>
        ReadingProblem.At(listed.Version.Code, "Tên thủ tục", listed.Version.Name, "tên trong danh sách khác tên trong bản ghi chi tiết; giữ bản ghi chi tiết");

    private static IEnumerable<CatalogueRecord> ReadFile(string file)
    {
        if (file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            return ProcedureListReader.Read(file);
        return file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? DefenceRecordReader.Read(file) : NationalRecordReader.Read(file);
    }

    private static List<string> Files(string path)
    {
        if (File.Exists(path))
        {
            return IsCatalogue(path)
                ? [path]
                : throw new CatalogueFileBrokenException($"{path}: không nhận ra loại tệp. Nhận *.xlsx, *.ndjson, *.ndjson.gz, *.json.");
        }

        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsCatalogue).Order(StringComparer.Ordinal)]
            : throw new CatalogueFileBrokenException($"{path}: không có tệp hay thư mục này.");
    }

    private static bool IsCatalogue(string file) =>
        !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal)
        && (file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".ndjson.gz", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".json", StringComparison.OrdinalIgnoreCase));
}

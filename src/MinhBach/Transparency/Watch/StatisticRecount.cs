using System.Text;
using MinhBach.Monitoring;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>
/// Counts published figures and reports again from the entries before them, and says where the published ones differ. What a later
/// entry corrects, and rightly, is held against nobody any more.
/// </summary>
/// <param name="source">Serves the files of figures.</param>
internal sealed class StatisticRecount(ILogSource source)
{
    private const int HashLength = 64;
    private const int MostRows = 20;

    private readonly HashSet<(string Figures, string Sha256)> published = [];
    private readonly Dictionary<(string Figures, string Sha256), List<WatchFinding>> wrong = [];
    private readonly List<WatchFinding> unknown = [];
    private List<WatchFinding> current = [];

    /// <summary>Figures that were counted again.</summary>
    public int Counted { get; private set; }

    /// <summary>Figures that were wrong and are corrected.</summary>
    public int Corrected { get; private set; }

    /// <summary>Files that are not served; the figures are proven without them.</summary>
    public int NotServed { get; private set; }

    /// <summary>What differs and is not corrected.</summary>
    public IEnumerable<WatchFinding> Findings => unknown.Concat(wrong.Values.SelectMany(found => found)).OrderBy(finding => finding.Entry);

    public void Check(LogEntry entry, long index, OnTimeRecount recount)
    {
        current = [];
        try
        {
            var isKnown = entry.Type is EntryTypes.Statistic or EntryTypes.StatisticCorrected
                ? CheckFigures(LogEntryJson.Facts<PublishedStatistic>(entry), entry.Type == EntryTypes.StatisticCorrected, index, recount)
                : CheckReport(LogEntryJson.Facts<PublishedReport>(entry), entry.Type == EntryTypes.ReportCorrected, index, recount);
            if (isKnown) return;
            Find(index, "statistic.unknown", "Số liệu công bố ở mục {0} theo một cách đếm mà chương trình này không biết.");
        }
        catch (LogException broken)
        {
            Find(index, "statistic.unreadable", "Số liệu công bố ở mục {0} không đọc được: {1}", broken.Message);
        }

        unknown.AddRange(current);
    }

    private bool CheckFigures(PublishedStatistic told, bool corrects, long index, OnTimeRecount recount)
    {
        if (told is not { Measure: "on-time", Definition: 1, GroupBy: "agency" or "procedure", Total: not null } || told.From > told.To || !IsHash(told.Sha256)) return false;
        var (total, parts) = recount.Board(new(told.From, told.To), told.GroupBy == "agency" ? Grouping.Agency : Grouping.Procedure);
        CompareTotals(index, told.Total, PublishedTotal.Of(total));
        CompareFiles(told.Sha256, told.Rows, index, StatisticFile.Write(parts));
        Settle(($"{told.Measure} {told.GroupBy} {told.From} {told.To}", told.Sha256), corrects, told.Corrects, index);
        return true;
    }

    // The rows are by fields, which entries do not tell; the whole-city line is counted again, and the file held to its hash.
    private bool CheckReport(PublishedReport told, bool corrects, long index, OnTimeRecount recount)
    {
        if (told is not { Report: "form-07", Definition: 1, Total: not null } || told.From > told.To || !IsHash(told.Sha256)) return false;
        CompareTotals(index, told.Total, ReportTotal.Of(recount.Form07(new(told.From, told.To))));
        if (Served(told.Sha256) is { } served)
        {
            if (StatisticFile.HashOf(served) != told.Sha256) FindServed(index, told.Sha256);
            else if (StatisticFile.Rows(served) != told.Rows) FindRows(index, told.Rows, StatisticFile.Rows(served));
        }

        Settle(($"{told.Report} {told.From} {told.To}", told.Sha256), corrects, told.Corrects, index);
        return true;
    }

    private void Settle((string Figures, string Sha256) key, bool corrects, string? earlier, long index)
    {
        Counted++;
        if (corrects)
        {
            if (earlier is null || !published.Contains((key.Figures, earlier))) Find(index, "statistic.correctsNothing", "Mục {0} đính chính một số liệu chưa từng công bố ({1}).", earlier ?? "–");
            else if (current.Count == 0 && wrong.Remove((key.Figures, earlier))) Corrected++;
        }

        published.Add(key);
        if (current.Count > 0) wrong[key] = [.. wrong.GetValueOrDefault(key, []), .. current];
    }

    private void CompareTotals<T>(long index, T told, T counted)
    {
        foreach (var (name, published, recounted) in Differing(told, counted))
            Find(index, "statistic.total", "Số liệu công bố ở mục {0}, cả thành phố, “{1}”: công bố {2}, đếm lại từ nhật ký được {3}.", name, published, recounted);
    }

    private void CompareFiles(string sha256, int rows, long index, byte[] file)
    {
        var served = Served(sha256);
        if (served is not null && StatisticFile.HashOf(served) != sha256) FindServed(index, sha256);
        if (StatisticFile.HashOf(file) == sha256)
        {
            if (rows != StatisticFile.Rows(file)) FindRows(index, rows, StatisticFile.Rows(file));
            return;
        }

        if (served is null)
        {
            Find(index, "statistic.file", "Số liệu công bố ở mục {0}: bảng đếm lại từ nhật ký không phải bảng đã công bố, và tệp đã công bố không tải được để so từng dòng.");
            return;
        }

        Find(index, "statistic.file", "Số liệu công bố ở mục {0}: bảng đếm lại từ nhật ký khác bảng đã công bố.");
        foreach (var (key, told, counted) in DifferingRows(served, file).Take(MostRows))
            Find(index, "statistic.row", "Số liệu công bố ở mục {0}, dòng “{1}”: công bố {2}, đếm lại từ nhật ký được {3}.", key, told, counted);
    }

    private static bool IsHash(string? text) => text is { Length: HashLength } && text.All(char.IsAsciiHexDigitLower);

    private void FindServed(long index, string sha256) =>
        Find(index, "statistic.served", "Tệp statistics/{1}.csv của số liệu ở mục {0} đã bị sửa: nó không có mã băm đã ghi vào nhật ký.", sha256);

    private void FindRows(long index, int told, int counted) =>
        Find(index, "statistic.rows", "Số liệu công bố ở mục {0} nói tệp có {1} dòng; tệp có {2} dòng.", told, counted);

    private byte[]? Served(string hash)
    {
        try
        {
            if (source.Read($"statistics/{hash}.csv") is { } file) return file;
        }
        catch (LogException)
        {
            // As if it were not there: what it has to hold is known from the entries.
        }

        NotServed++;
        return null;
    }

    private static IEnumerable<(string Name, int Published, int Counted)> Differing<T>(T published, T counted)
    {
        foreach (var property in typeof(T).GetProperties().Where(property => property.PropertyType == typeof(int)))
        {
            var (one, other) = ((int)property.GetValue(published)!, (int)property.GetValue(counted)!);
            if (one != other) yield return (char.ToLowerInvariant(property.Name[0]) + property.Name[1..], one, other);
        }
    }

    private static IEnumerable<(string Key, string Published, string Counted)> DifferingRows(byte[] served, byte[] counted)
    {
        var (one, other) = (RowsOf(served), RowsOf(counted));
        foreach (var key in one.Keys.Union(other.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (published, recounted) = (one.GetValueOrDefault(key, "–"), other.GetValueOrDefault(key, "–"));
            if (published != recounted) yield return (key, published, recounted);
        }
    }

    private static Dictionary<string, string> RowsOf(byte[] file)
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            rows[comma < 0 ? line : line[..comma]] = comma < 0 ? "" : line[(comma + 1)..];
        }

        return rows;
    }

    // People count from 1.
    private void Find(long index, string code, string sentence, params IReadOnlyList<object> values) => current.Add(new(code, sentence, [index + 1, .. values]) { Entry = index });
}

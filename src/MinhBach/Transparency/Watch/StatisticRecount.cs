using System.Text;
using MinhBach.Monitoring;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>Counts a published figure again from the entries before it, and says where the published one differs.</summary>
/// <param name="source">Serves the files of figures.</param>
/// <param name="findings">Takes what differs.</param>
internal sealed class StatisticRecount(ILogSource source, WatchFindings findings)
{
    private const int HashLength = 64;
    private const int MostRows = 20;

    /// <summary>Figures that were counted again.</summary>
    public int Counted { get; private set; }

    /// <summary>Files that are not served; the figures are proven without them.</summary>
    public int NotServed { get; private set; }

    public void Check(LogEntry entry, long index, OnTimeRecount recount)
    {
        PublishedStatistic told;
        try
        {
            told = LogEntryJson.Facts<PublishedStatistic>(entry);
        }
        catch (LogException broken)
        {
            Find(index, "statistic.unreadable", "Số liệu công bố ở mục {0} không đọc được: {1}", broken.Message);
            return;
        }

        if (told is not { Measure: "on-time", Definition: 1, GroupBy: "agency" or "procedure", Total: not null, Sha256.Length: HashLength } || told.From > told.To || !told.Sha256.All(char.IsAsciiHexDigitLower))
        {
            Find(index, "statistic.unknown", "Số liệu công bố ở mục {0} theo một cách đếm mà chương trình này không biết.");
            return;
        }

        var (total, parts) = recount.Board(new(told.From, told.To), told.GroupBy == "agency" ? Grouping.Agency : Grouping.Procedure);
        Counted++;
        Compare(told, index, PublishedTotal.Of(total), StatisticFile.Write(parts));
    }

    private void Compare(PublishedStatistic told, long index, PublishedTotal total, byte[] file)
    {
        foreach (var (name, published, counted) in Differing(told.Total, total))
            Find(index, "statistic.total", "Số liệu công bố ở mục {0}, cả thành phố, “{1}”: công bố {2}, đếm lại từ nhật ký được {3}.", name, published, counted);
        var served = Served(told.Sha256);
        if (served is not null && StatisticFile.HashOf(served) != told.Sha256)
            Find(index, "statistic.served", "Tệp statistics/{1}.csv của số liệu ở mục {0} đã bị sửa: nó không có mã băm đã ghi vào nhật ký.", told.Sha256);
        if (StatisticFile.HashOf(file) == told.Sha256)
        {
            if (told.Rows != StatisticFile.Rows(file)) Find(index, "statistic.rows", "Số liệu công bố ở mục {0} nói tệp có {1} dòng; tệp có {2} dòng.", told.Rows, StatisticFile.Rows(file));
            return;
        }

        if (served is null)
        {
            Find(index, "statistic.file", "Số liệu công bố ở mục {0}: bảng đếm lại từ nhật ký không phải bảng đã công bố, và tệp đã công bố không tải được để so từng dòng.");
            return;
        }

        Find(index, "statistic.file", "Số liệu công bố ở mục {0}: bảng đếm lại từ nhật ký khác bảng đã công bố.");
        foreach (var (key, published, counted) in DifferingRows(served, file).Take(MostRows))
            Find(index, "statistic.row", "Số liệu công bố ở mục {0}, dòng “{1}”: công bố {2}, đếm lại từ nhật ký được {3}.", key, published, counted);
    }

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

    private static IEnumerable<(string Name, int Published, int Counted)> Differing(PublishedTotal published, PublishedTotal counted)
    {
        foreach (var property in typeof(PublishedTotal).GetProperties().Where(property => property.PropertyType == typeof(int)))
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
    private void Find(long index, string code, string sentence, params IReadOnlyList<object> values) => findings.Add(new(code, sentence, [index + 1, .. values]) { Entry = index });
}

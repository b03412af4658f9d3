using MinhBach.ProcessMining;
using MinhBach.Shell;

namespace MinhBach.Mining;

/// <summary>A report for a terminal.</summary>
internal static class LogReportText
{
    private const int Few = 10;

    public static void Write(Words words, TextWriter output, LogReport report)
    {
        var summary = report.Summary;
        output.WriteLine(words["{0} ({1})", report.Name, words.Name(report.Format)]);
        Line(words["Vụ việc"], words.Number(summary.Cases));
        Line(words["Sự kiện"], words.Number(summary.Events));
        Line(words["Loại hoạt động"], words.Number(summary.Activities));
        Line(words["Biến thể"], words.Number(summary.Variants));
        if (summary is { First: { } first, Last: { } last })
            Line(words["Thời gian"], words["{0} đến {1}", first.ToString("dd/MM/yyyy HH:mm", VietnameseFormats.Culture), last.ToString("dd/MM/yyyy HH:mm", VietnameseFormats.Culture)]);

        Head(words["Đúng hạn"]);
        output.WriteLine("  " + Dates(words, summary));
        Line(words["Đã xong"], words.Number(summary.Closed));
        Line(words["Đúng hạn"], words.Number(summary.OnTime) + Share(summary.OnTime, summary.OnTime + summary.Late));
        Line(words["Quá hạn"], words.Number(summary.Late) + Share(summary.Late, summary.OnTime + summary.Late));
        if (summary.Undue > 0) Line(words["Xong, không có hạn"], words.Number(summary.Undue));
        Line(words["Chưa xong"], words.Number(summary.Open));
        Line(words["Ngày không đọc được"], words.Number(summary.Broken));
        if (summary.DoneBeforeStart > 0) Line(words["Xong trước khi bắt đầu"], words.Number(summary.DoneBeforeStart));

        foreach (var split in summary.By.Where(split => split.Values.Count > 0))
        {
            Head(words["Theo “{0}”", split.Attribute]);
            foreach (var (value, counts) in split.Values.Take(Few))
                Line(value, words["{0} vụ, đúng hạn {1}, quá hạn {2}, chưa xong {3}", words.Number(counts.Cases), words.Number(counts.OnTime), words.Number(counts.Late), words.Number(counts.Open)]);
            if (split.Values.Count > Few) output.WriteLine("  " + words["và {0} giá trị nữa", words.Number(split.Values.Count - Few)]);
        }

        Head(words[report.Options.OnTheWallClock ? "Chờ lâu nhất (giờ đồng hồ)" : "Chờ lâu nhất (giờ làm việc, thứ Hai–thứ Sáu, 8 giờ một ngày)"]);
        foreach (var place in Bottlenecks.OfArcs(report.Map).Take(Few))
        {
            output.WriteLine($"  {place.From!.Name} → {place.To!.Name}");
            output.WriteLine("    " + words["{0} lần, một nửa trong {1}, 9 trên 10 trong {2}, {3} tổng thời gian chờ", words.Number(place.Durations.Count), words.WorkTime(place.Durations.P50), words.WorkTime(place.Durations.P90), words.Percent(place.Share, 1)]);
        }

        Head(words["Các đường đi nhiều nhất"]);
        foreach (var variant in report.Variants.ByFrequency.Take(Few))
            output.WriteLine($"  {words.Number(variant.Cases)}{Share(variant.Cases, summary.Cases)}: {string.Join(" → ", report.Variants.NamesOf(variant))}");

        WriteProblems(words, output, report.Problems);

        void Head(string title)
        {
            output.WriteLine();
            output.WriteLine(title);
        }

        void Line(string name, string value) => output.WriteLine($"  {name,-28} {value}");

        string Share(long part, long all) => all == 0 ? "" : $" ({words.Percent(part / (double)all, 1)})";
    }

    /// <summary>Which attributes were taken for the dates.</summary>
    public static string Dates(Words words, LogSummary summary)
    {
        var dates = summary.Dates;
        if (dates.Done is null) return words["Không có thuộc tính nào tên như ngày xong: mọi vụ việc tính là chưa xong. Chỉ ra bằng --done."];
        var told = dates.Due is null
            ? words["Ngày xong: “{0}”. Không có thuộc tính nào tên như hạn; chỉ ra bằng --due.", dates.Done]
            : words["Hạn: “{0}”, ngày xong: “{1}”.", dates.Due, dates.Done];
        return dates.IsGuessed ? told + " " + words["Đoán theo tên thuộc tính."] : told;
    }

    private static void WriteProblems(Words words, TextWriter output, FoundProblems problems)
    {
        if (problems.Kinds.Count == 0) return;
        output.WriteLine();
        output.WriteLine(words["Chỗ không ổn trong tệp"]);
        foreach (var kind in problems.Kinds)
        {
            output.WriteLine($"  {words.Number(kind.Times)} × {words.Name(kind.Kind)}");
            foreach (var place in kind.First.Take(3)) output.WriteLine("    " + words.Told(place));
        }
    }
}

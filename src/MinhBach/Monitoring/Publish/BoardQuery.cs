using MinhBach.Shell;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Monitoring.Publish;

/// <summary>What is asked for in an address of the public figures. What cannot be read is named and replaced by the default.</summary>
internal sealed record BoardQuery(ReportingPeriod Period, Grouping Grouping)
{
    private static readonly LocalDate Earliest = new(2017, 1, 1);

    public string? BadFrom { get; init; }

    public string? BadTo { get; init; }

    /// <summary>Reads <c>tu</c>, <c>den</c> and <c>theo</c>; dates as people write them or in ISO form.</summary>
    public static BoardQuery Read(IQueryCollection query, LocalDate today, Words words)
    {
        var usual = ReportingPeriod.YearTo(today);
        var (from, badFrom) = Day(query["tu"], usual.From, today, words);
        var (to, badTo) = Day(query["den"], usual.To, today, words);
        if (badFrom is null && badTo is null && to < from) badTo = words["Ngày cuối phải từ ngày đầu trở đi"];
        return new(badFrom is null && badTo is null ? new(from, to) : usual, Slugs.GroupingOf(query["theo"]) ?? Grouping.Agency) { BadFrom = badFrom, BadTo = badTo };
    }

    /// <summary>The address of the same figures, with other parts of the address changed.</summary>
    public string Address(string path, params (string Key, string? Value)[] also)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["tu"] = LocalDatePattern.Iso.Format(Period.From),
            ["den"] = LocalDatePattern.Iso.Format(Period.To),
            ["theo"] = Slugs.Of(Grouping),
        };
        foreach (var (key, value) in also) parts[key] = value;
        return path + QueryString.Create(parts.Where(part => part.Value is not null));
    }

    private static (LocalDate Day, string? Bad) Day(string? text, LocalDate usual, LocalDate today, Words words)
    {
        if (string.IsNullOrWhiteSpace(text)) return (usual, null);
        if (VietnameseFormats.ReadDate(text) is not { } day) return (usual, words["Nhập ngày như 02/09/2026"]);
        return day < Earliest || day > today.PlusYears(1) ? (usual, words["Chọn một ngày từ {0} đến nay", words.Date(Earliest)]) : (day, null);
    }
}

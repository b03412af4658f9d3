using System.Text.RegularExpressions;
using MinhBach.Procedures;
using MinhBach.Procedures.Import;
using MinhBach.Testing;
using MinhBach.WorkingTime;

namespace MinhBach.Tests.Procedures.Import;

public sealed partial class NationalCatalogueTests
{
    private static readonly Lazy<IReadOnlyList<CatalogueRecord>> Records = new(() =>
        [.. NationalRecordReader.Read(SharedData.Find("procedures/national-2026/tthc.ndjson.gz"))]);

    [Fact]
    public void All_national_records_are_read_with_code_name_and_a_case()
    {
        Assert.Equal(2642, Records.Value.Count);
        Assert.All(Records.Value, record =>
        {
            Assert.True(ProcedureCode.IsCode(record.Version.Code), record.Version.Code);
            Assert.NotEmpty(record.Version.Name);
            Assert.NotEmpty(record.Version.Cases);
            Assert.NotEmpty(record.Version.Cases[0].Channels);
        });
    }

    [Fact]
    public void Terms_that_state_a_number_and_a_unit_are_read_in_at_least_95_of_100()
    {
        int stated = 0, read = 0;
        foreach (var version in Records.Value.Select(record => record.Version))
        {
            var channels = version.Cases.SelectMany(one => one.Channels).ToList();
            foreach (Match match in StatedTerm().Matches(version.Original["Cách thức thực hiện"]))
            {
                stated++;
                var unit = match.Groups["unit"].Value switch
                {
                    "Ngày làm việc" => TermUnit.WorkingDays,
                    "Ngày" => TermUnit.Days,
                    "Giờ" => TermUnit.WorkingHours,
                    _ => TermUnit.Months,
                };
                var amount = decimal.Parse(match.Groups["number"].Value.Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture);
                var channel = ChannelTable.ChannelOf(match.Groups["channel"].Value);
                if (channels.Exists(one => one.Channel == channel && one.Term is { } term && term.Unit == unit && term.Amount == amount))
                    read++;
            }
        }

        Assert.True(stated > 5000, $"{stated} stated terms");
        Assert.True(read >= stated * 0.95, $"{read} of {stated} stated terms read");
    }

    [Fact]
    public void Nothing_of_the_portals_own_buttons_is_left_in_results()
    {
        Assert.DoesNotContain(
            Records.Value.SelectMany(record => record.Version.Results),
            result => result.Name.Contains("Chọn cơ quan", StringComparison.Ordinal)
                || result.Name.EndsWith("Nộp hồ sơ", StringComparison.Ordinal)
                || result.Name.Contains("Mã: KQ", StringComparison.Ordinal));
        Assert.True(Records.Value.Count(record => record.Version.Results.Any(result => result.Code is not null)) > 2400);
    }

    [Fact]
    public void Papers_are_read_from_nearly_all_records_and_carry_no_table_heading()
    {
        var papers = Records.Value.SelectMany(record => record.Version.Cases).SelectMany(one => one.Papers).ToList();
        Assert.True(Records.Value.Count(record => record.Version.Cases[0].Papers.Count > 0) > 2550);
        Assert.DoesNotContain(papers, paper => paper.Name.Contains("Tên giấy tờ", StringComparison.Ordinal));
        Assert.All(papers, paper => Assert.InRange(paper.Originals, 0, 99));
    }

    [Fact]
    public void Each_case_carries_the_longest_of_its_channels_terms()
    {
        Assert.All(Records.Value.SelectMany(record => record.Version.Cases), one =>
            Assert.Equal(CaseBuilder.Longest(one.Channels.Select(channel => channel.Term)), one.Term));
    }

    [GeneratedRegex(@"(?<channel>Trực tiếp|Trực tuyến|Dịch vụ bưu chính)(?<number>\d+(?:[.,]\d+)?) (?<unit>Ngày làm việc|Ngày|Giờ|Tháng)(?=Miễn phí|Không có thông tin|\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StatedTerm();
}

using System.Net;
using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using MinhBach.Tests.Monitoring;
using MinhBach.Transparency;
using MinhBach.Transparency.Closed;
using MinhBach.Transparency.Statistics;
using NodaTime;

namespace MinhBach.Tests.Transparency.Closed;

public sealed class ClosedFacts
{
    private const string Address = "/quan-tri/nhat-ky";

    [Theory, BothDatabases]
    public async Task A_choice_holds_for_what_is_handed_in_after_it_and_stands_in_the_log(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var officer = await city.SignInAsync("noi-vu");
        var work = new VerbFacts.Work(city);
        var told = await city.FinishOneAsync();
        await CloseAsync(officer, KnownCity.Procedure, "Nêu rõ một gia đình trong xã nhỏ");
        var @sealed = await city.FinishOneAsync();
        var page = await officer.GetAsync(Address);
        Assert.Contains("Nêu rõ một gia đình trong xã nhỏ", page.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(page, "Cho hiện lại " + KnownCity.Procedure);
        var again = await work.SubmitAsync(KnownCity.Procedure);
        await city.PublishAsync();

        var entries = city.ShownEntries();
        Assert.Equal(2, entries.Where(entry => entry.Case is not null).Select(entry => entry.Case).Distinct().Count());
        Assert.Equal(told.History.Count + (await work.ViewAsync(again.Id)).History.Count, entries.Count(entry => entry.Case is not null));
        Assert.Equal(@sealed.History.Count, entries.Count(entry => entry.Type == EntryTypes.Sealed));
        Assert.All(entries.Where(entry => entry.Type == EntryTypes.Sealed), entry => Assert.True(entry is { Case: null, Procedure: null, Agency: null, Commitment: not null, At: var at } && at.ToUnixTimeSeconds() % 3600 == 0));
        var policies = entries.Where(entry => entry.Type == EntryTypes.Policy).Select(entry => entry.Facts!.Value.GetRawText()).ToList();
        Assert.Equal(3, policies.Count);
        Assert.Contains("Nêu rõ một gia đình trong xã nhỏ", policies[1], StringComparison.Ordinal);
        Assert.Equal(policies[0], policies[2]);
    }

    [Theory, BothDatabases]
    public async Task Figures_leave_out_what_the_log_does_not_tell_and_a_stranger_counts_the_same(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var officer = await city.SignInAsync("noi-vu");
        await city.FinishOneAsync();
        await CloseAsync(officer, KnownCity.Procedure, "Thử");
        await city.FinishOneAsync();
        city.Clock.Advance(Duration.FromDays(1));
        // What is not in the log yet is not in any figure: figures wait for it.
        Assert.Equal(0, await city.Service<PublishFigures>().RunAsync(TestContext.Current.CancellationToken));
        await city.PublishAsync();
        Assert.Equal(2, await city.Service<PublishFigures>().RunAsync(TestContext.Current.CancellationToken));
        await city.PublishAsync();

        var figures = LogEntryJson.Facts<PublishedStatistic>(city.ShownEntries().First(entry => entry.Type == EntryTypes.Statistic));
        Assert.Equal(1, figures.Total.Received);
        var report = city.Verify();
        Assert.Equal((2, 0L), (report.Statistics, report.Findings.Total));
    }

    [Theory, BothDatabases]
    public async Task The_page_is_for_whoever_edits_procedures_and_refuses_what_makes_no_sense(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var stranger = city.Visitor();
        Assert.StartsWith("/dang-nhap", (await stranger.GetAsync(Address)).Path, StringComparison.Ordinal);
        using var officer = await city.SignInAsync("noi-vu");
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(Address)).Status);
        foreach (var (code, reason, said) in new[]
        {
            ("", "Vì sao", "Nhập mã thủ tục"), (KnownCity.Procedure, " ", "Nêu lý do"), ("9.999999", "Vì sao", "Không có thủ tục nào mang mã “9.999999”."),
            (KnownCity.Procedure, new string('a', 301), "nhiều nhất 300 ký tự"),
        })
        {
            Assert.Contains(said, Assert.Single((await CloseAsync(officer, code, reason)).Errors), StringComparison.Ordinal);
        }

        Assert.Empty(await city.Service<CloseProcedure>().AllAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<Page> CloseAsync(Visitor officer, string code, string reason) =>
        await officer.SubmitAsync(await officer.GetAsync(Address), "Giữ kín hồ sơ của thủ tục này", ("Mã thủ tục", code), ("Lý do (ghi công khai trong nhật ký, không nêu tên ai)", reason));
}

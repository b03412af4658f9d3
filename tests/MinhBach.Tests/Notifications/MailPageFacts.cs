using System.Net;
using MinhBach.Kernel;
using MinhBach.Notifications;
using MinhBach.Testing;
using static MinhBach.Tests.Notifications.MailCity;

namespace MinhBach.Tests.Notifications;

public sealed class MailPageFacts
{
    [Theory, BothDatabases]
    public async Task Without_a_host_nothing_is_taken_and_pages_say_so(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        Assert.False(await city.Service<WriteLanes>().RunAsync(0, session => city.Service<MailOutbox>().PutAsync(session, MailKind.OwnStep, 1, "Thư", "Thư"), TestContext.Current.CancellationToken));
        Assert.Empty(await RowsAsync(city));
        using var admin = await city.SignInAsync("quan-tri");
        Assert.Contains("Mail:Host", (await admin.GetAsync("/quan-tri/thu")).Text, StringComparison.Ordinal);
        using var specialist = await city.SignInAsync("chuyen-vien");
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync("/quan-tri/thu")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_person_chooses_what_to_get(DatabaseKind kind)
    {
        await using var server = new SmtpServer();
        await using var city = await StartAsync(kind, server);
        using var specialist = await city.SignInAsync("chuyen-vien");
        var page = await specialist.GetAsync("/tai-khoan/thu");
        Assert.Contains("chuyen-vien@demo.minhbach.vn", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await specialist.GetAsync("/tai-khoan")).Document.QuerySelector("a[href='/tai-khoan/thu']"));
        async Task<int> TakenAsync(MailKind of)
        {
            var before = (await RowsAsync(city)).Count;
            await PutAsync(city, "chuyen-vien", kind: of);
            return (await RowsAsync(city)).Count - before;
        }

        Assert.Equal((1, 0, 1), (await TakenAsync(MailKind.OwnStep), await TakenAsync(MailKind.OthersStep), await TakenAsync(MailKind.Week)));

        var saved = await specialist.SubmitAsync(
            page, "Lưu", ("Bước của tôi sắp hết hạn hoặc quá hạn", ""), ("Bước của người tôi phụ trách sắp hết hạn hoặc quá hạn", "có"), ("Đầu tuần: bước quá hạn và hồ sơ nhiều khả năng trễ", ""));
        Assert.Contains("Đã lưu.", saved.Text, StringComparison.Ordinal);

        Assert.Equal((0, 1, 0), (await TakenAsync(MailKind.OwnStep), await TakenAsync(MailKind.OthersStep), await TakenAsync(MailKind.Week)));
    }

    [Theory, BothDatabases]
    public async Task An_administrator_sends_a_test_message_and_sees_what_is_wrong(DatabaseKind kind)
    {
        await using var server = new SmtpServer { Account = ("city", "bí mật") };
        var password = Path.GetTempFileName();
        await using var city = await StartAsync(kind, server, mail => (mail.User, mail.PasswordFile) = ("city", password));
        using var admin = await city.SignInAsync("quan-tri");
        var page = await admin.GetAsync("/quan-tri/thu");

        await File.WriteAllTextAsync(password, "sai\n", TestContext.Current.CancellationToken);
        var refused = await admin.SubmitAsync(page, "Gửi thư thử cho tôi");
        Assert.Contains("Máy chủ thư không nhận:", refused.Text, StringComparison.Ordinal);
        Assert.Empty(server.Received);

        await File.WriteAllTextAsync(password, "bí mật\n", TestContext.Current.CancellationToken);
        var taken = await admin.SubmitAsync(page, "Gửi thư thử cho tôi");
        Assert.Contains("Máy chủ thư đã nhận thư thử", taken.Text, StringComparison.Ordinal);
        Assert.Equal("Thư thử", Assert.Single(server.Received).Subject);
        File.Delete(password);
    }
}

using MinhBach.Kernel;
using MinhBach.Monitoring.Reminders;
using MinhBach.Notifications;
using MinhBach.Organization;
using MinhBach.Testing;
using MinhBach.Tests.Notifications;
using NodaTime;

namespace MinhBach.Tests.Monitoring.Reminders;

public sealed class ReminderMailFacts
{
    [Theory, BothDatabases]
    public async Task Whoever_is_reminded_of_their_own_step_gets_a_letter_that_says_the_same_and_nothing_of_the_applicant(DatabaseKind kind)
    {
        await using var server = new SmtpServer();
        await using var city = await MailCity.StartAsync(kind, server);
        var step = await ReminderFacts.OpenAsync(city);
        var calendar = city.Service<CityCalendars>().For(new AgencyId(step.Agency));
        city.Clock.Now = ReminderFacts.At(calendar.AddWorkingDays(step.DueAt!.Value.DateInCity(), 1), 9);

        var reminded = await city.Service<SendReminders>().RunAsync(TestContext.Current.CancellationToken);
        await city.CatchUpAsync();

        Assert.InRange(reminded, 2, 9);
        var rows = await MailCity.RowsAsync(city);
        // The head has to give the step away; leaders and others want such mail only when they say so.
        Assert.All(rows, row => Assert.Contains(row.Kind, new[] { MailKind.OwnStep, MailKind.Week }));
        var letter = Assert.Single(rows, row => row.Kind == MailKind.OwnStep);
        Assert.Matches(@"^Nhắc việc: hồ sơ \S+-261117-\d+$", letter.Subject);
        var code = letter.Subject.Split(' ')[^1];
        Assert.StartsWith($"Hồ sơ {code}. Bước “{step.Name}” đã quá hạn 1 ngày làm việc.", letter.Body, StringComparison.Ordinal);
        Assert.Contains($"https://city.example/ho-so/{code}", letter.Body, StringComparison.Ordinal);
        Assert.Contains("https://city.example/tai-khoan/thu", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Thị Hồng Hạnh", letter.Body, StringComparison.Ordinal);
        await city.Service<SendReminders>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(rows.Count, (await MailCity.RowsAsync(city)).Count);
    }

    [Theory, BothDatabases]
    public async Task A_reminder_that_is_undone_leaves_no_letter(DatabaseKind kind)
    {
        await using var server = new SmtpServer();
        await using var city = await MailCity.StartAsync(kind, server);

        await Assert.ThrowsAsync<RuleBroken>(() => city.Service<WriteLanes>().RunAsync<bool>(0, async session =>
        {
            await city.Service<MailOutbox>().PutAsync(session, MailKind.Week, 1, "Thư", "Thư");
            throw new RuleBroken("test.undone", "Thôi.");
        }, TestContext.Current.CancellationToken));

        Assert.Empty(await MailCity.RowsAsync(city));
    }
}

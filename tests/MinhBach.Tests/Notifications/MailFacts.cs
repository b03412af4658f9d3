using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Accounts;
using MinhBach.Accounts.Demo;
using MinhBach.Kernel;
using MinhBach.Notifications;
using MinhBach.Organization;
using MinhBach.Testing;
using NodaTime;
using static MinhBach.Tests.Notifications.MailCity;

namespace MinhBach.Tests.Notifications;

public sealed class MailFacts
{
    private const string Long = "Bước “Thẩm định hồ sơ, lấy ý kiến phối hợp” đến hạn lúc 17:00 ngày 25/11/2026.\r\n.Dòng bắt đầu bằng dấu chấm.\r\n";

    [Theory, BothDatabases]
    public async Task A_message_arrives_whole_in_Vietnamese_once(DatabaseKind kind)
    {
        await using var server = new SmtpServer();
        await using var city = await StartAsync(kind, server);
        var person = await PutAsync(city, "chuyen-vien", "Nhắc việc: hồ sơ H26.27-261123-0012 sắp hết thời gian giải quyết", Long);

        Assert.Equal(1, await SendAsync(city));
        Assert.Equal(0, await SendAsync(city));

        var mail = Assert.Single(server.Received);
        Assert.Equal(("minhbach@city.example", "chuyen-vien@demo.minhbach.vn"), (mail.From, mail.To));
        Assert.Equal("Nhắc việc: hồ sơ H26.27-261123-0012 sắp hết thời gian giải quyết", mail.Subject);
        Assert.Equal(Long, mail.Body);
        Assert.StartsWith("text/plain; charset=utf-8", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.EndsWith("@city.example>", mail.Header("Message-ID"), StringComparison.Ordinal);
        var row = Assert.Single(await RowsAsync(city));
        Assert.Equal((MailState.Sent, 1, person), (row.State, row.Tries, row.PersonId));
    }

    [Theory, BothDatabases]
    public async Task A_server_that_says_later_is_asked_again_after_growing_pauses(DatabaseKind kind)
    {
        await using var server = new SmtpServer { Answer = line => line == "." ? "451 4.3.0 try again" : null };
        await using var city = await StartAsync(kind, server);
        await PutAsync(city, "chuyen-vien");

        Assert.Equal(0, await SendAsync(city));
        Assert.Equal(0, await SendAsync(city));
        var waiting = Assert.Single(await RowsAsync(city));
        Assert.Equal((MailState.Waiting, 1, city.Clock.Now + Duration.FromMinutes(1)), (waiting.State, waiting.Tries, waiting.NextAt));
        Assert.Contains("try again", waiting.Error, StringComparison.Ordinal);
        city.Clock.Now += Duration.FromMinutes(1);
        Assert.Equal(0, await SendAsync(city));
        Assert.Equal(city.Clock.Now + Duration.FromMinutes(4), Assert.Single(await RowsAsync(city)).NextAt);

        server.Answer = _ => null;
        city.Clock.Now += Duration.FromMinutes(4);
        Assert.Equal(1, await SendAsync(city));
        Assert.Equal((MailState.Sent, 3, null), Assert.Single((await RowsAsync(city)).Select(row => (row.State, row.Tries, row.Error))));
    }

    [Theory, BothDatabases]
    public async Task What_is_tried_too_often_is_given_up_rings_and_can_be_sent_again_by_an_administrator(DatabaseKind kind)
    {
        await using var server = new SmtpServer { Answer = line => line == "." ? "451 4.3.0 try again" : null };
        await using var city = await StartAsync(kind, server);
        await PutAsync(city, "chuyen-vien");
        // Days off among them.
        for (var day = 0; day < 2 * SendMail.MostTries; day++)
        {
            await SendAsync(city);
            city.Clock.Now += Duration.FromDays(1);
        }

        city.Clock.SetTo(new(2026, 12, 9), 10);

        Assert.Equal((MailState.Dead, SendMail.MostTries), Assert.Single((await RowsAsync(city)).Select(row => (row.State, row.Tries))));
        using var admin = await city.SignInAsync("quan-tri");
        var running = await admin.GetAsync("/quan-tri/van-hanh");
        Assert.Contains("Có thư nhắc việc không gửi đi được.", running.Text, StringComparison.Ordinal);
        Assert.Contains("docs/runbook.md#mail-standing", running.Text, StringComparison.Ordinal);
        var page = await admin.GetAsync("/quan-tri/thu");
        Assert.Contains("try again", page.Document.QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        server.Answer = _ => null;
        var after = await admin.SubmitAsync(page, "Gửi lại thư đã bỏ");
        Assert.Contains("1 thư sẽ được gửi lại.", after.Text, StringComparison.Ordinal);
        Assert.Equal(1, await SendAsync(city));
        Assert.DoesNotContain("mail-standing", (await admin.GetAsync("/quan-tri/van-hanh")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task An_address_that_the_server_refuses_is_given_up_at_once_and_holds_up_nobody(DatabaseKind kind)
    {
        await using var server = new SmtpServer { Answer = line => line.StartsWith("RCPT TO:<chuyen-vien@", StringComparison.Ordinal) ? "550 5.1.1 no such user" : null };
        await using var city = await StartAsync(kind, server);
        var first = await PutAsync(city, "chuyen-vien");
        var second = await PutAsync(city, "lanh-dao");

        Assert.Equal(1, await SendAsync(city));

        Assert.Equal("lanh-dao@demo.minhbach.vn", Assert.Single(server.Received).To);
        Assert.Equal([(first, MailState.Dead), (second, MailState.Sent)], (await RowsAsync(city)).Select(row => (row.PersonId, row.State)));
    }

    [Theory, BothDatabases]
    public async Task A_server_that_is_not_there_counts_against_one_message_alone(DatabaseKind kind)
    {
        var server = new SmtpServer();
        await using var city = await StartAsync(kind, server);
        await server.DisposeAsync();
        foreach (var key in new[] { "chuyen-vien", "lanh-dao", "mot-cua" }) await PutAsync(city, key);

        Assert.Equal(0, await SendAsync(city));

        Assert.Equal([1, 0, 0], (await RowsAsync(city)).Select(row => row.Tries));
        Assert.All(await RowsAsync(city), row => Assert.Equal((MailState.Waiting, city.Clock.Now + Duration.FromMinutes(1)), (row.State, row.NextAt)));
        city.Clock.Now += Duration.FromHours(2);
        using var admin = await city.SignInAsync("quan-tri");
        Assert.Contains("mail-standing", (await admin.GetAsync("/quan-tri/van-hanh")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_was_lost_between_the_answer_and_the_note_is_sent_again_under_the_same_name(DatabaseKind kind)
    {
        await using var server = new SmtpServer { VanishesAfterData = true };
        await using var city = await StartAsync(kind, server);
        await PutAsync(city, "chuyen-vien");

        Assert.Equal(0, await SendAsync(city));
        server.VanishesAfterData = false;
        city.Clock.Now += Duration.FromMinutes(1);
        Assert.Equal(1, await SendAsync(city));
        city.Clock.Now += Duration.FromDays(1);
        Assert.Equal(0, await SendAsync(city));

        Assert.Equal(2, server.Received.Count);
        Assert.Single(server.Received.Select(mail => mail.Header("Message-ID")).Distinct());
    }

    [Theory, BothDatabases]
    public async Task What_a_lost_node_had_taken_is_sent_by_another_later(DatabaseKind kind)
    {
        await using var server = new SmtpServer();
        await using var city = await StartAsync(kind, server);
        await PutAsync(city, "chuyen-vien");
        // It takes the message and is never heard of again.
        Assert.Single(await city.Service<WriteLanes>().RunAsync(0, city.Service<SendMail>().TakeAsync, TestContext.Current.CancellationToken));

        Assert.Equal(0, await SendAsync(city));
        city.Clock.Now += Duration.FromMinutes(10);
        Assert.Equal(1, await SendAsync(city));

        Assert.Single(server.Received);
        Assert.Equal(2, Assert.Single(await RowsAsync(city)).Tries);
    }

    [Fact]
    public async Task Of_two_nodes_one_sends_a_message()
    {
        await using var server = new SmtpServer();
        await using var city = await StartAsync(DatabaseKind.Postgres, server);
        await using var other = await city.JoinAsync(builder => Configure(builder.Services, server));
        other.Clock.Now = city.Clock.Now;
        for (var i = 0; i < 60; i++) await PutAsync(city, "chuyen-vien", "Thư " + i.ToString(CultureInfo.InvariantCulture));

        var sent = await Task.WhenAll(SendAsync(city), SendAsync(other), SendAsync(city), SendAsync(other));

        Assert.Equal(60, sent.Sum());
        Assert.Equal(60, server.Received.Select(mail => mail.Subject).Distinct().Count());
        Assert.Equal(60, server.Received.Count);
    }

    [Theory, BothDatabases]
    public async Task Nothing_goes_out_at_night_that_did_not_go_by_day(DatabaseKind kind)
    {
        await using var server = new SmtpServer { Answer = line => line == "." ? "451 4.3.0 try again" : null };
        await using var city = await StartAsync(kind, server);
        city.Clock.SetTo(new(2026, 11, 25), 16);
        await PutAsync(city, "chuyen-vien");
        await SendAsync(city);
        server.Answer = _ => null;

        foreach (var hour in new[] { 19, 22, 23 })
        {
            city.Clock.SetTo(new(2026, 11, 25), hour);
            Assert.Equal(0, await SendAsync(city));
        }

        city.Clock.SetTo(new(2026, 11, 26), 9);
        Assert.Equal(1, await SendAsync(city));
    }

    [Theory, BothDatabases]
    public async Task Whoever_has_no_address_is_counted_and_alarms_nobody(DatabaseKind kind)
    {
        await using var server = new SmtpServer();
        await using var city = await StartAsync(kind, server);
        var addressed = (await city.ScopedAsync<CityDb, List<long?>>(db => db.Set<Account>().Select(account => account.PersonId).ToListAsync(TestContext.Current.CancellationToken))).ToHashSet();
        var person = city.Service<OrganizationLookup>().Current.Data.People.First(person => !addressed.Contains(person.Id.Value)).Id.Value;
        await city.Service<WriteLanes>().RunAsync(0, session => city.Service<MailOutbox>().PutAsync(session, MailKind.OwnStep, person, "Thư", "Thư"), TestContext.Current.CancellationToken);

        Assert.Equal(0, await SendAsync(city));

        Assert.Equal(MailState.NoAddress, Assert.Single(await RowsAsync(city)).State);
        var backlog = await city.Service<MailStatus>().ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, null, 0), (backlog.Waiting, backlog.Oldest, backlog.Dead));
    }

    [Fact]
    public async Task A_server_that_cannot_encrypt_gets_nothing_when_encryption_is_asked_for()
    {
        await using var server = new SmtpServer();
        var smtp = new Smtp(Microsoft.Extensions.Options.Options.Create(OptionsOf(server, mail => mail.Tls = true)));

        var failure = await smtp.SendAsync("ai-do@city.example", "Thư", "Thư", "<1@city.example>", TestContext.Current.CancellationToken);

        Assert.Equal(MailFault.Server, failure!.Fault);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public void Pauses_grow_up_to_six_hours() =>
        Assert.Equal([1, 4, 16, 64, 256, 360, 360], Enumerable.Range(1, 7).Select(tries => (int)SendMail.PauseAfter(tries).TotalMinutes));

    [Fact]
    public void Options_that_cannot_work_are_told_one_by_one()
    {
        var options = new MailOptions { Host = "mail.city.example", From = "nobody", Site = "city", User = "city" };
        var check = new MailOptionsCheck(new());

        Assert.Equal(["Mail:From", "Mail:Site", "Mail:User"], check.Validate(null, options).Failures!.Select(failure => failure.Split(' ')[0]));
        Assert.True(check.Validate(null, new()).Succeeded);
    }
}

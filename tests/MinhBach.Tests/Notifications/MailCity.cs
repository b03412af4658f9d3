using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Accounts;
using MinhBach.Accounts.Demo;
using MinhBach.Kernel;
using MinhBach.Notifications;
using MinhBach.Testing;

namespace MinhBach.Tests.Notifications;

/// <summary>A city with a mail server, in which the test says when mail is sent.</summary>
internal static class MailCity
{
    public static Task<TestCity> StartAsync(DatabaseKind kind, SmtpServer server, Action<MailOptions>? change = null) =>
        TestCity.StartAsync(kind, builder => Configure(builder.Services, server, change));

    public static MailOptions OptionsOf(SmtpServer server, Action<MailOptions>? change)
    {
        var options = new MailOptions();
        Set(options, server, change);
        return options;
    }

    public static void Configure(IServiceCollection services, SmtpServer server, Action<MailOptions>? change = null)
    {
        services.Configure<MailOptions>(options => Set(options, server, change));
        // Each test sends when it wants to.
        foreach (var clock in services.Where(service => service.ImplementationType == typeof(MailClock)).ToList()) services.Remove(clock);
    }

    private static void Set(MailOptions options, SmtpServer server, Action<MailOptions>? change)
    {
        (options.Host, options.Port, options.Tls, options.From, options.Site) = ("127.0.0.1", server.Port, false, "Thành phố <minhbach@city.example>", "https://city.example/");
        change?.Invoke(options);
    }

    public static async Task<long> PutAsync(TestCity city, string key, string subject = "Thư", string body = "Thư", MailKind kind = MailKind.OwnStep)
    {
        var address = DemoAccounts.All.Single(account => account.Key == key).Email;
        var person = (await city.ScopedAsync<CityDb, Account>(db => db.Set<Account>().SingleAsync(account => account.Email == address, TestContext.Current.CancellationToken))).PersonId!.Value;
        await city.Service<WriteLanes>().RunAsync(0, session => city.Service<MailOutbox>().PutAsync(session, kind, person, subject, body), TestContext.Current.CancellationToken);
        return person;
    }

    public static Task<int> SendAsync(TestCity city) => city.Service<SendMail>().RunAsync(TestContext.Current.CancellationToken);

    public static Task<List<OutboxRow>> RowsAsync(TestCity city) =>
        city.ScopedAsync<CityDb, List<OutboxRow>>(db => db.Set<OutboxRow>().OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken));
}

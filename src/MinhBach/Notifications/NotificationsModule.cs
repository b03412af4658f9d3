using Microsoft.Extensions.Options;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Notifications;

/// <summary>Writes to people by e-mail.</summary>
public static class NotificationsModule
{
    /// <summary>Adds the outbox and its sender.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton<ITableMap, NotificationsTables>();
        services.AddSingleton(provider => new MailOutbox(provider.GetRequiredService<IOptions<MailOptions>>()));
        services.AddSingleton(provider => new MailStatus(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<IOptions<MailOptions>>()));
        services.AddSingleton<MailChoices>();
        services.AddSingleton<Smtp>();
        services.AddSingleton<SendMail>();
        services.AddHostedService<MailClock>();
        services.AddSingleton(new MenuItem("Thư điện tử", "/quan-tri/thu", Audience.Admin, 35, user => user.IsInRole(PostRoles.Key(PostRole.Administrator))));
        return services;
    }
}

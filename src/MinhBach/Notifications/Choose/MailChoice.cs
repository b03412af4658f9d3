using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;

namespace MinhBach.Notifications;

/// <summary>Which mail somebody wants.</summary>
internal sealed record MailChoice(bool OwnSteps, bool OthersSteps, bool Week)
{
    /// <summary>What holds for whoever chose nothing: their own work and the week's, not every step of those for whom they answer.</summary>
    public static MailChoice Usual { get; } = new(OwnSteps: true, OthersSteps: false, Week: true);

    public bool Wants(MailKind kind) => kind switch
    {
        MailKind.OwnStep => OwnSteps,
        MailKind.OthersStep => OthersSteps,
        MailKind.Week => Week,
    };
}

/// <summary>Reads and keeps what people chose.</summary>
internal sealed class MailChoices(IServiceScopeFactory scopes, WriteLanes lanes)
{
    public async Task<MailChoice> OfAsync(long person, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<CityDb>().Set<ChoiceRow>().FirstOrDefaultAsync(row => row.PersonId == person, cancellation);
        return row is null ? MailChoice.Usual : new(row.OwnSteps, row.OthersSteps, row.Week);
    }

    public Task SetAsync(long person, MailChoice choice, CancellationToken cancellation) => lanes.RunAsync(person, session => session.Sql("""
        INSERT INTO notifications_choice (person_id, own_steps, others_steps, week) VALUES ($1, $2, $3, $4)
        ON CONFLICT (person_id) DO UPDATE SET own_steps = excluded.own_steps, others_steps = excluded.others_steps, week = excluded.week
        """).With(person).With(choice.OwnSteps).With(choice.OthersSteps).With(choice.Week).RunAsync(), cancellation);
}

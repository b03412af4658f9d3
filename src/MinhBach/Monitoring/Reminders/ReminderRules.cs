using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using MinhBach.Organization;

namespace MinhBach.Monitoring.Reminders;

/// <summary>Reads and sets when agencies want their people to be reminded.</summary>
internal sealed class ReminderRules(IServiceScopeFactory scopes, WriteLanes lanes)
{
    /// <summary>All rules that were set, by agency.</summary>
    public async Task<IReadOnlyDictionary<long, ReminderRule>> AllAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CityDb>().Set<ReminderRuleRow>().ToDictionaryAsync(row => row.AgencyId, row => row.ToRule(), cancellation);
    }

    /// <summary>The rule of an agency.</summary>
    public async Task<ReminderRule> OfAsync(AgencyId agency, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CityDb>().Set<ReminderRuleRow>().FirstOrDefaultAsync(row => row.AgencyId == agency.Value, cancellation))?.ToRule()
            ?? ReminderRule.Usual with { Agency = agency.Value };
    }

    /// <summary>Sets the rule of an agency.</summary>
    /// <exception cref="RuleBroken">The shares do not fall, or somebody else set it meanwhile.</exception>
    public Task<bool> SetAsync(ReminderRule rule, Actor actor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.First is < 0 or > 100 || rule.Second > rule.First || rule.Third > rule.Second || rule.Third < 0)
            throw new RuleBroken("monitoring.reminder-shares", "Ba mức phải từ 100 xuống 0, mức sau không lớn hơn mức trước.");
        return lanes.RunAsync(rule.Agency, async session =>
        {
            var db = await session.DbAsync();
            var known = await db.Set<ReminderRuleRow>().FirstOrDefaultAsync(row => row.AgencyId == rule.Agency, CancellationToken.None);
            if ((known?.Revision ?? 0) != rule.Revision) throw new RuleBroken("monitoring.reminder-revision", "Có người vừa đặt lại. Tải lại trang rồi sửa tiếp.");
            var sequence = await session.AppendAsync(ReminderRuleSet.Stream, rule.Agency, known?.LastSequence, new ReminderRuleSet(rule.Agency, rule.First, rule.Second, rule.Third, rule.Daily), actor);
            return await session.Sql("""
                INSERT INTO monitoring_reminder_rule (agency_id, first, second, third, daily, revision, last_sequence) VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (agency_id) DO UPDATE SET first = excluded.first, second = excluded.second, third = excluded.third, daily = excluded.daily,
                    revision = excluded.revision, last_sequence = excluded.last_sequence
                """)
                .With(rule.Agency).WithInt(rule.First).WithInt(rule.Second).WithInt(rule.Third).With(rule.Daily).With(rule.Revision + 1).With(sequence).RunAsync() == 1;
        }, cancellation);
    }
}

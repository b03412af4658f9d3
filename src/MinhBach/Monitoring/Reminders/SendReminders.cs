using MinhBach.Kernel;
using MinhBach.Monitoring.History;
using MinhBach.Monitoring.Warnings;
using MinhBach.Notifications;
using MinhBach.Organization;
using NodaTime;
using DossierLookup = MinhBach.Dossiers.DossierLookup;

namespace MinhBach.Monitoring.Reminders;

/// <summary>
/// Reminds people of open steps whose time runs out, and on the first working day of a week of what lies ahead. Nothing is sent
/// outside an agency's working hours, nothing twice: what a person got is a row with a key, written with its entry in the journal.
/// </summary>
internal sealed class SendReminders(
    HistoryShelf shelf, EarlyWarnings warnings, ReminderRules rules, WriteLanes lanes, CityCalendars calendars, OrganizationLookup organization, MailOutbox mail, DossierLookup dossiers, TimeProvider clock)
{
    private const int AtOnce = 100;
    private const double Likely = 0.5;

    private static readonly Dictionary<long, string> NoCodes = [];
    private static readonly Duration AMinute = Duration.FromMinutes(1);

    // The Monday of the newest week that this node told of: not every minute of the day anew.
    private LocalDate? told;

    /// <summary>Sends what is due now; answers how many reminders people got.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        if (!shelf.IsCurrent) return 0;
        var now = clock.Now();
        var set = await rules.AllAsync(cancellation);
        var due = shelf.Open(open => DueNow(open, set, now));
        var recipients = new Recipients(organization.Current, now.DateInCity());
        var sent = 0;
        foreach (var part in due.Chunk(AtOnce))
        {
            var codes = mail.IsOn ? await dossiers.CodesAsync(part.Select(one => one.Dossier.Id), cancellation) : NoCodes;
            sent += await lanes.RunAsync(0, session => SendAsync(session, part, recipients, codes), cancellation);
        }

        return sent + await SendWeekAsync(recipients, now, cancellation);
    }

    private List<(OpenDossier Dossier, OpenStep Step, int Stage)> DueNow(IEnumerable<OpenDossier> open, IReadOnlyDictionary<long, ReminderRule> set, Instant now)
    {
        var due = new List<(OpenDossier Dossier, OpenStep Step, int Stage)>();
        foreach (var dossier in open)
        {
            if (dossier.HaltedAt is not null) continue;
            foreach (var step in dossier.Steps)
            {
                var calendar = calendars.For(new AgencyId(step.Agency));
                if (step.DueAt is not { } at || at > calendar.Last.AtStartOfDayInZone(calendar.Zone).ToInstant() || calendar.Seconds(now, now + AMinute) == 0) continue;
                var over = now > at ? calendar.CountWorkingDays(at.DateInCity(), now.DateInCity()) : 0;
                var rule = set.GetValueOrDefault(step.Agency, ReminderRule.Usual);
                if (rule.StageOf(calendar.Seconds(step.OpenedAt, at), calendar.Seconds(now, at), over) is { } stage && step.Reminded != (at, stage)) due.Add((dossier, step, stage));
            }
        }

        return due;
    }

    private async ValueTask<int> SendAsync(WriteSession session, IEnumerable<(OpenDossier Dossier, OpenStep Step, int Stage)> due, Recipients recipients, IReadOnlyDictionary<long, string> codes)
    {
        var sent = 0;
        foreach (var (dossier, step, stage) in due)
        {
            var reached = new List<long>();
            foreach (var person in recipients.Of(step, stage))
            {
                var row = new ReminderRow { Id = await session.NextIdAsync(), PersonId = person, DossierId = dossier.Id, Task = step.Task, Step = step.Name, DueAt = step.DueAt!.Value, Stage = stage, At = session.Now };
                if (!await PutAsync(session, row)) continue;
                reached.Add(person);
                var (subject, body) = ReminderMail.OfStep(row, codes.GetValueOrDefault(dossier.Id), mail);
                await mail.PutAsync(session, recipients.Owns(person, step) ? MailKind.OwnStep : MailKind.OthersStep, person, subject, body);
            }

            if (reached.Count == 0) continue;
            await session.AppendAsync(StepReminded.Stream, await session.NextIdAsync(), null, new StepReminded(dossier.Id, step.Task, step.DueAt!.Value, stage, reached), Actor.System);
            sent += reached.Count;
        }

        return sent;
    }

    private async Task<int> SendWeekAsync(Recipients recipients, Instant now, CancellationToken cancellation)
    {
        var calendar = calendars.City;
        var monday = now.DateInCity().With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        // The first day of the week on which anybody works.
        if (told == monday || now.DateInCity() != calendar.RollForward(monday) || calendar.Seconds(now, now + AMinute) == 0) return 0;
        var begin = monday.AtStartOfDayInZone(calendar.Zone).ToInstant();
        var rows = WeekOf(recipients, now).Select(person => new ReminderRow { PersonId = person.Key, DueAt = begin, Overdue = person.Value.Overdue, Likely = person.Value.Likely }).Where(row => row.Overdue + row.Likely > 0).ToList();
        var sent = rows.Count == 0 ? 0 : await lanes.RunAsync(0, async session =>
        {
            var reached = new List<long>();
            foreach (var row in rows)
            {
                var given = new ReminderRow { Id = await session.NextIdAsync(), PersonId = row.PersonId, DueAt = row.DueAt, At = session.Now, Overdue = row.Overdue, Likely = row.Likely };
                if (!await PutAsync(session, given)) continue;
                reached.Add(row.PersonId);
                var (subject, body) = ReminderMail.OfWeek(given, mail);
                await mail.PutAsync(session, MailKind.Week, row.PersonId, subject, body);
            }

            if (reached.Count > 0) await session.AppendAsync(StepReminded.Stream, await session.NextIdAsync(), null, new WeekReminded(monday, reached), Actor.System);
            return reached.Count;
        }, cancellation);
        told = monday;
        return sent;
    }

    private Dictionary<long, (int Overdue, int Likely)> WeekOf(Recipients recipients, Instant now)
    {
        var week = new Dictionary<long, (int Overdue, int Likely)>();
        void Add(OpenStep step, int overdue, int likely)
        {
            foreach (var person in recipients.Of(step, ReminderRule.LeaderStage))
            {
                var known = week.GetValueOrDefault(person);
                week[person] = (known.Overdue + overdue, known.Likely + likely);
            }
        }

        var late = shelf.Open(open => open.SelectMany(dossier => dossier.Steps).Where(step => step.DueAt < now).ToList());
        foreach (var step in late) Add(step, 1, 0);
        foreach (var outlook in warnings.Current().TakeWhile(outlook => outlook.Chance >= Likely).Where(outlook => outlook.Chance < 1)) Add(outlook.Step, 0, 1);
        return week;
    }

    private static async ValueTask<bool> PutAsync(WriteSession session, ReminderRow row) => await session.Sql("""
        INSERT INTO monitoring_reminder (id, person_id, dossier_id, task, step, due_at, stage, at, overdue, likely)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (dossier_id, task, due_at, stage, person_id) DO NOTHING
        """)
        .With(row.Id).With(row.PersonId).With(row.DossierId).WithInt(row.Task).With(row.Step).With(row.DueAt).WithInt(row.Stage).With(row.At).WithInt(row.Overdue).WithInt(row.Likely).RunAsync() == 1;
}

using Microsoft.EntityFrameworkCore;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>The inbox: what runs out first is on top. A page costs three queries, however long the pile is.</summary>
internal sealed class InboxQuery(CityDb db, CurrentUser user, CityCalendars calendars, TimeProvider clock)
{
    public const int PageSize = 50;
    public const int MaxPageSize = 500;

    /// <summary>How far back the pile of what is done reaches.</summary>
    public static readonly Duration DoneWindow = Duration.FromDays(30);

    // What has no due date comes last.
    private static readonly Instant Never = Instant.FromUtc(9999, 1, 1, 0, 0);

    public async Task<InboxPage> PageAsync(InboxFilter filter, InboxCursor? after, int size, CancellationToken cancellation = default)
    {
        var pile = Pile(filter.Tab);
        var rows = await Rows(InOrder(Wanted(pile, filter, after, size + 1), filter.Tab)).Take(size + 1).ToListAsync(cancellation);
        var next = rows.Count > size ? new InboxCursor(rows[size - 1].Key, rows[size - 1].Dossier, rows[size - 1].Task ?? 0) : null;
        return new([.. rows.Take(size)], next, await CountAsync(cancellation), await OptionsAsync(pile, cancellation));
    }

    private IQueryable<Work> Pile(InboxTab tab) => tab switch
    {
        InboxTab.Mine => Steps(db.OpenTasksOf(Me)),
        InboxTab.Unit => Steps(db.OpenTasksOf(Units)),
        InboxTab.Agency => Steps(Open()),
        InboxTab.Watching => Watched(),
        InboxTab.Done => MyDone().Select(task => new Work { DossierId = task.DossierId, ProcedureId = task.ProcedureId, Task = task, Number = task.Task, Key = task.EndedAt ?? Never }),
    };

    private long Me => user.Person?.Value ?? 0;

    private List<long> Units => [.. user.Scope.Units];

    private IQueryable<TaskRow> Open() => db.OpenTasksIn(user.Scope);

    private static IQueryable<Work> Steps(IQueryable<TaskRow> tasks) =>
        tasks.Select(task => new Work { DossierId = task.DossierId, ProcedureId = task.ProcedureId, Task = task, Number = task.Task, Key = task.DueAt ?? Never });

    private IQueryable<Work> Watched() =>
        db.Set<WatchRow>().Where(watch => watch.PersonId == Me)
            .Join(db.DossiersIn(user.Scope), watch => watch.DossierId, dossier => dossier.Id, (watch, dossier) => dossier)
            .LeftJoin(
                db.Set<TaskRow>().Where(task => task.EndedAt == null),
                dossier => dossier.Id,
                task => task.DossierId,
                (dossier, task) => new Work { DossierId = dossier.Id, ProcedureId = dossier.ProcedureId, Task = task, Number = task == null ? 0 : task.Task, Key = dossier.DueAt ?? Never });

    private IQueryable<TaskRow> MyDone()
    {
        var since = clock.Now() - DoneWindow;
        return db.Set<TaskRow>().Where(task => task.EndedBy == Me && task.EndedAt != null && task.EndedAt >= since && task.Ending != "cancelled");
    }

    // Whatever is asked of steps alone picks the page before any dossier is read.
    private IQueryable<Work> Wanted(IQueryable<Work> pile, InboxFilter filter, InboxCursor? after, int count)
    {
        var works = After(OfSteps(pile, filter), filter.Tab, after);
        return AsksOfDossiers(filter) ? OfDossiers(WithDossiers(works), filter) : WithDossiers(InOrder(works, filter.Tab).Take(count));
    }

    private IQueryable<Work> WithDossiers(IQueryable<Work> works) =>
        works.Join(db.Set<DossierRow>(), work => work.DossierId, dossier => dossier.Id, (work, dossier) =>
            new Work { DossierId = work.DossierId, ProcedureId = work.ProcedureId, Task = work.Task, Number = work.Number, Key = work.Key, Dossier = dossier });

    private IQueryable<Work> OfSteps(IQueryable<Work> works, InboxFilter filter)
    {
        if (filter.Procedure is { } procedure) works = works.Where(work => work.ProcedureId == procedure);
        if (filter.Step is { Length: > 0 } step) works = works.Where(work => work.Task != null && work.Task.Name == step);
        if (filter.Due is not { } window) return works;
        var now = clock.Now();
        var until = Until(window, now);
        return window == DueWindow.Overdue ? works.Where(work => work.Key < now) : works.Where(work => work.Key >= now && work.Key <= until);
    }

    private static bool AsksOfDossiers(InboxFilter filter) => filter.Status is not null || filter.Channel is not null || !string.IsNullOrWhiteSpace(filter.Text);

    private static IQueryable<Work> OfDossiers(IQueryable<Work> works, InboxFilter filter)
    {
        if (filter.Status is { } status) works = works.Where(work => work.Dossier!.Status == (int)status);
        if (filter.Channel is { } channel) works = works.Where(work => work.Dossier!.Channel == (int)channel);
        if (filter.Text?.Trim() is not { Length: > 0 } text) return works;
        var code = text.ToUpperInvariant();
        var name = FoldedName.Of(text);
        return works.Where(work => work.Dossier!.Code.Contains(code) || work.Dossier.ApplicantFolded!.Contains(name));
    }

    private Instant Until(DueWindow window, Instant now)
    {
        var calendar = calendars.For(user.Agency ?? default);
        return window switch
        {
            DueWindow.Overdue => now,
            DueWindow.Today => now.DateInCity().PlusDays(1).AtStartOfDayInZone(CityTime.Zone).ToInstant(),
            DueWindow.ThreeDays => calendar.Add(now, WorkingDuration.FromDays(3)),
            DueWindow.Week => calendar.Add(now, WorkingDuration.FromDays(5)),
        };
    }

    private static IQueryable<Work> After(IQueryable<Work> works, InboxTab tab, InboxCursor? after)
    {
        if (after is not var (key, id, number)) return works;
        return tab == InboxTab.Done
            ? works.Where(work => work.Key < key || (work.Key == key && (work.DossierId < id || (work.DossierId == id && work.Number < number))))
            : works.Where(work => work.Key > key || (work.Key == key && (work.DossierId > id || (work.DossierId == id && work.Number > number))));
    }

    private static IQueryable<Work> InOrder(IQueryable<Work> works, InboxTab tab) => tab == InboxTab.Done
        ? works.OrderByDescending(work => work.Key).ThenByDescending(work => work.DossierId).ThenByDescending(work => work.Number)
        : works.OrderBy(work => work.Key).ThenBy(work => work.DossierId).ThenBy(work => work.Number);

    private static IQueryable<InboxRow> Rows(IQueryable<Work> works) => works.Select(work => new InboxRow(
        work.DossierId, work.Dossier!.Code, work.Dossier.VersionId, work.Dossier.ApplicantName, work.Dossier.AgencyId,
        (DossierStatus)work.Dossier.Status, (Channel)work.Dossier.Channel, work.Dossier.SubmittedAt,
        work.Task == null ? null : work.Task.Task, work.Task == null ? null : work.Task.Name, work.Task == null ? null : work.Task.Question,
        work.Task == null ? null : work.Task.UnitId, work.Task == null ? null : work.Task.PersonId, work.Task == null ? null : work.Task.PersonName,
        work.Task == null ? null : work.Task.OpenedAt, work.Task == null ? work.Dossier.DueAt : work.Task.DueAt,
        work.Task == null ? null : work.Task.EndedAt, work.Key));

    private async Task<InboxCounts> CountAsync(CancellationToken cancellation)
    {
        var (me, units) = (Me, Units);
        var open = Open().GroupBy(_ => 1)
            .Select(all => new { Of = nameof(Open), All = all.Count(), Mine = all.Count(task => task.PersonId == me), Unit = all.Count(task => units.Contains(task.UnitId)) });
        var watched = db.Set<WatchRow>().Where(watch => watch.PersonId == me).GroupBy(_ => 1).Select(all => new { Of = nameof(Watched), All = all.Count(), Mine = 0, Unit = 0 });
        var done = MyDone().GroupBy(_ => 1).Select(all => new { Of = nameof(MyDone), All = all.Count(), Mine = 0, Unit = 0 });
        // One journey to the database.
        var counts = (await open.Concat(watched).Concat(done).ToListAsync(cancellation)).ToDictionary(count => count.Of, StringComparer.Ordinal);
        int Of(string pile) => counts.GetValueOrDefault(pile)?.All ?? 0;
        var steps = counts.GetValueOrDefault(nameof(Open));
        return new(steps?.Mine ?? 0, steps?.Unit ?? 0, Of(nameof(Open)), Of(nameof(Watched)), Of(nameof(MyDone)));
    }

    private static async Task<InboxOptions> OptionsAsync(IQueryable<Work> pile, CancellationToken cancellation)
    {
        var pairs = await pile.Select(work => new { work.ProcedureId, Step = work.Task == null ? null : work.Task.Name }).Distinct().OrderBy(pair => pair.Step).Take(1000).ToListAsync(cancellation);
        return new(
            [.. pairs.Select(pair => pair.ProcedureId).Distinct()],
            [.. pairs.Select(pair => pair.Step).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private sealed class Work
    {
        public long DossierId { get; init; }
        public long ProcedureId { get; init; }
        public TaskRow? Task { get; init; }
        public int Number { get; init; }
        public Instant Key { get; init; }

        /// <summary>Joined only to what is wanted.</summary>
        public DossierRow? Dossier { get; init; }
    }
}

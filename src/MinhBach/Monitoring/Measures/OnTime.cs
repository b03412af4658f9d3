using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Monitoring;

/// <summary>
/// The one measure of how the city keeps its promises. Pages, files, the API, track records and every later index ask it;
/// each figure opens to exactly the dossiers that it counts. Safe for many threads; a board of a million dossiers is one pass
/// over memory.
/// </summary>
public sealed class OnTime
{
    // Of half a thousand facts each.
    private const int ShareOfBlocks = 200;

    private static readonly YearMonthPattern Month = YearMonthPattern.Iso;

    private readonly FactShelf shelf;
    private readonly OrganizationLookup organization;
    private readonly ProcedureCatalog catalog;
    private readonly TimeProvider clock;

    internal OnTime(FactShelf shelf, OrganizationLookup organization, ProcedureCatalog catalog, TimeProvider clock) =>
        (this.shelf, this.organization, this.catalog, this.clock) = (shelf, organization, catalog, clock);

    /// <summary>The figures of a period. A last day in the future counts as today.</summary>
    /// <param name="period">The period.</param>
    /// <param name="grouping">By what they are told apart.</param>
    /// <param name="without">Ids of dossiers that do not count; null for none.</param>
    public OnTimeBoard Board(ReportingPeriod period, Grouping grouping, IReadOnlySet<long>? without = null)
    {
        ArgumentNullException.ThrowIfNull(period);
        var facts = shelf.Current;
        Takes? takes = without is { Count: > 0 } ? (in DossierFact fact) => !without.Contains(fact.Id) : null;
        var end = EndOf(period);
        if (grouping == Grouping.Month)
        {
            var months = period.Months().Where(month => month.From <= end)
                .Select(month => new OnTimeGroup(Key(month), MonthName(month), Sum(facts, month.From, LocalDate.Min(month.To, end), takes)));
            return new(period, end, Sum(facts, period.From, end, takes), [.. months.Where(group => Counts(group.Figures))]);
        }

        var (total, groups) = Split(facts, Day.Of(period.From), Day.Of(end), grouping, takes);
        return new(period, end, total, [.. groups.Where(group => Counts(group.Figures))]);
    }

    /// <summary>The figures of one agency.</summary>
    public OnTimeFigures ForAgency(AgencyId agency, ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return Sum(shelf.Current, period.From, EndOf(period), (in DossierFact fact) => fact.Agency == agency.Value);
    }

    /// <summary>The dossiers that a figure counts, oldest first.</summary>
    /// <param name="period">The period.</param>
    /// <param name="figure">Which figure; null for all that came into the period.</param>
    /// <param name="grouping">With <paramref name="key"/>: of which part.</param>
    /// <param name="key">The part's key; null for the whole.</param>
    /// <param name="after">Only those after this one in the list.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<CountedDossier> Counted(ReportingPeriod period, Figure? figure, Grouping grouping, string? key, long after, int count) =>
        Counted(period, dossier => figure is { } wanted ? dossier.Is(wanted) : dossier.Entered is not null, grouping, key, after, count);

    /// <summary>The dossiers of a <see cref="CountedSet"/>, in the same way.</summary>
    internal IReadOnlyList<CountedDossier> Counted(ReportingPeriod period, Func<Classified, bool> takes, Grouping grouping, string? key, long after, int count)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (grouping == Grouping.Month && key is not null)
        {
            if (period.Months().FirstOrDefault(month => Key(month) == key) is not { } month) return [];
            (period, key) = (month, null);
        }

        var (from, end) = (Day.Of(period.From), Day.Of(EndOf(period)));
        var counted = new List<CountedDossier>();
        foreach (var block in shelf.Current.Blocks)
        {
            if (block.Span[^1].Id <= after) continue;
            foreach (ref readonly var fact in block.Span)
            {
                if (counted.Count == count) return counted;
                var classified = Classified.Of(fact, from, end);
                if (fact.Id > after && takes(classified) && (key is null || KeyOf(fact, grouping) == key)) counted.Add(Show(fact, classified, end));
            }
        }

        return counted;
    }

    /// <summary>What people call a part.</summary>
    public string NameOf(Grouping grouping, string key) => grouping switch
    {
        Grouping.Agency => organization.Current.AgencyByCode(key)?.Name ?? key,
        Grouping.Field => key,
        Grouping.Procedure => catalog.Versions(key) is [.., var newest] ? key + " " + newest.Name : key,
        Grouping.Month => Month.Parse(key) is { Success: true, Value: var month } ? MonthName(new(month.OnDayOfMonth(1), month.OnDayOfMonth(1))) : key,
    };

    private static OnTimeFigures Sum(FactSnapshot facts, LocalDate from, LocalDate end, Takes? takes)
    {
        var (first, last) = (Day.Of(from), Day.Of(end));
        var tally = new Tally();
        foreach (ref readonly var fact in facts)
        {
            if (takes?.Invoke(fact) != false) tally.Add(Classified.Of(fact, first, last));
        }

        return tally.Sum();
    }

    private static bool Counts(OnTimeFigures figures) => figures.Received + figures.CarriedOver + figures.NotAccepted > 0;

    private static string Key(ReportingPeriod month) => Month.Format(month.From.ToYearMonth());

    private static string MonthName(ReportingPeriod month) => $"{month.From.Month:00}/{month.From.Year}";

    private LocalDate EndOf(ReportingPeriod period) => LocalDate.Min(period.To, clock.Today());

    // One pass, told apart by what the facts hold; keys and names come once a part.
    private (OnTimeFigures Total, IEnumerable<OnTimeGroup> Groups) Split(FactSnapshot facts, Day from, Day end, Grouping grouping, Takes? takes)
    {
        var parts = grouping switch
        {
            Grouping.Agency => PartsBy(facts, from, end, takes, (in DossierFact fact) => fact.Agency),
            Grouping.Field => PartsBy(facts, from, end, takes, (in DossierFact fact) => fact.Field),
            Grouping.Procedure => PartsBy(facts, from, end, takes, (in DossierFact fact) => fact.Version),
            Grouping.Month => throw new ArgumentOutOfRangeException(nameof(grouping), "Months are periods, not parts."),
        };
        var (total, tallies) = (new Tally(), new Dictionary<string, Tally>(StringComparer.Ordinal));
        foreach (var (fact, part) in parts)
        {
            total.Add(part);
            var key = KeyOf(fact, grouping);
            if (tallies.TryGetValue(key, out var tally)) tally.Add(part);
            else tallies.Add(key, part);
        }

        return (total.Sum(), tallies.Select(pair => new OnTimeGroup(pair.Key, NameOf(grouping, pair.Key), pair.Value.Sum()))
            .OrderBy(group => group.Name, StringComparer.Create(Shell.VietnameseFormats.Culture, ignoreCase: false))
            .ThenBy(group => group.Key, StringComparer.Ordinal));
    }

    // A part with one of its dossiers, which says what the part is called. A large city's facts are shared out among the cores.
    private static List<(DossierFact One, Tally Part)> PartsBy<T>(FactSnapshot facts, Day from, Day end, Takes? takes, By<T> by)
        where T : notnull
    {
        var all = new List<(DossierFact One, Tally Part)>();
        if (facts.Blocks.IsEmpty) return all;
        Parallel.ForEach(Partitioner.Create(0, facts.Blocks.Length, ShareOfBlocks), share =>
        {
            var parts = PartsBy(facts.Blocks.AsSpan()[share.Item1..share.Item2], from, end, takes, by);
            lock (all) all.AddRange(parts);
        });
        return all;
    }

    private static Dictionary<T, (DossierFact One, Tally Part)>.ValueCollection PartsBy<T>(ReadOnlySpan<ReadOnlyMemory<DossierFact>> blocks, Day from, Day end, Takes? takes, By<T> by)
        where T : notnull
    {
        var parts = new Dictionary<T, (DossierFact One, Tally Part)>();
        foreach (var block in blocks)
        {
            foreach (ref readonly var fact in block.Span)
            {
                var classified = Classified.Of(fact, from, end);
                if (classified == default || takes?.Invoke(fact) == false) continue;
                ref var part = ref CollectionsMarshal.GetValueRefOrAddDefault(parts, by(fact), out var known);
                if (!known) part = (fact, new());
                part.Part.Add(classified);
            }
        }

        return parts.Values;
    }

    private string KeyOf(in DossierFact fact, Grouping grouping) => grouping switch
    {
        Grouping.Agency => organization.Current.FindAgency(new(fact.Agency))?.Code ?? "",
        Grouping.Field => fact.Field,
        Grouping.Procedure => catalog.Version(new(fact.Version)).Code,
        Grouping.Month => throw new ArgumentOutOfRangeException(nameof(grouping), "Months are periods, not parts."),
    };

    private CountedDossier Show(in DossierFact fact, Classified classified, Day end)
    {
        var procedure = catalog.Version(new(fact.Version));
        var left = fact.CompletedOn == Day.Never ? fact.LeftOn : fact.CompletedOn;
        var ended = left <= end ? left : Day.Never;
        return new(
            fact.Id, procedure.Code + " " + procedure.Name, organization.Current.FindAgency(new(fact.Agency))?.Name ?? "",
            fact.ReceivedOn.Date, fact.FirstDue.Date, fact.DueAt(ended == Day.Never ? end : ended).Date, ended.Date, classified.AtEnd!.Value);
    }

    private delegate bool Takes(in DossierFact fact);

    private delegate T By<out T>(in DossierFact fact);
}

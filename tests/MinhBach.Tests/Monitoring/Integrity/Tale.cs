using MinhBach.DemoCity;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring.Integrity;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Tests.Dossiers;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Tests.Monitoring.Integrity;

/// <summary>A journal told by hand, with the findings that the patterns make of it. Local times are those of the city.</summary>
internal sealed class Tale
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    private readonly List<JournalEntry> entries = [];
    private readonly Dictionary<long, string> applicants = [];

    public IReadOnlyList<JournalEntry> Entries => entries;

    public IReadOnlyDictionary<long, string> Applicants => applicants;

    public static Instant Moment(string local) => Local.Parse(local.Length == 16 ? local + ":00" : local).Value.InZoneStrictly(CityTime.Zone).ToInstant();

    public static Actor Official(long person) => new(ActorKind.Official, "Người " + person, person, person, UnitId: 7, AgencyId: 3);

    public static DossierSubmitted Submitted(Channel channel = Channel.Online, long procedure = 1) => new("M", procedure, procedure, "Hộ tịch", "chung", 3, channel, OnlineLevel.Full);

    /// <summary>Whatever happens in a story from here on is told of this dossier.</summary>
    public Tale Tell(long dossier, Story story, Actor actor, Action<Decision> decide)
    {
        var known = story.Events.Count;
        story.Do(actor, decide);
        foreach (var occurred in story.Events.Skip(known)) Add(dossier, story.Now, actor, occurred);
        return this;
    }

    public Tale Add(long dossier, string local, Actor actor, params IEnumerable<DossierEvent> occurred)
    {
        foreach (var one in occurred) Add(dossier, Moment(local), actor, one);
        return this;
    }

    public Tale Add(long dossier, Instant at, Actor actor, DossierEvent occurred)
    {
        applicants.TryAdd(dossier, "id " + dossier);
        entries.Add(new(new(0, entries.Count + 1), at, DossierEvent.Stream, dossier, null, JournalEventTypes.NameOf(occurred.GetType()), actor, occurred));
        return this;
    }

    /// <summary>Says who handed in a dossier; otherwise each was handed in by another.</summary>
    public Tale By(string applicant, params IEnumerable<long> dossiers)
    {
        foreach (var dossier in dossiers) applicants[dossier] = applicant;
        return this;
    }

    public IReadOnlyList<FindingRow> Find(PatternKind pattern) => [.. Find().Where(finding => finding.Pattern == pattern)];

    /// <summary>All findings, in the order of their ids.</summary>
    public IReadOnlyList<FindingRow> Find()
    {
        var fold = new IntegrityFold(new CityCalendars());
        var found = new SortedDictionary<long, FindingRow>();
        foreach (var entry in entries) fold.Take(entry, applicants, finding => found[finding.Id] = finding);
        return [.. found.Values];
    }

    /// <summary>All findings, though the fold is stored and read again wherever the dice say so.</summary>
    public async Task<IReadOnlyList<FindingRow>> FindInPartsAsync(Dice dice)
    {
        var fold = new IntegrityFold(new CityCalendars());
        var found = new SortedDictionary<long, FindingRow>();
        foreach (var entry in entries)
        {
            if (dice.Chance(0.03))
            {
                var packed = fold.Pack();
                fold = new(new CityCalendars());
                await fold.ResumeAsync(packed, _ => Task.FromResult<IReadOnlyDictionary<long, string>>(applicants));
            }

            fold.Take(entry, applicants, finding => found[finding.Id] = finding);
        }

        return [.. found.Values];
    }
}

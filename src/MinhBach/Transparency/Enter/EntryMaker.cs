using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Transparency.Enter;

/// <summary>Makes entries of the log from entries of the journal: what may be said openly, and a commitment to the rest.</summary>
/// <param name="organization">Says the codes of agencies.</param>
/// <param name="catalog">Says the codes of procedures.</param>
/// <param name="shown">What is said of dossiers of which procedure; follows what the journal says of it.</param>
/// <param name="cases">The dossiers in question; new ones are added, all are brought up to date.</param>
internal sealed class EntryMaker(OrganizationMap organization, ProcedureCatalog catalog, ShownCases shown, Dictionary<long, CaseRow> cases)
{
    private const int PseudonymBytes = 16;

    private readonly List<EntryRow> made = [];
    private readonly HashSet<CaseRow> touched = [];

    /// <summary>The entries made so far.</summary>
    public IReadOnlyList<EntryRow> Made => made;

    /// <summary>The dossiers that have new entries.</summary>
    public IReadOnlyCollection<CaseRow> Touched => touched;

    /// <summary>What is said of dossiers that are handed in next.</summary>
    public ShownCases Shown => shown;

    /// <summary>The index of the next entry.</summary>
    public required long Next { get; set; }

    /// <summary>When these entries are entered.</summary>
    public required Instant Logged { get; init; }

    /// <summary>Enters what an entry of the journal tells the public, which may be nothing.</summary>
    public void Take(JournalEntry entry)
    {
        switch (entry.Event)
        {
            case DossierEvent occurred:
                TakeDossier(entry, occurred);
                break;
            case StatisticPublished published:
                Add(Fact(published.Statistic.Corrects is null ? EntryTypes.Statistic : EntryTypes.StatisticCorrected, entry.At, published.Statistic), entry.Position.Sequence);
                break;
            case ReportPublished published:
                Add(Fact(published.Report.Corrects is null ? EntryTypes.Report : EntryTypes.ReportCorrected, entry.At, published.Report), entry.Position.Sequence);
                break;
            case CasesShown set:
                shown.Set(set);
                TellPolicy(entry.At, entry.Position.Sequence);
                break;
            case LogKeyAdded added:
                Add(Fact(EntryTypes.Key, entry.At, new { key = added.Key, reason = added.Reason }), entry.Position.Sequence);
                break;
            case ProcedurePublished published:
                Add(Fact(entry.Name, entry.At, published) with { Procedure = published.Code }, entry.Position.Sequence);
                break;
            case CatalogueImported imported:
                Add(Fact(entry.Name, entry.At, new { imported.Records, imported.Added, imported.Changed, imported.Unchanged, imported.Problems }), entry.Position.Sequence);
                break;
            case UnitsImported imported:
                Add(Fact(entry.Name, entry.At, new { imported.Added, imported.Renamed, imported.Unchanged }), entry.Position.Sequence);
                foreach (var agency in organization.Agencies) Tell(agency);
                break;
            case not null when entry.Name.StartsWith("organization.", StringComparison.Ordinal):
                TakeOrganization(entry);
                break;
        }
    }

    /// <summary>Enters facts about no dossier.</summary>
    public void Tell<T>(string type, T facts, string? agency = null) => Add(Fact(type, Logged, facts) with { Agency = agency }, null);

    /// <summary>Enters what is said of dossiers of which procedure.</summary>
    public void TellPolicy(Instant at, long? sequence = null) => Add(Fact(EntryTypes.Policy, at, shown.Told()), sequence);

    /// <summary>Enters an agency as it is now.</summary>
    public void Tell(Agency agency) => Tell(
        EntryTypes.Agency,
        new { code = agency.Code, name = agency.Name, units = organization.UnitsOf(agency.Id).Select(unit => new { id = unit.Id.Value, name = unit.Name }) },
        agency.Code);

    private void TakeDossier(JournalEntry entry, DossierEvent occurred)
    {
        if (!cases.TryGetValue(entry.StreamId, out var row))
        {
            if (occurred is not DossierSubmitted submitted) throw new InvalidDataException($"The journal tells of dossier {entry.StreamId} ({entry.Name}, entry {entry.Position.Sequence}) before it was handed in.");
            cases.Add(entry.StreamId, row = Begin(entry.StreamId, submitted));
        }

        // After an erasure nothing leads back to the entries before.
        if (row.Pseudonym.Length == 0) (row.Pseudonym, row.Secret, row.Entries) = (NewPseudonym(), NewSecret(), 0);
        touched.Add(row);
        row.Entries++;
        var salt = EntryCommitment.Salt(Convert.FromBase64String(row.Secret), row.Entries);
        var commitment = EntryCommitment.Of(salt, EntryCommitment.Text(entry.Name, entry.At, entry.ActorText, entry.Data));
        if (row.Agency.Length == 0)
        {
            // To the hour: what happened when is half of who.
            Add(new() { Type = EntryTypes.Sealed, At = entry.At.InUtc().Date.AtMidnight().PlusHours(entry.At.InUtc().Hour).InUtc().ToInstant(), Logged = Logged, Commitment = commitment }, entry.Position.Sequence, row);
            return;
        }

        Follow(row, occurred);
        var said = Said.Of(occurred);
        Add(
            new()
            {
                Type = entry.Name,
                At = entry.At,
                Logged = Logged,
                Case = row.Pseudonym,
                Number = row.Entries,
                Procedure = row.Procedure,
                Agency = row.Agency,
                Unit = said.Unit,
                Step = said.Step,
                Task = said.Task,
                FirstDue = row.FirstDue,
                Due = row.Due,
                RuleSet = row.RuleSet,
                Reason = said.Reason,
                Commitment = commitment,
            },
            entry.Position.Sequence,
            row);
    }

    private CaseRow Begin(long id, DossierSubmitted submitted)
    {
        var procedure = catalog.Version(new(submitted.Version));
        var isSealed = shown.IsSealed(procedure);
        return new()
        {
            DossierId = id,
            Pseudonym = NewPseudonym(),
            Secret = NewSecret(),
            Agency = isSealed ? "" : organization.Agency(new(submitted.Agency)).Code,
            Procedure = isSealed ? "" : procedure.Code,
        };
    }

    private static string NewPseudonym() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(PseudonymBytes));

    private static string NewSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(EntryCommitment.SaltBytes));

    private static void Follow(CaseRow row, DossierEvent occurred)
    {
        if (occurred is DossierReceived received) (row.RuleSet, row.FirstDue, row.Due) = (received.RuleSet, received.DueDate, received.DueDate);
        if (occurred is DueChanged changed) row.Due = changed.DueDate;
    }

    private void TakeOrganization(JournalEntry entry)
    {
        // What names a person is committed to by nothing at all: it stays with the city.
        var isAboutPeople = entry.Event is PersonAppointed or HoldingEnded or PostDelegated or DelegationEnded;
        Add(isAboutPeople ? Bare(entry) : Bare(entry) with { Facts = JsonDocument.Parse(entry.Data).RootElement }, entry.Position.Sequence);
        long[] changed = entry.Event switch
        {
            AgencyAdded added => [added.Agency],
            AgencyChanged renamed => [renamed.Agency],
            AgenciesMerged merged => [.. merged.From, merged.Into],
            AgencySplit split => [split.From, .. split.Into],
            UnitAdded added => [added.Agency],
            UnitChanged unit => Owner(unit.Unit),
            UnitClosed unit => Owner(unit.Unit),
            _ => [],
        };
        foreach (var id in changed)
        {
            if (organization.FindAgency(new(id)) is { } agency) Tell(agency);
        }
    }

    private long[] Owner(long unit) => organization.FindUnit(new(unit)) is { } found ? [found.Agency.Value] : [];

    private LogEntry Bare(JournalEntry entry) => new() { Type = entry.Name, At = entry.At, Logged = Logged };

    private LogEntry Fact<T>(string type, Instant at, T facts) => new() { Type = type, At = at, Logged = Logged, Facts = LogEntryJson.Facts(facts) };

    private void Add(LogEntry entry, long? sequence, CaseRow? row = null)
    {
        made.Add(new()
        {
            Position = Next,
            Content = Encoding.UTF8.GetString(LogEntryJson.Write(entry)),
            Previous = row?.Newest,
            Sequence = sequence,
            Topic = row is null ? entry.Type : null,
            Agency = entry.Agency,
            Procedure = entry.Procedure,
        });
        if (row is not null) row.Newest = Next;
        Next++;
    }
}

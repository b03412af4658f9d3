using System.Security.Cryptography;
using System.Text;
using MinhBach.Monitoring;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Tests.Transparency.Watch;

/// <summary>A public log that a test writes entry by entry, with true or untrue things in it.</summary>
internal sealed class MadeLog : IDisposable
{
    public const string Origin = "log.example/thanh-pho";

    private readonly string root = Directory.CreateTempSubdirectory("minhbach-watch-").FullName;
    private readonly OnTimeRecount recount = new();
    private LogWriter writer;
    private Instant logged = Instant.FromUtc(2026, 1, 1, 0, 0);

    public MadeLog()
    {
        writer = LogWriter.Open(Files, TreeHead.Empty);
        Add(new LogEntry { Type = EntryTypes.Began, At = logged, Logged = logged, Facts = LogEntryJson.Facts(new { origin = Origin }) });
        Add(new LogEntry
        {
            Type = EntryTypes.RuleSet,
            At = logged,
            Logged = logged,
            Facts = LogEntryJson.Facts(new { name = "118/2025", decree = "Nghị định 118/2025/NĐ-CP", from = new LocalDate(2025, 7, 1), onSupplement = "restart", extensions = 1, apologyLeadDays = 1 }),
        });
    }

    public SignerKey Key { get; } = SignerKey.Generate(Origin);

    public string Folder => Path.Combine(root, "log");

    public string State => Path.Combine(root, "state");

    public LogFolder Files => new(Folder);

    public long Size => writer.Size;

    /// <summary>The due date of a usual dossier.</summary>
    public static LocalDate Due { get; } = new(2026, 3, 20);

    public static IEnumerable<string> Codes(VerifyReport report) => report.Findings.Counts.Keys.Order(StringComparer.Ordinal);

    public static IEnumerable<string> Told(VerifyReport report) => report.Findings.Kept.Select(finding => $"{finding.Code} {string.Join(' ', finding.Values)}");

    public static Instant Morning(int month, int day) => Instant.FromUtc(2026, month, day, 2, 0);

    /// <summary>Appends an entry as it is.</summary>
    public MadeLog Add(LogEntry entry)
    {
        if (entry.Case is not null && EntryEvents.Of(entry) is { } occurred) recount.Take(entry.Case, entry.Agency!, entry.Procedure!, occurred, entry.At);
        return Add(LogEntryJson.Write(entry));
    }

    public MadeLog Add(byte[] entry)
    {
        writer.Append(entry);
        return this;
    }

    public MadeCase Dossier(string agency = "H29.1", string procedure = "1.001193") => new(this, agency, procedure);

    /// <summary>Has dossiers of several agencies and procedures received and done, some of them late.</summary>
    public void Fill(int dossiers)
    {
        for (var i = 0; i < dossiers; i++)
            Dossier($"H29.{i % 3}", $"1.00{i % 5}").Received(Morning(3, 2), Due).Completed(Morning(3, 18 + (i % 5)));
    }

    /// <summary>When an entry of this moment is entered: never before the one before.</summary>
    public Instant Entered(Instant at) => logged = Instant.Max(logged, at);

    /// <summary>Publishes figures as they are, or with something else in place of the truth.</summary>
    public MadeLog Publish(LocalDate from, LocalDate to, string groupBy = "agency", Func<PublishedStatistic, PublishedStatistic>? lie = null, Func<string, string>? tableLie = null, bool isServed = true, string? corrects = null)
    {
        var (total, parts) = recount.Board(new(from, to), groupBy == "agency" ? Grouping.Agency : Grouping.Procedure);
        var file = Encoding.UTF8.GetBytes((tableLie ?? (text => text))(Encoding.UTF8.GetString(StatisticFile.Write(parts))));
        var told = new PublishedStatistic("on-time", 1, from, to, groupBy, StatisticFile.Rows(file), StatisticFile.HashOf(file), PublishedTotal.Of(total));
        if (isServed) Serve($"statistics/{told.Sha256}.csv", file);
        return Add(new LogEntry { Type = corrects is null ? EntryTypes.Statistic : EntryTypes.StatisticCorrected, At = logged, Logged = logged, Facts = LogEntryJson.Facts((lie is null ? told : lie(told)) with { Corrects = corrects }) });
    }

    /// <summary>Commits, signs and shows what was appended.</summary>
    public SignedNote Seal(SignerKey? key = null, params SignerKey[] witnesses)
    {
        var checkpoint = new Checkpoint(Origin, writer.Commit());
        var note = checkpoint.Sign(key ?? Key);
        note = note.With(witnesses.Select(witness => witness.Cosign(note.Text, logged)));
        writer.Publish(note);
        return note;
    }

    /// <summary>Throws all away and begins anew under the same name and key, as somebody who rewrites history.</summary>
    public void Rewrite()
    {
        writer.Dispose();
        Directory.Delete(Folder, recursive: true);
        writer = LogWriter.Open(Files, TreeHead.Empty);
    }

    /// <summary>Puts a file beside the tiles, which the writer has for itself.</summary>
    public void Serve(string path, byte[] bytes)
    {
        var place = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.WriteAllBytes(place, bytes);
    }

    /// <summary>Changes a file behind the writer's back.</summary>
    public void Spoil(string path, Func<byte[], byte[]?> change)
    {
        var place = Path.Combine(Folder, path);
        if (change(File.ReadAllBytes(place)) is { } bytes) File.WriteAllBytes(place, bytes);
        else File.Delete(place);
    }

    public VerifyReport Check(WatchTrust? trust = null, TimeProvider? clock = null) => Watched(trust, clock).Check();

    public WatchedLog Watched(WatchTrust? trust = null, TimeProvider? clock = null) =>
        new(Folder, Files, trust ?? new WatchTrust { Keys = [Key.Verifier] }, new(State), clock ?? new TestClock());

    public void Dispose()
    {
        writer.Dispose();
        Key.Dispose();
        Directory.Delete(root, recursive: true);
    }

    /// <summary>One dossier's entries, numbered as they come.</summary>
    internal sealed class MadeCase(MadeLog log, string agency, string procedure)
    {
        private LocalDate? firstDue;
        private LocalDate? due;
        private int number;

        public string Name { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

        public MadeCase Received(Instant at, LocalDate? until) => Add("dossier.submitted", at, "direct").Set(until, until).Add("dossier.received", at);

        public MadeCase Moved(Instant at, LocalDate to, string? reason) => Set(firstDue, to).Add("dossier.dueChanged", at, reason);

        public MadeCase Completed(Instant at) => Add("dossier.completed", at, "granted");

        /// <summary>What comes next bears these due dates, whatever was said of them.</summary>
        public MadeCase Set(LocalDate? first, LocalDate? now)
        {
            (firstDue, due) = (first, now);
            return this;
        }

        public MadeCase Skip()
        {
            number++;
            return this;
        }

        public MadeCase Add(string type, Instant at, string? reason = null, Func<LogEntry, LogEntry>? change = null)
        {
            var entry = new LogEntry
            {
                Type = type,
                At = at,
                Logged = log.Entered(at),
                Case = Name,
                Number = ++number,
                Procedure = procedure,
                Agency = agency,
                FirstDue = firstDue,
                Due = due,
                RuleSet = "118/2025",
                Reason = reason,
                Commitment = Convert.ToBase64String(new byte[32]),
            };
            log.Add(change is null ? entry : change(entry));
            return this;
        }
    }
}

using System.Globalization;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Benchmarks.LogVerify;

/// <summary>A public log as a city of some years would have it: lives of dossiers that overlap, due dates that move lawfully, figures published every month.</summary>
internal sealed class SyntheticCity
{
    private const int Open = 20_000;
    private const int Agencies = 130;
    private const int Procedures = 900;
    private const string Rules = "118/2025";

    // Between two entries: a million of them in two years.
    private static readonly Duration Pace = Duration.FromSeconds(63);
    private static readonly string[] Steps = ["mot-cua", "tham-dinh", "trinh-ky", "ky-duyet"];

    private readonly Random random = new(2026);
    private readonly OnTimeRecount recount = new();
    private readonly LogWriter writer;
    private Instant now = Instant.FromUtc(2025, 7, 1, 0, 0);
    private LocalDate month;

    private SyntheticCity(LogWriter writer) => this.writer = writer;

    /// <summary>Makes the log with its files of figures and the signed checkpoint.</summary>
    public static void Make(string folder, SignerKey key, int entries)
    {
        var files = new LogFolder(folder);
        using var writer = LogWriter.Open(files, TreeHead.Empty);
        var figures = new SyntheticCity(writer).Write(key.Verifier.Name, entries);
        var note = new Checkpoint(key.Verifier.Name, writer.Commit()).Sign(key);
        foreach (var file in figures) files.Replace($"statistics/{StatisticFile.HashOf(file)}.csv", file);
        writer.Publish(note);
    }

    private List<byte[]> Write(string origin, int entries)
    {
        var figures = new List<byte[]>();
        Append(new LogEntry { Type = EntryTypes.Began, At = now, Logged = now, Facts = LogEntryJson.Facts(new { origin }) });
        Append(new LogEntry { Type = EntryTypes.RuleSet, At = now, Logged = now, Facts = LogEntryJson.Facts(new { name = Rules, decree = "Nghị định 118/2025/NĐ-CP", from = new LocalDate(2025, 7, 1), onSupplement = "restart", extensions = 1, apologyLeadDays = 1 }) });
        var lives = new Life?[Open];
        month = now.DateInCity().With(DateAdjusters.StartOfMonth);
        while (writer.Size < entries)
        {
            now += Pace;
            if (now.DateInCity() is var today && today >= month.PlusMonths(1)) figures.AddRange(Publish(today));
            Advance(ref lives[random.Next(Open)]);
        }

        return figures;
    }

    private IEnumerable<byte[]> Publish(LocalDate today)
    {
        var (from, to) = (month, month.With(DateAdjusters.EndOfMonth));
        month = today.With(DateAdjusters.StartOfMonth);
        foreach (var (name, grouping) in ((string, Grouping)[])[("agency", Grouping.Agency), ("procedure", Grouping.Procedure)])
        {
            var (total, parts) = recount.Board(new(from, to), grouping);
            var file = StatisticFile.Write(parts);
            Append(new LogEntry { Type = EntryTypes.Statistic, At = now, Logged = now, Facts = LogEntryJson.Facts(new PublishedStatistic("on-time", 1, from, to, name, StatisticFile.Rows(file), StatisticFile.HashOf(file), PublishedTotal.Of(total))) });
            yield return file;
        }
    }

    private void Advance(ref Life? life)
    {
        if (life is null)
        {
            life = new(Name(16, url: true), $"H29.{random.Next(Agencies)}", string.Create(CultureInfo.InvariantCulture, $"1.{random.Next(Procedures):000000}"));
            Append(life, "dossier.submitted", random.Next(2) == 0 ? "direct" : "online");
            return;
        }

        var today = now.DateInCity();
        switch (life.Stage++)
        {
            case 0:
                life.FirstDue = life.Due = today.PlusDays(random.Next(10, 60));
                Append(life, "dossier.received");
                break;
            case 1 when random.Next(12) == 0:
                Append(life, "dossier.supplementRequested", EntryReasons.AfterReception);
                life.Stage = 20;
                break;
            case 2 when random.Next(10) == 0 && today < life.Due:
                life.Due = life.Due!.Value.PlusDays(7);
                Append(life, "dossier.dueChanged", EntryReasons.Extended);
                break;
            case 1 or 2 or 3 or 4:
                Append(life, life.Stage % 2 == 0 ? "dossier.stepOpened" : "dossier.stepDone", step: Steps[life.Stage % Steps.Length]);
                break;
            case 20:
                Append(life, "dossier.supplemented", EntryReasons.AfterReception);
                break;
            case 21:
                life.Due = today.PlusDays(20);
                Append(life, "dossier.dueChanged", EntryReasons.Restarted);
                life.Stage = 3;
                break;
            case 5:
                Append(life, "dossier.completed", "granted");
                break;
            default:
                Append(life, "dossier.resultReturned");
                life = null;
                break;
        }
    }

    private void Append(Life life, string type, string? reason = null, string? step = null) => Append(new LogEntry
    {
        Type = type,
        At = now - Duration.FromSeconds(2),
        Logged = now,
        Case = life.Name,
        Number = ++life.Number,
        Procedure = life.Procedure,
        Agency = life.Agency,
        Unit = step is null ? null : 7,
        Step = step,
        Task = step is null ? null : life.Number,
        FirstDue = life.FirstDue,
        Due = life.Due,
        RuleSet = Rules,
        Reason = reason,
        Commitment = Name(32, url: false),
    });

    private void Append(LogEntry entry)
    {
        if (entry.Case is not null && EntryEvents.Of(entry) is { } occurred) recount.Take(entry.Case, entry.Agency!, entry.Procedure!, occurred, entry.At);
        writer.Append(LogEntryJson.Write(entry));
        if (writer.Size % (1 << 17) == 0) writer.Commit();
    }

    private string Name(int length, bool url)
    {
        Span<byte> bytes = stackalloc byte[length];
        random.NextBytes(bytes);
        return url ? System.Buffers.Text.Base64Url.EncodeToString(bytes) : Convert.ToBase64String(bytes);
    }

    private sealed class Life(string name, string agency, string procedure)
    {
        public string Name => name;

        public string Agency => agency;

        public string Procedure => procedure;

        public int Stage { get; set; }

        public int Number { get; set; }

        public LocalDate? FirstDue { get; set; }

        public LocalDate? Due { get; set; }
    }
}

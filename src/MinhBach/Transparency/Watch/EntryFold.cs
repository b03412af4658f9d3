using System.Text.Json;
using MinhBach.Monitoring;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>Reads a log from its first entry to its last, holds it to what it promises, and counts. Entries come in their order; not for several threads.</summary>
internal sealed class EntryFold
{
    // Two machines' clocks are never quite alike.
    private static readonly Duration ClockTolerance = Duration.FromMinutes(1);

    private readonly string origin;
    private readonly OnTimeRecount recount = new();
    private readonly CaseRules rules;
    private readonly StatisticRecount statistics;

    public EntryFold(string origin, ILogSource source)
    {
        this.origin = origin;
        rules = new(Findings);
        statistics = new(source);
    }

    /// <summary>Entries taken; the index of the next one.</summary>
    public long Next { get; private set; }

    /// <summary>When the last entry was entered.</summary>
    public Instant? LastLogged { get; private set; }

    /// <summary>Keys that the log says sign from some entry on.</summary>
    public List<VerifierKey> Keys { get; } = [];

    /// <summary>What was found since the beginning, published figures apart.</summary>
    public WatchFindings Findings { get; } = new();

    /// <summary>Published figures that are not what the log tells, and were not corrected.</summary>
    public IEnumerable<WatchFinding> WrongFigures => statistics.Findings;

    public int Cases => rules.Cases;

    public int StatisticsCounted => statistics.Counted;

    public int StatisticsCorrected => statistics.Corrected;

    public int StatisticsNotServed => statistics.NotServed;

    /// <summary>Whether entries could not be had, so that figures cannot be counted again.</summary>
    public bool HasHoles => rules.HasHoles;

    public void Take(ParsedBundle bundle)
    {
        foreach (var damage in bundle.Checked.Damage) Findings.Add(new WatchFinding("file.damaged", "Tệp {0} của nhật ký bị mất hoặc bị sửa: {1}", damage.Path, damage.What));
        if (bundle.Entries.Count == 0 && bundle.Checked.End > Next)
        {
            rules.HasHoles = true;
            Next = bundle.Checked.End;
            return;
        }

        for (var i = (int)(Next - bundle.Checked.FirstIndex); i >= 0 && i < bundle.Entries.Count; i++, Next++)
            Take(bundle.Entries[i]);
    }

    private void Take(ParsedEntry parsed)
    {
        if (parsed.Fault is { } fault) Findings.Add(fault);
        if (parsed.Entry is not { } entry)
        {
            rules.HasHoles = true;
            return;
        }

        if (entry.Logged < LastLogged) Find("logged.backwards", "Mục {0} được ghi lúc {1}, trước mục đứng trước nó ({2}).", entry.Logged, LastLogged.Value);
        if (entry.At - entry.Logged > ClockTolerance) Find("logged.early", "Mục {0} được ghi lúc {1}, trước khi việc của nó xảy ra ({2}).", entry.Logged, entry.At);
        LastLogged = entry.Logged;
        if (entry.Case is not null && entry.Type != EntryTypes.Sealed) TakeCase(entry);
        else TakeOther(entry);
    }

    private void TakeCase(LogEntry entry)
    {
        rules.Take(entry, Next);
        if (EntryEvents.Of(entry) is { } occurred) recount.Take(entry.Case!, entry.Agency!, entry.Procedure!, occurred, entry.At);
    }

    private void TakeOther(LogEntry entry)
    {
        switch (entry.Type)
        {
            case EntryTypes.Began:
                if (Next != 0 || Text(entry, "origin") != origin) Find("log.began", "Mục {0} nói nhật ký “{1}” bắt đầu; nhật ký này là “{2}”, và bắt đầu ở mục 1.", Text(entry, "origin") ?? "–", origin);
                break;
            case EntryTypes.Key:
                TakeKey(entry);
                break;
            case EntryTypes.RuleSet:
                rules.Know(entry, Next);
                break;
            case var type when HasHoles && EntryTypes.Figures.Contains(type):
                Find("statistic.unproven", "Số liệu công bố ở mục {0} không đếm lại được, vì có mục đứng trước nó không đọc được.");
                break;
            case var type when EntryTypes.Figures.Contains(type):
                statistics.Check(entry, Next, recount);
                break;
        }
    }

    private void TakeKey(LogEntry entry)
    {
        try
        {
            var key = VerifierKey.Parse(Text(entry, "key") ?? "");
            if (key.Name == origin) Keys.Add(key);
            else Find("log.key", "Mục {0} giới thiệu một khóa ký không dùng được cho nhật ký này: {1}", key.ToString());
        }
        catch (LogException broken)
        {
            Find("log.key", "Mục {0} giới thiệu một khóa ký không dùng được cho nhật ký này: {1}", broken.Message);
        }
    }

    private static string? Text(LogEntry entry, string name) =>
        entry.Facts is { ValueKind: JsonValueKind.Object } facts && facts.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // People count from 1.
    private void Find(string code, string sentence, params ReadOnlySpan<object> values) =>
        Findings.Add(new(code, sentence, [Next + 1, .. values]) { Entry = Next });
}

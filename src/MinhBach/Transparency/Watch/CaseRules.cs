using System.Runtime.InteropServices;
using MinhBach.Kernel;

namespace MinhBach.Transparency;

/// <summary>
/// Holds each dossier's entries to their numbers and to the law on due dates: one that moves says so and why, a later one is promised
/// as often and as early as the decree allows (NĐ 118/2025, Đ19 k6).
/// </summary>
internal sealed class CaseRules(WatchFindings findings)
{
    private static readonly HashSet<string> Reasons =
        [EntryReasons.Extended, EntryReasons.Paused, EntryReasons.Resumed, EntryReasons.Restarted, EntryReasons.Recalculated];

    private readonly Dictionary<string, CaseLife> cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleTerms> ruleSets = new(StringComparer.Ordinal);
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);

    /// <summary>How many dossiers there are.</summary>
    public int Cases => cases.Count;

    /// <summary>Entries were lost: what stood in them is not held against those that follow.</summary>
    public bool HasHoles { get; set; }

    public void Know(LogEntry entry, long index)
    {
        if (RuleTerms.Of(entry.Facts) is var (name, terms)) ruleSets[name] = terms;
        else Find(index, "rules.unreadable", "Mục {0} công bố một bộ quy định mà không nói được dời hạn mấy lần, xin lỗi trước mấy ngày.");
    }

    public void Take(LogEntry entry, long index)
    {
        var life = CollectionsMarshal.GetValueRefOrAddDefault(cases, entry.Case!, out _) ??= new();
        Count(life, entry, index);
        if (entry.Type == "dossier.received") Receive(life, entry, index);
        else if (entry.Type == "dossier.dueChanged") Move(life, entry, index);
        else if (entry.Due != life.Due && !HasHoles) Find(index, "due.unexplained", "Mục {0} (hồ sơ {1}): hạn trả đổi từ {2} sang {3} mà không có mục nào nói là đã đổi.", entry.Case!, Told(life.Due), Told(entry.Due));
        if (entry.FirstDue != life.FirstDue && !HasHoles) Find(index, "due.first", "Mục {0} (hồ sơ {1}): hạn hẹn lần đầu đổi từ {2} sang {3}; nó không bao giờ được đổi.", entry.Case!, Told(life.FirstDue), Told(entry.FirstDue));
        (life.Due, life.FirstDue) = (entry.Due, entry.FirstDue);
    }

    private void Count(CaseLife life, LogEntry entry, long index)
    {
        var number = entry.Number!.Value;
        if (number <= life.Number || (number > life.Number + 1 && !HasHoles))
            Find(index, "case.gap", "Mục {0} (hồ sơ {1}) mang số {2}; đúng ra là {3}: có mục bị bỏ ra hoặc ghi lại.", entry.Case!, number, life.Number + 1);
        life.Number = Math.Max(number, life.Number);
    }

    private void Receive(CaseLife life, LogEntry entry, long index)
    {
        if (life.IsReceived) Find(index, "case.receivedAgain", "Mục {0} (hồ sơ {1}): tiếp nhận lần thứ hai.", entry.Case!);
        else if (entry.Due != entry.FirstDue) Find(index, "due.unexplained", "Mục {0} (hồ sơ {1}): hạn trả đổi từ {2} sang {3} mà không có mục nào nói là đã đổi.", entry.Case!, Told(entry.FirstDue), Told(entry.Due));
        if (!life.IsReceived) life.FirstDue = entry.FirstDue;
        life.IsReceived = true;
    }

    private void Move(CaseLife life, LogEntry entry, long index)
    {
        if (entry.Due is null) Find(index, "due.none", "Mục {0} (hồ sơ {1}): hạn trả đổi nhưng không nói đổi sang ngày nào.", entry.Case!);
        if (entry.Reason is null || !Reasons.Contains(entry.Reason)) Find(index, "due.noReason", "Mục {0} (hồ sơ {1}): hạn trả đổi mà không nêu lý do thuộc loại nào.", entry.Case!);
        if (entry.Reason != EntryReasons.Extended) return;
        life.Extensions++;
        if (TermsOf(entry, index) is not { } terms) return;
        if (life.Extensions > terms.Extensions)
            Find(index, "due.extendedTooOften", "Mục {0} (hồ sơ {1}): gia hạn lần thứ {2}; quy định {3} chỉ cho {4} lần.", entry.Case!, life.Extensions, entry.RuleSet!, terms.Extensions);
        // Đ19 k6: the apology has to be out before the due date that it moves.
        if (life.Due is { } due && entry.At.DateInCity() is var day && day > due.PlusDays(-terms.ApologyLeadDays))
            Find(index, "due.apologyLate", "Mục {0} (hồ sơ {1}): xin lỗi ngày {2} cho hạn {3}; phải trước hạn ít nhất {4} ngày.", entry.Case!, Told(day), Told(due), terms.ApologyLeadDays);
    }

    private RuleTerms? TermsOf(LogEntry entry, long index)
    {
        var name = entry.RuleSet ?? "";
        if (ruleSets.TryGetValue(name, out var terms)) return terms;
        if (!HasHoles && unknown.Add(name)) Find(index, "rules.unknown", "Mục {0} gia hạn theo quy định “{1}”, mà nhật ký chưa công bố quy định ấy.", name);
        return null;
    }

    private static string Told(NodaTime.LocalDate? day) => day is { } known ? CityTime.WriteDay(known) : "–";

    // People count from 1.
    private void Find(long index, string code, string sentence, params IReadOnlyList<object> values) => findings.Add(new(code, sentence, [index + 1, .. values]) { Entry = index });
}

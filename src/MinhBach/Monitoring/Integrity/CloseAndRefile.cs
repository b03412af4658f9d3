using System.Globalization;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Integrity;

/// <summary>A dossier is closed without a result and the same applicant files the same procedure again: a new clock for old work.</summary>
internal sealed class CloseAndRefile : Pattern
{
    public const int MostDays = 5;

    private readonly Dictionary<(string Applicant, long Procedure), Closing> closed = [];

    // By the day of closing, oldest first.
    private readonly Queue<Closing> order = [];

    public override PatternKind Kind => PatternKind.CloseAndRefile;

    public override string Slug => "dong-roi-nop-lai";

    public override string Code => "closeAndRefile";

    public override string Name => "Đóng rồi nộp lại";

    public override string Meaning => "Hồ sơ kết thúc không có kết quả (rút, dừng, không tiếp nhận), rồi cùng người nộp nộp lại cùng thủ tục ngay sau đó: việc cũ có thời hạn mới. Người nộp được so bằng số định danh hoặc mã số thuế; không có thì bằng điện thoại và họ tên.";

    public override string Rule => "Người nộp được dừng hồ sơ bất cứ lúc nào trước khi có quyết định (NĐ 118/2025 Điều 21); rút rồi nộp lại không trái luật, điều cần xem là ai đề nghị.";

    public override string Threshold(Words words) => words["Nộp lại trong {0} ngày làm việc sau khi hồ sơ trước kết thúc.", MostDays];

    public override string Evidence(FindingRow finding, Words words) => words[
        "Hồ sơ kết thúc lúc {0} ({1}); cùng người nộp lại cùng thủ tục lúc {2}, sau {3} ngày làm việc.",
        words.Moment(finding.Since), words[finding.About ?? ""], words.Moment(finding.At), finding.Amount];

    /// <summary>The dossiers whose applicants it has to be told again after <see cref="Read"/>.</summary>
    public IEnumerable<long> Closed => order.Where(closing => !closing.IsOver).Select(closing => closing.Finding.DossierId);

    public override void Look(in Seen seen, Action<FindingRow> found)
    {
        if (seen.Applicant is not { } applicant || !seen.Calendar.Covers(seen.Day)) return;
        switch (seen.Event)
        {
            case DossierSubmitted:
                Forget(seen);
                if (closed.TryGetValue((applicant, seen.Dossier.Procedure), out var before)) found(Refiled(seen, before));
                break;
            case DossierDeclined:
                Remember(seen, applicant, "Không tiếp nhận");
                break;
            case DossierWithdrawn:
                Remember(seen, applicant, "Rút hồ sơ");
                break;
            case DossierStopped:
                Remember(seen, applicant, "Dừng giải quyết");
                break;
        }
    }

    /// <summary>Takes the applicants of <see cref="Closed"/>; whoever was erased meanwhile is found no more.</summary>
    public void Recognise(IReadOnlyDictionary<long, string> applicants)
    {
        closed.Clear();
        foreach (var closing in order.Where(closing => !closing.IsOver))
        {
            closing.Applicant = applicants.GetValueOrDefault(closing.Finding.DossierId);
            if (closing.Key is { } key) closed[key] = closing;
        }
    }

    public override void Write(BinaryWriter to)
    {
        to.Write(order.Count);
        // Who it was is not written: that stays with the dossier, and goes with it.
        foreach (var closing in order)
        {
            to.Write(closing.Finding);
            to.Write(closing.IsOver);
        }
    }

    public override void Read(BinaryReader from)
    {
        order.Clear();
        for (var left = from.ReadInt32(); left > 0; left--) order.Enqueue(new(from.ReadFinding()) { IsOver = from.ReadBoolean() });
    }

    private FindingRow Refiled(in Seen seen, Closing before)
    {
        End(before);
        return before.Finding with
        {
            Id = FindingRow.IdOf(seen.Entry, Kind),
            At = seen.At,
            Amount = seen.Calendar.CountWorkingDays(before.Finding.At.DateInCity(), seen.Day),
            Others = seen.Dossier.Id.ToString(CultureInfo.InvariantCulture),
        };
    }

    private void Remember(in Seen seen, string applicant, string how)
    {
        Forget(seen);
        var closing = new Closing(seen.Finding(Kind) with { Since = seen.At, About = how }) { Applicant = applicant };
        if (closed.TryGetValue((applicant, seen.Dossier.Procedure), out var before)) End(before);
        order.Enqueue(closing);
        closed[(applicant, seen.Dossier.Procedure)] = closing;
    }

    // They closed in the order of the journal.
    private void Forget(in Seen seen)
    {
        while (order.TryPeek(out var oldest) && (oldest.IsOver || seen.Calendar.CountWorkingDays(oldest.Finding.At.DateInCity(), seen.Day) > MostDays)) End(order.Dequeue());
    }

    private void End(Closing closing)
    {
        if (!closing.IsOver && closing.Key is { } key) closed.Remove(key);
        closing.IsOver = true;
    }

    /// <summary>A dossier that was closed, as the finding that it may become.</summary>
    private sealed class Closing(FindingRow finding)
    {
        public FindingRow Finding => finding;

        public string? Applicant { get; set; }

        /// <summary>Whether it was filed again, closed again, or is too long ago.</summary>
        public bool IsOver { get; set; }

        public (string Applicant, long Procedure)? Key => Applicant is null ? null : (Applicant, finding.ProcedureId);
    }
}

using MinhBach.Dossiers;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Monitoring.Integrity;

/// <summary>Many steps end in a row when the office is closed: what was to be looked at one by one is cleared off the board.</summary>
internal sealed class AfterHours : Pattern
{
    public const int FewestSteps = 10;

    // Of so many dossiers the evidence names each.
    private const int MostNamed = 100;

    private const int PeopleRemembered = 4_096;

    private static readonly Duration Within = Duration.FromHours(1);

    private readonly Dictionary<long, Row> rows = [];

    public override PatternKind Kind => PatternKind.AfterHours;

    public override string Slug => "ket-thuc-ngoai-gio";

    public override string Code => "afterHours";

    public override string Name => "Kết thúc hàng loạt ngoài giờ";

    public override string Meaning => "Một người kết thúc nhiều bước liên tiếp ngoài giờ làm việc của cơ quan: trước giờ mở, sau giờ đóng hoặc ngày nghỉ. Giờ nghỉ trưa không tính là ngoài giờ. Cả loạt là một phát hiện.";

    public override string Rule => "Không có giới hạn trong luật; làm ngoài giờ được phép, nhưng cả loạt cùng lúc là điều cần xem lại.";

    public override string Threshold(Words words) => words["Từ {0} bước của một người trong vòng một giờ.", FewestSteps];

    public override string Evidence(FindingRow finding, Words words) => words["{0} bước kết thúc từ {1} đến {2}, ngoài giờ làm việc.", finding.Amount, words.Moment(finding.Since), words.Moment(finding.At)];

    public override void Look(in Seen seen, Action<FindingRow> found)
    {
        if (seen.Event is not StepDone || seen.Person is not { } person || !seen.Calendar.IsAfterHours(seen.At)) return;
        if (rows.Count > PeopleRemembered) Forget(seen.At);
        if (!rows.TryGetValue(person, out var row)) rows.Add(person, row = new());
        if (row.Add(seen, Kind) is { } finding) found(finding);
    }

    public override void Write(BinaryWriter to)
    {
        to.Write(rows.Count);
        foreach (var (person, row) in rows)
        {
            to.Write(person);
            row.Write(to);
        }
    }

    public override void Read(BinaryReader from)
    {
        rows.Clear();
        for (var left = from.ReadInt32(); left > 0; left--) rows.Add(from.ReadInt64(), Row.Read(from));
    }

    private void Forget(Instant now)
    {
        foreach (var person in rows.Where(pair => now - pair.Value.Last > Within).Select(pair => pair.Key).ToList()) rows.Remove(person);
    }

    private readonly record struct Ended(Instant At, long Dossier, long Procedure);

    /// <summary>What one person ended after hours within the last hour, and the finding that it became.</summary>
    private sealed class Row
    {
        private readonly List<Ended> ended = [];
        private FindingRow? finding;

        public Instant Last { get; private set; } = Instant.MinValue;

        public FindingRow? Add(in Seen seen, PatternKind kind)
        {
            var now = seen.At;
            ended.RemoveAll(step => now - step.At > Within);
            if (ended.Count == 0) finding = null;
            ended.Add(new(now, seen.Dossier.Id, seen.Dossier.Procedure));
            Last = now;
            if (finding is not null) return finding = finding with { At = now, Amount = finding.Amount + 1, Others = Named(finding, [seen.Dossier.Id]) };
            if (ended.Count < FewestSteps) return null;
            var first = ended[0];
            finding = seen.Finding(kind) with { DossierId = first.Dossier, ProcedureId = first.Procedure, Since = first.At, Amount = ended.Count };
            return finding = finding with { Others = Named(finding, ended.Select(step => step.Dossier)) };
        }

        public void Write(BinaryWriter to)
        {
            to.Write(Last);
            to.Write(ended.Count);
            foreach (var step in ended)
            {
                to.Write(step.At);
                to.Write(step.Dossier);
                to.Write(step.Procedure);
            }

            to.Write(finding is not null);
            if (finding is not null) to.Write(finding);
        }

        public static Row Read(BinaryReader from)
        {
            var row = new Row { Last = from.ReadMoment() };
            for (var left = from.ReadInt32(); left > 0; left--) row.ended.Add(new(from.ReadMoment(), from.ReadInt64(), from.ReadInt64()));
            if (from.ReadBoolean()) row.finding = from.ReadFinding();
            return row;
        }

        private static string? Named(FindingRow finding, IEnumerable<long> more)
        {
            var named = finding.OtherIds().Concat(more).Where(id => id != finding.DossierId).Distinct().Take(MostNamed).ToList();
            return named.Count == 0 ? null : string.Join(' ', named);
        }
    }
}

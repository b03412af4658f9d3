using MinhBach.Dossiers;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Integrity;

/// <summary>A step that others need minutes for ends within seconds: nobody can have looked at the dossier.</summary>
internal sealed class InstantStep : Pattern
{
    public const int MostSeconds = 30;

    /// <summary>Before that many ends of a step nothing can be said about its fastest hundredth.</summary>
    public const int FewestEnds = 100;

    private const int Hundredth = 100;

    private readonly Dictionary<(long Procedure, string Node), Speed> speeds = [];

    public override PatternKind Kind => PatternKind.InstantStep;

    public override string Slug => "xong-trong-vai-giay";

    public override string Code => "instantStep";

    public override string Name => "Bước xong trong vài giây";

    public override string Meaning => "Một bước do người làm kết thúc chỉ vài giây sau khi được nhận (hoặc được mở, nếu chưa ai nhận), nhanh khác thường so với chính bước đó. Không tính bước tiếp nhận, bước trả kết quả và bước tự động.";

    public override string Rule => "Không có giới hạn trong luật; đây là so sánh với các lần trước của cùng bước.";

    public override string Threshold(Words words) =>
        words["Dưới {0} giây, và trong các lần trước của bước đó (ít nhất {1} lần) chưa đến 1 % nhanh như vậy.", MostSeconds, FewestEnds];

    public override string Evidence(FindingRow finding, Words words) =>
        words["Nhận hoặc mở lúc {0}, xong lúc {1}: sau {2} giây.", words.Moment(finding.Since), words.Moment(finding.At), finding.Amount];

    public override void Look(in Seen seen, Action<FindingRow> found)
    {
        // Receptions have no number above 0; what ends after the result hands it over.
        if (seen.Event is not StepDone { Task: > 0 } done || seen.Person is null || seen.Dossier.HasResult) return;
        if (seen.Dossier.PlaceOf(done.Task) is not { } place) return;
        var ended = seen.Dossier.Steps[place];
        var seconds = Math.Max(0, (long)(seen.At - ended.Since).TotalSeconds);
        var key = (seen.Dossier.Procedure, ended.Node);
        if (!speeds.TryGetValue(key, out var speed)) speeds.Add(key, speed = new());
        if (seconds < MostSeconds && speed.Ends >= FewestEnds && speed.AsFastAs(seconds) * Hundredth < speed.Ends)
            found(seen.Finding(Kind) with { About = ended.Name, Since = ended.Since, Amount = seconds });
        speed.Add(seconds);
    }

    public override void Write(BinaryWriter to)
    {
        to.Write(speeds.Count);
        foreach (var ((procedure, node), speed) in speeds)
        {
            to.Write(procedure);
            to.Write(node);
            speed.Write(to);
        }
    }

    public override void Read(BinaryReader from)
    {
        speeds.Clear();
        for (var left = from.ReadInt32(); left > 0; left--) speeds.Add((from.ReadInt64(), from.ReadString()), Speed.Read(from));
    }

    /// <summary>How often a step ended, and how often after each number of seconds below <see cref="MostSeconds"/>.</summary>
    private sealed class Speed
    {
        private readonly long[] after = new long[MostSeconds];

        public long Ends { get; private set; }

        public long AsFastAs(long seconds)
        {
            var sum = 0L;
            for (var second = 0; second <= seconds; second++) sum += after[second];
            return sum;
        }

        public void Add(long seconds)
        {
            Ends++;
            if (seconds < MostSeconds) after[seconds]++;
        }

        public void Write(BinaryWriter to)
        {
            to.Write(Ends);
            foreach (var count in after) to.Write7BitEncodedInt64(count);
        }

        public static Speed Read(BinaryReader from)
        {
            var speed = new Speed { Ends = from.ReadInt64() };
            for (var second = 0; second < MostSeconds; second++) speed.after[second] = from.Read7BitEncodedInt64();
            return speed;
        }
    }
}

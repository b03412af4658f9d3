using System.Text;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.EndToEnd;

/// <summary>A log of some hundred entries with a key and a witness, and the life of one dossier in it.</summary>
internal sealed class ProvenLog : IDisposable
{
    public const string Code = "H26.27-261122-0012";

    private const string Case = "Zm9vYmFyYmF6cXV4MTIzNA";
    private const int Before = 300;
    private const int After = 177;

    private static readonly (string Type, string? Reason, string Data)[] Events =
    [
        ("dossier.submitted", "direct", """{"code":"H26.27-261122-0012","channel":"direct"}"""),
        ("dossier.received", null, """{"ruleSet":"nd-118-2025","unit":12,"dueDate":"2026-11-30"}"""),
        ("dossier.dueChanged", "extended", """{"kind":"extended","dueDate":"2026-12-03","reason":"Chờ xác minh nơi sinh."}"""),
        ("dossier.completed", "granted", """{"outcome":"granted"}"""),
    ];

    private readonly SignerKey _log = SignerKey.Generate("minhbach.thanhpho.example/so-cong-khai");
    private readonly SignerKey _witness = SignerKey.Generate("bao.nhan-chung.example", SignatureKind.Cosignature);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("minhbach-log-");

    public ProvenLog()
    {
        var folder = new LogFolder(_folder.FullName);
        using var writer = LogWriter.Open(folder, TreeHead.Empty);
        for (var i = 0; i < Before; i++) writer.Append(Encoding.UTF8.GetBytes($"{i}"));
        EventProof[] dossier = [.. Events.Select((told, i) => EventOf(told.Type, told.Reason, told.Data, i + 1))];
        long[] places = [.. dossier.Select(proof => writer.Append(proof.EntryBytes.Span))];
        for (var i = 0; i < After; i++) writer.Append(Encoding.UTF8.GetBytes($"{i}"));
        var head = writer.Commit();
        var note = new Checkpoint(_log.Verifier.Name, head).Sign(_log);
        note = note.With(_witness.Cosign(note.Text, Instant.FromUtc(2026, 11, 22, 8, 10)));
        var reader = new LogReader(folder, head.Size, head.Root);
        Proofs = [.. dossier.Zip(places, (proof, place) => new LogProof(place, reader.ProveInclusion(place), note, proof.ToBytes()))];
    }

    /// <summary>What a person pastes who trusts both.</summary>
    public string Keys => $"{_log.Verifier}\n{_witness.Verifier}";

    public VerifierKey Key => _log.Verifier;

    /// <summary>The dossier's events: filed, received at 15:04 on 22/11/2026, put off, completed.</summary>
    public IReadOnlyList<LogProof> Proofs { get; }

    public string Received => Proofs[1].ToString();

    /// <summary>What the code on the receipt holds behind the number sign.</summary>
    public string Printed => CompactProof.Write(Proofs[1], _log.Verifier, _witness.Verifier);

    public string History(params IEnumerable<LogProof> proofs) => Encoding.UTF8.GetString(new HistoryFile(Code, _log.Verifier, [_witness.Verifier], [.. proofs]).ToBytes());

    /// <summary>The same proof with something else in what it brings along.</summary>
    public static string WithExtra(LogProof proof, string was, string isNow)
    {
        var extra = Encoding.UTF8.GetString(proof.Extra.Span);
        Assert.Contains(was, extra, StringComparison.Ordinal);
        return new LogProof(proof.Index, proof.Hashes, proof.Note, Encoding.UTF8.GetBytes(extra.Replace(was, isNow, StringComparison.Ordinal))).ToString();
    }

    public void Dispose()
    {
        _log.Dispose();
        _witness.Dispose();
        _folder.Delete(recursive: true);
    }

    private static EventProof EventOf(string type, string? reason, string data, int number)
    {
        var at = Instant.FromUtc(2026, 11, 22, 8, 2 * number) + Duration.FromNanoseconds(123_456_000L);
        var text = EntryCommitment.Text(type, at, """{"kind":"person","name":"Lê Thị Bình"}""", data);
        var salt = EntryCommitment.Salt(new byte[EntryCommitment.SaltBytes], number);
        var entry = new LogEntry
        {
            Type = type,
            At = at,
            Logged = at + Duration.FromSeconds(1),
            Case = Case,
            Number = number,
            Procedure = "1.001193",
            Agency = "H26.27",
            FirstDue = number == 1 ? null : new(2026, 11, 30),
            Due = number switch { 1 => null, 2 => new(2026, 11, 30), _ => new(2026, 12, 3) },
            RuleSet = number == 1 ? null : "nd-118-2025",
            Reason = reason,
            Commitment = EntryCommitment.Of(salt, text),
        };
        return new(LogEntryJson.Write(entry), salt, text);
    }
}

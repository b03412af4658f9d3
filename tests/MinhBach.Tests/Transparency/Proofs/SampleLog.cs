using System.Text;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Tests.Transparency.Proofs;

/// <summary>A log of some hundred entries with a key and a witness; four of the entries are of one dossier.</summary>
internal sealed class SampleLog : IDisposable
{
    public const string Text = "dossier.received\n1795334580123456\n{\"kind\":\"official\",\"name\":\"Lê Thị Bình\",\"personId\":412,\"postId\":508,\"unitId\":77,\"agencyId\":31}\n{\"ruleSet\":\"nd-118-2025\",\"unit\":77,\"dueDate\":\"2026-11-30\",\"dueAt\":\"2026-11-30T10:00:00Z\",\"provisional\":false}";

    private const int Entries = 400;
    private const int First = 211;

    private readonly SignerKey _key = SignerKey.Generate("so.thanh-pho.example/nhat-ky");
    private readonly SignerKey _witness = SignerKey.Generate("nhan-chung.example", SignatureKind.Cosignature);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("minhbach-log-");
    private readonly LogReader _reader;
    private readonly SignedNote _checkpoint;

    public SampleLog()
    {
        var folder = new LogFolder(_folder.FullName);
        using var writer = LogWriter.Open(folder, TreeHead.Empty);
        for (var i = 0; i < Entries; i++) writer.Append(i is >= First and < First + 4 ? Event(i - First + 1).EntryBytes.Span : Encoding.UTF8.GetBytes($"{i}"));
        var head = writer.Commit();
        var note = new Checkpoint(_key.Verifier.Name, head).Sign(_key);
        _checkpoint = note.With(_witness.Cosign(note.Text, Instant.FromUnixTimeSeconds(1_795_334_600)));
        _reader = new(folder, head.Size, head.Root);
    }

    public VerifierKey Key => _key.Verifier;

    public VerifierKey Witness => _witness.Verifier;

    /// <summary>The entry of a dossier's event.</summary>
    public static EventProof Event(int number)
    {
        var salt = EntryCommitment.Salt(new byte[EntryCommitment.SaltBytes], number);
        var at = Instant.FromUnixTimeMilliseconds(1_795_334_580_123) + Duration.FromNanoseconds(456_000L);
        var entry = new LogEntry
        {
            Type = "dossier.received",
            At = at,
            Logged = at + Duration.FromSeconds(1),
            Case = "Zm9vYmFyYmF6cXV4MTIzNA",
            Number = number,
            Procedure = "1.001193",
            Agency = "H26.27",
            FirstDue = new(2026, 11, 30),
            Due = new(2026, 11, 30),
            RuleSet = "nd-118-2025",
            Commitment = EntryCommitment.Of(salt, Text),
        };
        return new(LogEntryJson.Write(entry), salt, Text);
    }

    public LogProof Proof(int number, bool isOpened = true) =>
        new(First + number - 1, _reader.ProveInclusion(First + number - 1), _checkpoint, (isOpened ? Event(number) : Event(number).WithoutEvent()).ToBytes());

    public void Dispose()
    {
        _key.Dispose();
        _witness.Dispose();
        _folder.Delete(recursive: true);
    }
}

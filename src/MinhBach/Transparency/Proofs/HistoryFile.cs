using System.Text;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>All that the log holds of one dossier, proof by proof, in a file to take along (docs/log-proofs.md).</summary>
/// <param name="Code">The dossier's code; nobody vouches for it. Null where it is not told.</param>
/// <param name="Log">The key that the log signs with. To be compared with the key that one trusts, never trusted itself.</param>
/// <param name="Witnesses">Keys of witnesses, likewise.</param>
/// <param name="Proofs">In the order of their numbers in the dossier, each with an <see cref="EventProof"/>.</param>
public sealed record HistoryFile(string? Code, VerifierKey Log, IReadOnlyList<VerifierKey> Witnesses, IReadOnlyList<LogProof> Proofs)
{
    /// <summary>The ending of its name.</summary>
    public const string FileExtension = ".minhbach-history.json";

    private const string Format = "minhbach-history@v1";

    /// <summary>Reads a file; proves nothing.</summary>
    /// <exception cref="LogException">It is none.</exception>
    public static HistoryFile Read(ReadOnlySpan<byte> file)
    {
        Json read;
        try
        {
            read = JsonSerializer.Deserialize<Json>(file, KernelJson.Options) ?? throw new LogException("A history is null.");
        }
        catch (JsonException broken)
        {
            throw new LogException($"A history cannot be read: {broken.Message}", broken);
        }

        if (read.Format != Format) throw new LogException($"A history is of the format '{read.Format}', not {Format}.");
        if (read.Log is null || read.Witnesses is null || read.Proofs is null || read.Witnesses.Contains(null!) || read.Proofs.Contains(null!)) throw new LogException("A history has not all its members.");
        return new(read.Code, VerifierKey.Parse(read.Log), [.. read.Witnesses.Select(VerifierKey.Parse)], [.. read.Proofs.Select(proof => LogProof.Parse(Encoding.UTF8.GetBytes(proof)))]);
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(
        new Json(Format, Code, Log.ToString(), [.. Witnesses.Select(witness => witness.ToString())], [.. Proofs.Select(proof => proof.ToString())]), KernelJson.Options);

    private sealed record Json(string? Format, string? Code, string? Log, IReadOnlyList<string>? Witnesses, IReadOnlyList<string>? Proofs);
}

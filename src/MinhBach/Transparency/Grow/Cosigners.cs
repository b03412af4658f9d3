using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Grow;

/// <summary>Asks the witnesses that the policy file names. Without a file there are none, and none is needed.</summary>
internal sealed class Cosigners(LogHome home, IHttpClientFactory http, WitnessTimes times, ILogger<Cosigners> log)
{
    /// <summary>Name of the client that asks.</summary>
    public const string Client = "witnesses";

    private readonly Dictionary<string, long> known = new(StringComparer.Ordinal);

    /// <summary>The policy; null where there is none.</summary>
    /// <exception cref="LogException">The file is no policy.</exception>
    public LogPolicy? Policy() => File.Exists(home.PolicyPath) ? LogPolicy.Parse(File.ReadAllBytes(home.PolicyPath)) : null;

    /// <summary>Has a checkpoint cosigned by all witnesses at once.</summary>
    /// <param name="note">The checkpoint, signed by the log.</param>
    /// <param name="tiles">Where the tree's tiles are, which prove that it continues older ones.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The checkpoint with the cosignatures that came; and why it may not be published, null where it may.</returns>
    public async Task<(SignedNote Note, string? Missing)> AskAsync(SignedNote note, ILogSource tiles, CancellationToken cancellation)
    {
        if (Policy() is not { } policy) return (note, null);
        var size = Checkpoint.Parse(note.Text).Size;
        var asked = policy.Witnesses.Where(witness => witness.Url is not null).Select(AskAsync).ToList();
        var cosignatures = (await Task.WhenAll(asked)).SelectMany(given => given).ToList();
        var cosigned = new SignedNote(note.Text, note.Signatures.Concat(cosignatures));
        var verdict = policy.Judge(cosigned, home.Verifiers);
        await times.KeepAsync(verdict.Cosigned, cancellation);
        return (cosigned, verdict.IsAccepted ? null : verdict.Reason);

        async Task<IReadOnlyList<NoteSignature>> AskAsync(PolicyParty witness)
        {
            var client = new WitnessClient(http.CreateClient(Client), new Uri(witness.Url!.EndsWith('/') ? witness.Url : witness.Url + "/"), witness.Key);
            // What a tree remembers of its tiles is not for several threads.
            var answer = await client.AskAsync(note, KnownSize(witness), old => ConsistencyProof.Make(new TileTree(tiles, size), old, size), cancellation);
            if (answer is Cosigning.Given(var signatures))
            {
                lock (known) known[witness.Name] = size;
                return signatures;
            }

            log.LogWarning("The witness {Witness} did not cosign: {Answer}", witness.Name, answer);
            return [];
        }
    }

    private long KnownSize(PolicyParty witness)
    {
        lock (known) return known.GetValueOrDefault(witness.Name);
    }
}

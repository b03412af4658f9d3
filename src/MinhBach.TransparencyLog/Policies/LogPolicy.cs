namespace MinhBach.TransparencyLog;

/// <summary>Whom somebody trusts: logs, witnesses, and how many of the witnesses must have cosigned (c2sp.org/tlog-policy).</summary>
public sealed class LogPolicy
{
    /// <summary>The quorum that asks for no witness.</summary>
    internal const string None = "none";

    private readonly IReadOnlyDictionary<string, PolicyGroup> _groups;
    private readonly string _quorum;
    private readonly string _text;

    internal LogPolicy(string text, IReadOnlyList<PolicyParty> logs, IReadOnlyList<PolicyParty> witnesses, IReadOnlyDictionary<string, PolicyGroup> groups, string quorum) =>
        (_text, Logs, Witnesses, _groups, _quorum) = (text, logs, witnesses, groups, quorum);

    /// <summary>The logs. A checkpoint of any of them is accepted; of none if there are none, unless <see cref="Judge"/> is told of others.</summary>
    public IReadOnlyList<PolicyParty> Logs { get; }

    /// <summary>The witnesses.</summary>
    public IReadOnlyList<PolicyParty> Witnesses { get; }

    /// <summary>Whether it can be satisfied without any witness.</summary>
    public bool NeedsWitnesses => _quorum != None;

    /// <summary>Reads a policy file.</summary>
    /// <exception cref="LogException">It is none; the message names the line.</exception>
    public static LogPolicy Parse(ReadOnlySpan<byte> bytes) => new PolicyReader().Read(bytes);

    /// <summary>A policy of one log and k of n witnesses.</summary>
    /// <param name="log">The log's key; its name is the log's origin.</param>
    /// <param name="k">How many have to cosign, 0 to all of them.</param>
    /// <param name="witnesses">Their keys.</param>
    /// <exception cref="LogException">k is larger than n, two keys are the same, or a key is not of its kind.</exception>
    public static LogPolicy Of(VerifierKey log, int k, params IEnumerable<VerifierKey> witnesses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        List<string> names = [];
        List<string> lines = [$"log {log}"];
        foreach (var witness in witnesses)
        {
            names.Add(FormattableString.Invariant($"w{names.Count + 1}"));
            lines.Add($"witness {names[^1]} {witness}");
        }

        if (k > 0) lines.Add(FormattableString.Invariant($"group witnesses {k} {string.Join(' ', names)}"));
        lines.Add(k > 0 ? "quorum witnesses" : $"quorum {None}");
        return Parse(LogText.ToUtf8(string.Join('\n', lines) + "\n", "a policy"));
    }

    /// <summary>Judges a checkpoint. A signature of a known key that does not hold spoils it, whatever else it has.</summary>
    /// <param name="note">The checkpoint with its signatures.</param>
    /// <param name="logs">Keys of logs that are trusted beside those of the policy.</param>
    /// <exception cref="LogException">The note is no checkpoint.</exception>
    public PolicyVerdict Judge(SignedNote note, params IEnumerable<VerifierKey> logs)
    {
        ArgumentNullException.ThrowIfNull(note);
        var checkpoint = Checkpoint.Parse(note.Text);
        VerifierKey[] trusted = [.. Logs.Select(log => log.Key).Concat(logs).Where(key => key.Name == checkpoint.Origin).Distinct()];
        try
        {
            var log = note.VerifiedBy(trusted) is [var first, ..] ? first : null;
            var cosigned = Cosignatures(note);
            var reason = log is null ? $"The checkpoint is not signed by a known key of the log {checkpoint.Origin}."
                : IsMet(_quorum, [.. cosigned.Select(one => one.Witness)]) ? ""
                : $"The witnesses that cosigned ({(cosigned.Count == 0 ? "none" : string.Join(", ", cosigned.Select(one => one.Witness)))}) are not enough for the quorum {_quorum}.";
            return new(reason.Length == 0, reason, checkpoint, log, cosigned);
        }
        catch (LogException broken)
        {
            return new(IsAccepted: false, broken.Message, checkpoint, Log: null, []);
        }
    }

    /// <summary>The policy file.</summary>
    public override string ToString() => _text;

    private List<WitnessTime> Cosignatures(SignedNote note)
    {
        var found = new List<WitnessTime>();
        foreach (var key in note.VerifiedBy(Witnesses.Select(witness => witness.Key)))
            found.Add(new(Witnesses.First(witness => witness.Key.Equals(key)).Name, key.TimeOf(note.Signatures.First(key.IsOf))));
        return found;
    }

    private bool IsMet(string name, HashSet<string> cosigned) =>
        name == None || cosigned.Contains(name)
        || (_groups.TryGetValue(name, out var group) && group.Members.Count(member => IsMet(member, cosigned)) >= group.Least);
}

namespace MinhBach.TransparencyLog;

/// <summary>What a policy says of a checkpoint.</summary>
/// <param name="IsAccepted">Whether the checkpoint is to be believed.</param>
/// <param name="Reason">Why not, in plain words; empty where it is accepted.</param>
/// <param name="Checkpoint">What was judged.</param>
/// <param name="Log">The key of the log that signed; null if none that the policy knows.</param>
/// <param name="Cosigned">The witnesses that the policy knows whose cosignatures hold, with the time that each states.</param>
public sealed record PolicyVerdict(bool IsAccepted, string Reason, Checkpoint Checkpoint, VerifierKey? Log, IReadOnlyList<WitnessTime> Cosigned);

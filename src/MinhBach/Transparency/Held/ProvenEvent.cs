using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Held;

/// <summary>An entry of one's own dossier.</summary>
/// <param name="Position">Its index in the log, from 0.</param>
/// <param name="Entry">What it says.</param>
/// <param name="Proof">What proves it; null while the log's newest checkpoint does not cover it.</param>
internal sealed record ProvenEvent(long Position, LogEntry Entry, LogProof? Proof);

namespace MinhBach.TransparencyLog;

/// <summary>Up to 256 entries of a log that is being checked.</summary>
/// <param name="FirstIndex">The index of the first one.</param>
/// <param name="End">The index behind the last one: so far the check has come.</param>
/// <param name="Entries">The entries, all of which the checkpoint's root covers; empty if one of them is missing or altered.</param>
/// <param name="Damage">What was found broken since the bundle before.</param>
public sealed record CheckedBundle(long FirstIndex, long End, IReadOnlyList<ReadOnlyMemory<byte>> Entries, IReadOnlyList<LogDamage> Damage);

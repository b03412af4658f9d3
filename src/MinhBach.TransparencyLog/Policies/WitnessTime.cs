using NodaTime;

namespace MinhBach.TransparencyLog;

/// <summary>That a witness cosigned, and when it says it did.</summary>
/// <param name="Witness">Its name in the policy.</param>
/// <param name="At">The time, to the second.</param>
public sealed record WitnessTime(string Witness, Instant At);

namespace MinhBach.TransparencyLog;

/// <summary>A log or a witness that a policy trusts.</summary>
/// <param name="Name">A witness's name in the policy; a log's is that of its key.</param>
/// <param name="Key">Its public key.</param>
/// <param name="Url">Where it can be spoken to; null if the policy does not say.</param>
public sealed record PolicyParty(string Name, VerifierKey Key, string? Url);

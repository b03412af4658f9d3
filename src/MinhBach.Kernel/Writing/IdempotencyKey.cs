namespace MinhBach.Kernel;

/// <summary>
/// Makes a repeated command return the first answer. The same key with another fingerprint is refused.
/// </summary>
/// <param name="Key">The caller's key, 1–200 characters, prefixed by its scope (who and what).</param>
/// <param name="Fingerprint">Hash of the input.</param>
public sealed record IdempotencyKey(string Key, string Fingerprint);

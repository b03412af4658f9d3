namespace MinhBach.TransparencyLog;

/// <summary>How a key signs (c2sp.org/signed-note, signature types).</summary>
public enum SignatureKind
{
    /// <summary>Ed25519 over the note's text.</summary>
    Ed25519 = 1,

    /// <summary>ECDSA on P-256 with SHA-256 over the note's text; verified, never made.</summary>
    EcdsaP256 = 2,

    /// <summary>A witness's Ed25519 over a time and the note's text (c2sp.org/tlog-cosignature).</summary>
    Cosignature = 4,
}

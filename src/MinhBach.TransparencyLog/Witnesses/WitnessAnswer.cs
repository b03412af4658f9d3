namespace MinhBach.TransparencyLog;

/// <summary>What a witness answers over HTTP.</summary>
/// <param name="Status">The status code: 200, 400, 403, 404, 409 or 422.</param>
/// <param name="Body">Cosignature lines with 200; the size that the witness has seen with 409; else what is wrong.</param>
/// <param name="ContentType">Of the body.</param>
public sealed record WitnessAnswer(int Status, string Body, string ContentType = "text/plain; charset=utf-8")
{
    /// <summary>The content type of a size.</summary>
    public const string SizeType = "text/x.tlog.size";
}

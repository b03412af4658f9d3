namespace MinhBach.Transparency;

/// <summary>Where proofs are checked.</summary>
public static class CheckAddress
{
    /// <summary>The page. Behind <c>#</c> it takes a <see cref="CompactProof"/>.</summary>
    public const string Page = "/kiem-chung";

    /// <summary>The same page in one file.</summary>
    public const string Offline = Page + "/ngoai-tuyen.html";

    /// <summary>The script that answers for the page without a network.</summary>
    public const string Worker = Page + "/worker.js";
}

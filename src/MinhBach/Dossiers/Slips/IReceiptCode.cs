namespace MinhBach.Dossiers;

/// <summary>A second code on printed receipts, from a module below: beside the one that leads to the tracking page.</summary>
public interface IReceiptCode
{
    /// <summary>What to say beneath it (a Vietnamese sentence for the words).</summary>
    string Caption { get; }

    /// <summary>What the code holds; null leaves it out.</summary>
    Task<string?> OfAsync(HttpContext http, DossierView dossier);
}

namespace MinhBach.Dossiers;

/// <summary>Finds a dossier for somebody's own pages about it, in modules below; the door is the tracking page's.</summary>
public sealed class TrackedDossiers
{
    private readonly DossierLookup dossiers;
    private readonly DossierSight sight;

    internal TrackedDossiers(DossierLookup dossiers, DossierSight sight) => (this.dossiers, this.sight) = (dossiers, sight);

    /// <summary>The dossier, if whoever asks may see all of it: who typed its secret, the account that handed it in, officials whose work it is. Five queries.</summary>
    public async Task<DossierView?> FindAsync(HttpContext http, string code)
    {
        ArgumentNullException.ThrowIfNull(http);
        return await dossiers.FindAsync(TrackingLinks.Clean(code), http.RequestAborted) is { } found && sight.Of(http, found) != Sight.Progress ? found : null;
    }

    /// <summary>The tracking page of a dossier, where whoever may not see all of it can type the secret.</summary>
    public static string Address(string code) => "/tra-cuu/" + TrackingLinks.Clean(code);
}

/// <summary>A page of a module below about one's own dossier, to which the tracking page leads.</summary>
/// <param name="Title">Vietnamese title.</param>
/// <param name="Sentence">What it is good for.</param>
/// <param name="Name">Last part of its address, below the tracking page's.</param>
public sealed record TrackedLink(string Title, string Sentence, string Name);

using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Shell;

namespace MinhBach.Transparency;

/// <summary>Where anybody checks a proof of the public log, in the browser and without asking the city.</summary>
[OutputCache(PolicyName = PublicPage.Kept)]
internal sealed class CheckPageModel(Words words, ILogKeys keys, OfflinePage offline) : PageModel
{
    public string Form { get; private set; } = "";

    public string OfflineHash { get; private set; } = "";

    public string ScriptHash => offline.ScriptHash;

    public void OnGet()
    {
        Form = CheckForm.Html(words, keys, isPage: true);
        OfflineHash = OfflinePage.HashOf(offline.Make());
    }
}

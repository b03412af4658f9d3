using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;

namespace MinhBach.Mining.Imported;

/// <summary>The systems whose logs were brought in.</summary>
[Authorize(Policies.Staff)]
internal sealed class SourcesPage(ImportedRoom room) : PageModel
{
    public IReadOnlyList<ImportedSource> Sources { get; private set; } = [];

    public bool MayImport => room.Sight.MayImport;

    public async Task OnGetAsync(CancellationToken cancellation) => Sources = await room.Logs.AllAsync(cancellation);
}

using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Warnings;

/// <summary>How far the early warning can be relied on; open to everyone, because whoever is warned by it may ask.</summary>
internal sealed class ReliabilityPage(HistoryShelf shelf) : PageModel
{
    public Reliability Told { get; private set; } = null!;

    public void OnGet() => Told = Reliability.Of(shelf);
}

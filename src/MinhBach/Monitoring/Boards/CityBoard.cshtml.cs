using Microsoft.AspNetCore.Mvc;

namespace MinhBach.Monitoring.Boards;

/// <summary>The board of the whole city, open to everyone.</summary>
internal sealed class CityBoard(BoardRoom room) : BoardPageModel(room)
{
    public IActionResult OnGet() => Show(kind: null, key: null);
}

using Microsoft.AspNetCore.Mvc;

namespace MinhBach.Monitoring.Boards;

/// <summary>The board of an agency, a unit or a procedure: open to everyone, without persons.</summary>
internal sealed class BoardPage(BoardRoom room) : BoardPageModel(room)
{
    public IActionResult OnGet([FromRoute(Name = "loai")] string kind, [FromRoute(Name = "ma")] string key) => kind == "ca-nhan" ? NotFound() : Show(kind, key);
}

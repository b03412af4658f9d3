using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MinhBach.Accounts;

namespace MinhBach.Monitoring.Boards;

/// <summary>The board of one person, for that person and whoever answers for their work.</summary>
[Authorize(Policies.Staff)]
internal sealed class PersonBoard(BoardRoom room) : BoardPageModel(room)
{
    private readonly BoardRoom room = room;

    public IActionResult OnGet([FromRoute(Name = "id")] string id)
    {
        if (room.Names.Find("ca-nhan", id) is not { } person) return NotFound();
        return room.Sight.SeesPerson(person.Id) ? Show("ca-nhan", id) : Forbid();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Dossiers;
using MinhBach.Kernel;

namespace MinhBach.Monitoring.Boards;

/// <summary>The things behind one count of a board. Codes and names are shown to those alone who may see the dossier.</summary>
internal sealed class BoardList(BoardRoom room, DossierLookup dossiers) : PageModel
{
    private const int PageSize = 50;

    public BoardMeasure Measure { get; private set; } = null!;

    public BoardSubject Subject { get; private set; }

    public ReportingPeriod Period { get; private set; } = null!;

    public IReadOnlyList<BoardLine> Lines { get; private set; } = [];

    /// <summary>Codes of the dossiers that the asker may open.</summary>
    public IReadOnlyDictionary<long, string> Codes { get; private set; } = new Dictionary<long, string>();

    public string? Next { get; private set; }

    public BoardNames Names => room.Names;

    public async Task<IActionResult> OnGetAsync(
        [FromRoute(Name = "so")] string slug, [FromQuery(Name = "loai")] string? kind, [FromQuery(Name = "ma")] string? key, [FromQuery(Name = "sau")] string? after, CancellationToken cancellation)
    {
        if (BoardMeasures.Find(slug) is not { } measure || room.Names.Find(kind, key) is not { } subject) return NotFound();
        if (subject.Kind == BoardKind.Person && !room.Sight.SeesPerson(subject.Id)) return User.Identity?.IsAuthenticated == true ? Forbid() : Challenge();
        (Measure, Subject, Period) = (measure, subject, ReportingPeriod.YearTo(room.Clock.Today()));
        Lines = room.Boards.Lines(subject, Period, measure, after, PageSize + 1);
        if (Lines.Count > PageSize)
        {
            Lines = [.. Lines.Take(PageSize)];
            Next = room.Names.ListAddress(subject, measure, Lines[^1].Key);
        }

        Codes = await dossiers.CodesAsync(Lines.Where(line => room.Sight.SeesDossiers(line.Agency, line.Unit, line.Person)).Select(line => line.Dossier), cancellation);
        return Page();
    }

    /// <summary>Who has it, where the asker may know.</summary>
    public string? PersonOf(BoardLine line) =>
        line.Person != 0 && (Subject.Kind == BoardKind.Person || (room.Names.FindUnit(line.Unit) is { } unit && room.Sight.SeesPeopleOf(unit))) ? room.Names.Person(line.Person) : null;
}

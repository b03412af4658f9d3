using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Kernel;
using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.Paths;
using NodaTime;

namespace MinhBach.Monitoring.Boards;

/// <summary>What all boards show: today's state, the last twelve months, and the parts, the worst first.</summary>
internal abstract class BoardPageModel(BoardRoom room) : PageModel
{
    private const int MostParts = 50;

    public BoardFigures Figures { get; private set; } = null!;

    public BoardSubject Subject { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<BoardSection> Sections { get; private set; } = [];

    /// <summary>Boards on the way up, the widest first.</summary>
    public IReadOnlyList<(string Name, string Address)> Way { get; private set; } = [];

    public BoardNames Names => room.Names;

    /// <summary>On the city's board: the ones nearest to the asker.</summary>
    public IEnumerable<(string Sentence, BoardSubject Subject)> Nearest => Subject.Kind == BoardKind.City ? room.Sight.Nearest() : [];

    /// <summary>On the city's board: whether the asker is shown the way to the integrity watch.</summary>
    public bool LeadsToIntegrity => Subject.Kind == BoardKind.City && room.Sight.SeesIntegrity;

    /// <summary>The address of the things behind a count.</summary>
    public string List(BoardMeasure measure) => room.Names.ListAddress(Subject, measure);

    /// <summary>The same for programs; null for persons, whom the API does not tell apart.</summary>
    public string? ApiAddress => Subject.Kind == BoardKind.Person ? null : room.Names.ApiAddress(Subject);

    /// <summary>On a procedure's board: where its diagram is, and what stands on each step.</summary>
    public ProcessMap? Map { get; private set; }

    /// <summary>On a procedure's board: the ways that dossiers went.</summary>
    public ProcessPaths? Paths { get; private set; }

    /// <summary>What a step of <see cref="Paths"/> is called.</summary>
    public string StepName(int number, string outside) => number == WalkedPaths.Outside ? outside : room.Names.Step(number);

    /// <summary>What a share or an average says.</summary>
    public string Say(BoardAverage average)
    {
        ArgumentNullException.ThrowIfNull(average);
        if (average.Value(Figures) is not { } value) return "–";
        return average.In switch
        {
            AverageIn.Share => room.Words.Percent(value, 1),
            AverageIn.TimesPerDossier => room.Words["{0} lần mỗi hồ sơ có kết quả", room.Words.Number((decimal)value, 2)],
            AverageIn.ThingsPerDay => room.Words["{0} trong mỗi ngày, {1} ngày làm việc", room.Words.Number((decimal)value, 2), Figures.WorkingDays],
        };
    }

    /// <summary>What times say.</summary>
    public string Say(BoardSpread time, Spread spread)
    {
        ArgumentNullException.ThrowIfNull(time);
        string Told(double seconds) => time.IsWorkingTime ? room.Words.WorkTime(seconds) : room.Words["{0} ngày lịch", room.Words.Number((decimal)(seconds / NodaConstants.SecondsPerDay), 1)];
        return room.Words["một nửa trong {0}, 3 trên 4 trong {1}, 9 trên 10 trong {2}, trung bình {3}", Told(spread.P50), Told(spread.P75), Told(spread.P90), Told(spread.Mean)];
    }

    protected IActionResult Show(string? kind, string? key)
    {
        if (room.Names.Find(kind, key) is not { } subject) return NotFound();
        Subject = subject;
        Name = room.Names.Of(subject);
        var period = ReportingPeriod.YearTo(room.Clock.Today());
        Figures = room.Boards.Of(subject, period);
        Sections = [.. SectionsOf(subject).Select(section => new BoardSection(section.Title, section.By, Limited(subject, period, section.By), section.Part))];
        Way = [.. WayTo(subject)];
        if (subject.Kind == BoardKind.Procedure) (Map, Paths) = (room.Names.MapOf(subject.Id, Sections.Single(section => section.By == Dimension.Step).Parts), room.Boards.PathsOf(subject.Id, period));
        return Page();
    }

    private IReadOnlyList<BoardPart> Limited(BoardSubject subject, ReportingPeriod period, Dimension by) => room.Boards.Parts(subject, period, by) is var parts && by == Dimension.Step ? parts : [.. parts.Take(MostParts)];

    private IEnumerable<(string Title, Dimension By, BoardKind? Part)> SectionsOf(BoardSubject subject)
    {
        if (subject.Kind is BoardKind.City or BoardKind.Procedure) yield return ("Theo cơ quan", Dimension.Agency, BoardKind.Agency);
        if (subject.Kind == BoardKind.Agency) yield return ("Theo đơn vị", Dimension.Unit, BoardKind.Unit);
        if (subject.Kind == BoardKind.Unit && SeesPeople(subject.Id)) yield return ("Theo người", Dimension.Person, BoardKind.Person);
        if (subject.Kind == BoardKind.Procedure) yield return ("Theo bước", Dimension.Step, null);
        else yield return ("Theo thủ tục", Dimension.Procedure, BoardKind.Procedure);
    }

    private bool SeesPeople(long unit) => room.Names.FindUnit(unit) is { } found && room.Sight.SeesPeopleOf(found);

    private IEnumerable<(string Name, string Address)> WayTo(BoardSubject subject)
    {
        if (subject.Kind != BoardKind.City) yield return (room.Names.Of(BoardSubject.City), room.Names.Address(BoardSubject.City));
        if (room.Names.UnitAbove(subject, room.Clock.Today()) is not { } unit) yield break;
        var agency = new BoardSubject(BoardKind.Agency, unit.Agency.Value);
        yield return (room.Names.Of(agency), room.Names.Address(agency));
        if (subject.Kind != BoardKind.Person) yield break;
        var above = new BoardSubject(BoardKind.Unit, unit.Id.Value);
        yield return (room.Names.Of(above), room.Names.Address(above));
    }
}

/// <summary>One table of parts.</summary>
/// <param name="Title">Its heading (a Vietnamese sentence for the words).</param>
/// <param name="By">Along what the parts are told apart.</param>
/// <param name="Parts">The parts, the worst first.</param>
/// <param name="Kind">What kind of board each part has; null when it has none.</param>
internal sealed record BoardSection(string Title, Dimension By, IReadOnlyList<BoardPart> Parts, BoardKind? Kind)
{
    /// <summary>Whether its parts tell how many dossiers they worked on.</summary>
    public bool HasHandled => By is Dimension.Unit or Dimension.Person;
}

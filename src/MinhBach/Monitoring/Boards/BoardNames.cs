using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.History;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Monitoring.Boards;

/// <summary>What people call the things that boards count, and where their boards are.</summary>
internal sealed class BoardNames(OrganizationLookup organization, ProcedureCatalog catalog, HistoryShelf history, Words words)
{
    public string Agency(long id) => organization.Current.FindAgency(new(id))?.Name ?? words["Cơ quan {0}", id];

    public string Unit(long id) => organization.Current.FindUnit(new(id))?.Name ?? words["Đơn vị {0}", id];

    public string Person(long id) => organization.Current.FindPerson(new(id))?.Name ?? words["Người {0}", id];

    /// <summary>The newest name of the step behind a number on the boards.</summary>
    public string Step(long number)
    {
        var steps = history.Data.StepNames.All;
        var named = steps[(int)number];
        foreach (var step in steps)
        {
            if (step.Procedure == named.Procedure && step.Node == named.Node) named = step;
        }

        return named.Name;
    }

    /// <summary>The process of a procedure with what happened in its steps.</summary>
    public ProcessMap? MapOf(long procedure, IReadOnlyList<BoardPart> steps) => catalog.Newest(new(procedure)) is not { } newest
        ? null
        : ProcessMap.Of(
            $"/thu-tuc/{newest.Code}/quy-trinh.bpmn",
            [.. steps.Select(step => (history.Data.StepNames.All[(int)step.Key].Node, step))],
            step => words.Number(step.Ended!.Count) + " · " + words.WorkTime(step.Ended.Work.Mean + step.Ended.Wait.Mean));

    public Unit? FindUnit(long id) => organization.Current.FindUnit(new(id));

    /// <summary>The unit itself, or the first one where a person holds a post; null for all else.</summary>
    public Unit? UnitAbove(BoardSubject subject, LocalDate today) => subject.Kind switch
    {
        BoardKind.Unit => FindUnit(subject.Id),
        BoardKind.Person => organization.Current.PostsOf(new PersonId(subject.Id), today) is [var held, ..] ? organization.Current.Unit(held.Post.Unit) : null,
        BoardKind.City or BoardKind.Agency or BoardKind.Procedure => null,
    };

    public string Procedure(long id) => catalog.Newest(new(id)) is { } newest ? newest.Code + " " + newest.Name : words["Thủ tục {0}", id];

    public string Of(BoardSubject subject) => subject.Kind switch
    {
        BoardKind.City => words["Toàn Thành phố"],
        BoardKind.Agency => Agency(subject.Id),
        BoardKind.Unit => Unit(subject.Id),
        BoardKind.Person => Person(subject.Id),
        BoardKind.Procedure => Procedure(subject.Id),
    };

    /// <summary>What a part of a board is called.</summary>
    public string Of(Dimension dimension, long key) => dimension switch
    {
        Dimension.Agency => Agency(key),
        Dimension.Unit => Unit(key),
        Dimension.Person => Person(key),
        Dimension.Procedure => Procedure(key),
        Dimension.Step => Step(key),
        Dimension.Month => System.FormattableString.Invariant($"{key % 100:00}/{key / 100}"),
    };

    /// <summary>The key of a part for programs: official codes where there are any.</summary>
    public string CodeOf(Dimension dimension, long key) => dimension switch
    {
        Dimension.Agency => organization.Current.FindAgency(new(key))?.Code ?? "",
        Dimension.Procedure => catalog.Newest(new(key))?.Code ?? "",
        Dimension.Step => history.Data.StepNames.All[(int)key].Node,
        Dimension.Unit or Dimension.Person or Dimension.Month => key.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>The address of a board.</summary>
    public string Address(BoardSubject subject) => subject.Kind switch
    {
        BoardKind.City => "/theo-doi",
        BoardKind.Agency => "/theo-doi/co-quan/" + (organization.Current.FindAgency(new(subject.Id))?.Code ?? "-"),
        BoardKind.Unit => System.FormattableString.Invariant($"/theo-doi/don-vi/{subject.Id}"),
        BoardKind.Person => System.FormattableString.Invariant($"/theo-doi/ca-nhan/{subject.Id}"),
        BoardKind.Procedure => "/theo-doi/thu-tuc/" + (catalog.Newest(new(subject.Id))?.Code ?? "-"),
    };

    /// <summary>The address of the things behind a count.</summary>
    public string ListAddress(BoardSubject subject, BoardMeasure measure, string? after = null)
    {
        var parts = Address(subject).Split('/');
        var query = QueryString.Empty;
        if (parts is [_, _, var kind, var key]) query = query.Add("loai", kind).Add("ma", key);
        if (after is not null) query = query.Add("sau", after);
        return "/theo-doi/danh-sach/" + measure.Slug + query;
    }

    /// <summary>The board for programs.</summary>
    public string ApiAddress(BoardSubject subject) => "/api/v1/statistics/work" + (subject.Kind switch
    {
        BoardKind.Agency => "?groupBy=unit&agency=" + CodeOf(Dimension.Agency, subject.Id),
        BoardKind.Unit => "?groupBy=procedure&unit=" + CodeOf(Dimension.Unit, subject.Id),
        BoardKind.Procedure => "?groupBy=step&procedure=" + CodeOf(Dimension.Procedure, subject.Id),
        BoardKind.City or BoardKind.Person => "",
    });

    /// <summary>The subject that an address names; null when there is none.</summary>
    public BoardSubject? Find(string? kind, string? key)
    {
        if (kind is null) return BoardSubject.City;
        if (key is null) return null;
        var map = organization.Current;
        var number = long.TryParse(key, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0;
        return kind switch
        {
            "co-quan" => map.AgencyByCode(key) is { } agency ? new(BoardKind.Agency, agency.Id.Value) : null,
            "don-vi" => map.FindUnit(new(number)) is { } unit ? new(BoardKind.Unit, unit.Id.Value) : null,
            "ca-nhan" => map.FindPerson(new(number)) is { } person ? new(BoardKind.Person, person.Id.Value) : null,
            "thu-tuc" => catalog.Versions(key) is [.., var newest] ? new(BoardKind.Procedure, newest.ProcedureId.Value) : null,
            _ => null,
        };
    }
}

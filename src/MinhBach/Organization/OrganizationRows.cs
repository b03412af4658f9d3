using System.Text.Json;
using MinhBach.Kernel;

namespace MinhBach.Organization;

/// <summary>Between the model and its rows.</summary>
internal static class OrganizationRows
{
    public static AgencyRow Row(Agency agency) => new(
        agency.Id.Value, agency.Code, agency.Identifier, agency.Name, Word(agency.Level), agency.Parent?.Value, agency.From, agency.To,
        Text(agency.Fields), agency.Address, agency.Phone, Text(agency.FormerNames), agency.Revision, DeskHours.Stored(agency.DeskHours));

    public static UnitRow Row(Unit unit) => new(
        unit.Id.Value, unit.Agency.Value, unit.Name, Word(unit.Kind), unit.Phone, Text(unit.Fields), unit.From, unit.To,
        Text(unit.FormerNames), unit.Revision);

    public static PostRow Row(Post post) => new(post.Id.Value, post.Unit.Value, post.Name, PostRoles.Key(post.Role), post.From, post.To, post.Revision);

    public static PersonRow Row(Person person) => new(person.Id.Value, person.Name, person.Phone, person.Email);

    public static HoldingRow Row(Holding holding) => new(holding.Post.Value, holding.Person.Value, holding.From, holding.To);

    public static DelegationRow Row(Delegation lent) =>
        new(lent.Id, lent.Post.Value, lent.To.Value, lent.From, lent.Until, Word(lent.Kind), lent.Reason);

    public static SuccessionRow Row(Succession succession) =>
        new(succession.From.Value, succession.To.Value, succession.On, succession.Part ? 1 : 0, succession.Basis);

    public static Agency Read(AgencyRow row) => new(
        new(row.Id), row.Code, row.Identifier, row.Name, Enum.Parse<AgencyLevel>(row.Level, ignoreCase: true),
        row.ParentId is { } parent ? new AgencyId(parent) : null, row.ValidFrom, row.ValidTo, List<string>(row.Fields), row.Address, row.Phone)
    {
        FormerNames = List<FormerName>(row.FormerNames),
        DeskHours = DeskHours.Read(row.DeskHours),
        Revision = row.Revision,
    };

    public static Unit Read(UnitRow row) => new(
        new(row.Id), new(row.AgencyId), row.Name, Enum.Parse<UnitKind>(row.Kind, ignoreCase: true), row.Phone, List<string>(row.Fields),
        row.ValidFrom, row.ValidTo)
    {
        FormerNames = List<FormerName>(row.FormerNames),
        Revision = row.Revision,
    };

    public static Post Read(PostRow row) =>
        new(new(row.Id), new(row.UnitId), row.Name, PostRoles.Parse(row.Role), row.ValidFrom, row.ValidTo) { Revision = row.Revision };

    public static Person Read(PersonRow row) => new(new(row.Id), row.Name, row.Phone, row.Email);

    public static Holding Read(HoldingRow row) => new(new(row.PostId), new(row.PersonId), row.ValidFrom, row.ValidTo);

    public static Delegation Read(DelegationRow row) => new(
        row.Id, new(row.PostId), new(row.PersonId), row.ValidFrom, row.ValidTo, Enum.Parse<DelegationKind>(row.Kind, ignoreCase: true), row.Reason);

    public static Succession Read(SuccessionRow row) => new(new(row.FromId), new(row.ToId), row.SinceDay, row.Part != 0, row.Basis);

    // Most lists are empty; one shared text and one shared list serve them all.
    private static string Text<T>(IReadOnlyList<T> list) => list.Count == 0 ? "[]" : JsonSerializer.Serialize(list, KernelJson.Options);

    private static IReadOnlyList<T> List<T>(string text) => text == "[]" ? [] : JsonSerializer.Deserialize<List<T>>(text, KernelJson.Options)!;

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

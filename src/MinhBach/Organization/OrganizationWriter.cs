using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization;

/// <summary>What one change of the organisation sees and does: the map of now, and puts that become rows and the next map.</summary>
internal sealed class OrganizationWriter(WriteSession session, OrganizationMap map)
{
    private static readonly TablePut<AgencyRow> Agencies = new("organization_agency", "id");
    private static readonly TablePut<UnitRow> Units = new("organization_unit", "id");
    private static readonly TablePut<PostRow> Posts = new("organization_post", "id");
    private static readonly TablePut<PersonRow> People = new("organization_person", "id");
    private static readonly TablePut<HoldingRow> Holdings = new("organization_holding", "post_id", "person_id", "valid_from");
    private static readonly TablePut<DelegationRow> Delegations = new("organization_delegation", "id");
    private static readonly TablePut<SuccessionRow> Successions = new("organization_succession", "from_id", "to_id");
    private static readonly TablePut<StateRow> State = new("organization_state", "id");

    private OrganizationData put = new();

    public WriteSession Session => session;

    public OrganizationMap Map => map;

    public LocalDate Today { get; } = session.Now.DateInCity();

    public OrganizationData Put => put;

    public ValueTask<long> NextIdAsync() => session.NextIdAsync();

    /// <summary>Puts everything in the lists, new or changed; a changed one already carries its next revision.</summary>
    /// <exception cref="RuleBroken">Somebody changed one of them in the meantime.</exception>
    public async ValueTask PutAsync(OrganizationData data)
    {
        put = put.With(data);
        var followed = await Agencies.PutAsync(session, [.. data.Agencies.Select(OrganizationRows.Row)])
            & await Units.PutAsync(session, [.. data.Units.Select(OrganizationRows.Row)])
            & await Posts.PutAsync(session, [.. data.Posts.Select(OrganizationRows.Row)])
            & await People.PutAsync(session, [.. data.People.Select(OrganizationRows.Row)])
            & await Holdings.PutAsync(session, [.. data.Holdings.Select(OrganizationRows.Row)])
            & await Delegations.PutAsync(session, [.. data.Delegations.Select(OrganizationRows.Row)])
            & await Successions.PutAsync(session, [.. data.Successions.Select(OrganizationRows.Row)]);
        if (!followed) throw Changed();
    }

    public static RuleBroken Changed() =>
        new("organization.changed", "Người khác vừa sửa mục này. Hãy xem lại cả hai bản rồi lưu lại.");

    /// <summary>Writes the event; the whole organisation is one stream.</summary>
    public async ValueTask JournalAsync(object occurred, Actor actor, bool? demo = null)
    {
        var state = await session.Sql("SELECT demo, last_sequence FROM organization_state WHERE id = 1")
            .FirstAsync(row => new StateRow(1, row.GetInt64(0), row.IsDBNull(1) ? null : row.GetInt64(1)));
        var sequence = await session.AppendAsync("organization", 1, state?.LastSequence, occurred, actor);
        await State.PutAsync(session, [new(1, demo is { } marked ? (marked ? 1 : 0) : state?.Demo ?? 0, sequence)]);
    }
}

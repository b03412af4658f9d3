using MinhBach.Bpmn;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Organization.Calendars;
using MinhBach.Procedures;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Tests.Dossiers;

/// <summary>
/// The life of one dossier, told without a database: <c>Story.At("2026-11-02T09:00").Submit().Receive().Complete() …</c>.
/// Local times are those of the city; the calendar is the real one.
/// </summary>
internal sealed class Story
{
    private static readonly OrganizationMapBuilder Builder = new(new(2017, 1, 1));
    private static readonly AgencyId Ward = Builder.Commune("00004", "Phường Ba Đình");
    private static readonly AgencyId Department = Builder.Department("so-tu-phap", "Sở Tư pháp");
    private static readonly OrganizationMap Map = Builder.Build();

    private readonly DossierContext context;
    private Dossier dossier = new() { Id = new(1) };

    private Story(Instant now, Term? term, IReadOnlyList<TableStep> steps)
    {
        Now = now;
        var xml = BpmnXml.Write(new ProcessTable(steps).ToBpmn("p", "Đăng ký"));
        var one = new ProcedureCase("chung", "Chung", term, null, [], []);
        var version = new ProcedureVersion
        {
            Id = new(1),
            ProcedureId = new(1),
            Code = "1.000001",
            Number = 1,
            Name = "Đăng ký",
            Field = "Hộ tịch",
            Levels = [ProcedureLevel.Commune],
            Audiences = [],
            OnlineLevel = OnlineLevel.Full,
            EffectiveFrom = new(2017, 1, 1),
            Cases = [one],
            ProcessXml = xml,
            Source = ProcedureSource.Starter,
        };
        context = new(version, one, ProcessModel.Compile(BpmnXml.Read(xml)).Model!, VietnamCalendars.National, Map);
    }

    public static IReadOnlyList<TableStep> Plain { get; } =
    [
        new("nhan", "Tiếp nhận, chuyển hồ sơ", "one-stop-officer", "one-stop", 4),
        new("tham-dinh", "Thẩm định", "specialist", "processing-unit", 16),
        new("duyet", "Trưởng phòng duyệt", "head-of-unit", "processing-unit", 4),
        new("ky", "Ký", "leader", "leadership", 4),
        new("tra", "Trả kết quả", "one-stop-officer", "one-stop", 4),
    ];

    public Instant Now { get; private set; }

    public Dossier Dossier => dossier;

    public List<DossierEvent> Events { get; } = [];

    public IEnumerable<string> OpenSteps => dossier.Open.Values.Select(step => step.Name);

    public LocalDate DueDate => dossier.Clock!.CurrentDue.Date;

    public static Story At(string local, Term? term = null, IReadOnlyList<TableStep>? steps = null) => new(Moment(local), term ?? Term.WorkingDays(5), steps ?? Plain);

    public Story OnThe(string local)
    {
        Now = Moment(local);
        return this;
    }

    public Story Submit(Channel channel = Channel.Online) => Do(Citizen, decision => decision.Submit("H26.1-261122-0001", Ward.Value, channel, "chung"));

    public Story Receive() => Do(As(PostRole.OneStopOfficer), decision => decision.Receive());

    public Story Complete(PostRole by = PostRole.Specialist, string? choice = null) =>
        Do(As(by), decision => decision.CompleteStep(decision.After.Open.Values.First(step => !step.IsOpinion).Task, choice, "Xong."));

    public Story AskFor(params string[] items) => Do(As(dossier.IsReceived ? PostRole.Specialist : PostRole.OneStopOfficer), decision => decision.RequestSupplement(items, "Thiếu giấy tờ."));

    public Story Supply() => Do(Citizen, decision => decision.Supply());

    public Story Do(Actor actor, Action<Decision> decide)
    {
        var decision = new Decision(dossier, context, actor, Now);
        decide(decision);
        dossier = DossierState.Read(DossierStateWriter.Write(decision.After), new Dossier
        {
            Id = decision.After.Id,
            Code = decision.After.Code,
            Version = decision.After.Version,
            CaseKey = decision.After.CaseKey,
            Agency = decision.After.Agency,
            Channel = decision.After.Channel,
            Status = decision.After.Status,
            SubmittedAt = decision.After.SubmittedAt,
            ReceivedAt = decision.After.ReceivedAt,
            CompletedAt = decision.After.CompletedAt,
            ReturnedAt = decision.After.ReturnedAt,
            Outcome = decision.After.Outcome,
        });
        AssertKept(decision.After, dossier);
        Events.AddRange(decision.Events);
        return this;
    }

    // Every story is written down and read again at each of its steps: nothing of a dossier may get lost on the way.
    private static void AssertKept(Dossier written, Dossier read)
    {
        Assert.Equal(written.Clock?.Entries.AsEnumerable(), read.Clock?.Entries);
        Assert.Equal(written.Open.Values, read.Open.Values);
        Assert.Equal(written.Done, read.Done);
        Assert.Equal(written.Supplement?.Items.AsEnumerable(), read.Supplement?.Items);
        // Records compare arrays and dictionaries by reference: what was compared above is left out here.
        Assert.Equal(
            written with { Clock = null, Open = read.Open, Done = read.Done, Supplement = written.Supplement is { } asked ? asked with { Items = [] } : null },
            read with { Clock = null, Supplement = read.Supplement is { } same ? same with { Items = [] } : null });
    }

    public void Refused(string code, Actor actor, Action<Decision> decide)
    {
        var before = dossier;
        Assert.Equal(code, Assert.Throws<RuleBroken>(() => Do(actor, decide)).Code);
        Assert.Same(before, dossier);
    }

    public static Actor Citizen { get; } = new(ActorKind.Citizen, "Nguyễn Văn An");

    public static AgencyId OtherAgency => Department;

    public static Actor As(PostRole role, AgencyId? agency = null)
    {
        var day = new LocalDate(2026, 1, 5);
        var post = Map.UnitsOf(agency ?? Ward, day).SelectMany(unit => Map.PostsOf(unit.Id, day)).First(item => item.Role == role);
        var holder = Map.HoldersOf(post.Id, day)[0];
        return new(ActorKind.Official, holder.Person.Name, holder.Person.Id.Value, post.Id.Value, post.Unit.Value, (agency ?? Ward).Value);
    }

    private static Instant Moment(string local) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(CityTime.Zone).ToInstant();
}

using MinhBach.Dossiers;
using MinhBach.Dossiers.Check;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.Tests.Dossiers;

/// <summary>The verbs on the real application and both databases.</summary>
public sealed class VerbFacts
{
    [Theory, BothDatabases]
    public async Task A_starter_procedure_is_filed_and_worked_to_its_end(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var work = new Work(city);

        var change = await work.SubmitAsync("1.001193");
        change = await work.FinishAsync(change.Id);

        Assert.Equal(DossierStatus.Returned, change.Status);
        var view = (await city.Service<DossierLookup>().FindAsync(change.Code, TestContext.Current.CancellationToken))!;
        Assert.Equal(DossierOutcome.Granted, view.Outcome);
        Assert.All(view.Steps, step => Assert.False(step.IsOpen));
        Assert.Equal("dossier.submitted", view.History[0].Name);
        Assert.Contains(view.History, entry => entry.Name == "dossier.resultReturned");
        Assert.Empty(view.ToCome);
    }

    [Theory, BothDatabases]
    public async Task Tables_and_journal_tell_the_same_moments_though_the_clock_goes_on(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        city.Clock.Step = Duration.FromMilliseconds(1);
        var work = new Work(city);

        await work.FinishAsync((await work.SubmitAsync("1.001193")).Id);

        Assert.Empty((await city.Service<CheckDossiers>().RunAsync(cancellation: TestContext.Current.CancellationToken)).Findings);
    }

    [Theory, BothDatabases]
    public async Task Codes_of_a_day_have_no_gap_though_some_submissions_fail(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var work = new Work(city);

        var filed = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            try
            {
                return i % 5 == 0
                    ? await city.Service<SubmitDossier>().RunAsync(work.Submission("1.001193") with { Applicant = new(ApplicantKind.Citizen, null!) }, Story.Citizen)
                    : await work.SubmitAsync("1.001193");
            }
            catch (Exception refused) when (refused is not RuleBroken)
            {
                return null;
            }
        }));

        var codes = filed.OfType<DossierChange>().Select(change => change.Code).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(32, codes.Count);
        Assert.Equal(Enumerable.Range(1, 32).Select(n => $"{work.Agency.Identifier}-261117-{n:D4}"), codes);
    }

    [Theory, BothDatabases]
    public async Task A_double_submission_gives_one_dossier(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var work = new Work(city);
        var once = new IdempotencyKey("draft:abc", "x");

        var both = await Task.WhenAll(work.SubmitAsync("1.001193", once), work.SubmitAsync("1.001193", once));

        Assert.Equal(both[0].Id, both[1].Id);
        Assert.Equal(both[0].Code, both[1].Code);
    }

    [Theory, BothDatabases]
    public async Task Two_people_acting_on_one_revision_do_not_both_win(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var work = new Work(city);
        var change = await work.SubmitAsync("1.001193");
        var desk = work.ActorFor(change.Id, (await work.ViewAsync(change.Id)).Now.Single());

        var first = city.Service<ReceiveDossier>().RunAsync(change.Id, desk, change.Revision);
        var second = city.Service<DeclineDossier>().RunAsync(change.Id, "Thiếu giấy tờ.", desk, change.Revision);

        await first;
        Assert.Equal("dossier.changed", (await Assert.ThrowsAsync<RuleBroken>(() => second)).Code);
    }

    [Theory, BothDatabases]
    public async Task An_unanswered_supplement_is_closed_by_the_clock(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var work = new Work(city);
        var change = await work.SubmitAsync("1.001193");
        var step = (await work.ViewAsync(change.Id)).Now.Single();
        await city.Service<RequestSupplement>().RunAsync(change.Id, ["Giấy chứng sinh"], "Thiếu.", work.ActorFor(change.Id, step));

        city.Clock.Advance(Duration.FromDays(17));
        await city.Service<DossierTimers>().WakeDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(DossierStatus.Stopped, (await work.ViewAsync(change.Id)).Status);
    }

    /// <summary>People of one ward doing their work.</summary>
    internal sealed class Work(TestCity city)
    {
        private readonly OrganizationMap map = city.Service<OrganizationLookup>().Current;
        private readonly LocalDate today = city.Service<TimeProvider>().Today();

        public Agency Agency { get; } = city.Service<OrganizationLookup>().Current.Agencies.First(agency => agency.Level == AgencyLevel.Commune);

        public Submission Submission(string code)
        {
            var procedure = city.Service<ProcedureCatalog>().TryFind(code, today)!;
            return new()
            {
                Version = procedure.Id,
                CaseKey = procedure.Cases[0].Key,
                Agency = Agency.Id,
                Channel = Channel.Online,
                Applicant = new(ApplicantKind.Citizen, "Nguyễn Thị Hồng Hạnh", Phone: "0900000000"),
                Answers = new Dictionary<string, string> { ["request"] = "Đăng ký khai sinh cho con" },
            };
        }

        public Task<DossierChange> SubmitAsync(string code, IdempotencyKey? once = null) => city.Service<SubmitDossier>().RunAsync(Submission(code), Story.Citizen, once);

        public async Task<DossierView> ViewAsync(DossierId id) => (await city.Service<DossierLookup>().FindAsync(id, TestContext.Current.CancellationToken))!;

        public Actor ActorFor(DossierId id, StepView step)
        {
            var post = map.PostsOf(new UnitId(step.Unit), today).First(item => step.Role is null || PostRoles.Key(item.Role) == step.Role);
            var holder = map.HoldersOf(post.Id, today)[0];
            return new(ActorKind.Official, holder.Person.Name, holder.Person.Id.Value, post.Id.Value, step.Unit, step.Agency);
        }

        /// <summary>Takes it in and does every step until the result is returned.</summary>
        public async Task<DossierChange> FinishAsync(DossierId id)
        {
            for (var steps = 0; steps < 40; steps++)
            {
                var view = await ViewAsync(id);
                if (view.Status.IsClosed()) return new(id, view.Code, view.Status, view.Revision);
                var step = view.Now.First();
                var actor = ActorFor(id, step);
                if (step.IsReception) await city.Service<ReceiveDossier>().RunAsync(id, actor);
                else if (step.IsReturn) await city.Service<ReturnResult>().RunAsync(id, "Trả tại quầy", actor);
                else await city.Service<CompleteStep>().RunAsync(id, step.Task, null, null, actor);
            }

            throw new InvalidOperationException("The dossier did not come to its end.");
        }
    }
}

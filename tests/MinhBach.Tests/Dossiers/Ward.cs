using MinhBach.Accounts.Demo;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;

namespace MinhBach.Tests.Dossiers;

/// <summary>The ward of the demo accounts at work: dossiers brought to where a test needs them, by the people whose turn it is.</summary>
internal sealed class Ward(TestCity city)
{
    public const string Birth = "1.001193";

    private readonly OrganizationMap map = city.Service<OrganizationLookup>().Current;

    public Agency Agency => map.AgencyByCode(DemoAccounts.All.First(account => account.Key == "mot-cua").Agency!)!;

    public Unit Unit(string role) => map.Unit(map.Post(new PostId(As(role).PostId!.Value)).Unit);

    /// <summary>A demo account as an actor, by its key.</summary>
    public Actor As(string key)
    {
        var account = DemoAccounts.All.Single(item => item.Key == key);
        var today = city.Service<TimeProvider>().Today();
        foreach (var unit in map.UnitsOf(map.AgencyByCode(account.Agency!)!.Id, today).Where(unit => unit.Name.StartsWith(account.Unit!, StringComparison.Ordinal)))
        {
            foreach (var post in map.PostsOf(unit.Id, today).Where(post => post.Role == account.Role))
            {
                if (map.HolderOf(post.Id, today) is { } person) return new(ActorKind.Official, person.Name, person.Id.Value, post.Id.Value, unit.Id.Value, unit.Agency.Value);
            }
        }

        throw new InvalidOperationException($"Nobody holds the post of {key}.");
    }

    public Task<DossierChange> SubmitAsync(string applicant = "Nguyễn Thị Hồng Hạnh", Channel channel = Channel.Online, bool receive = false)
    {
        var procedure = city.Service<ProcedureCatalog>().TryFind(Birth, city.Service<TimeProvider>().Today())!;
        var submission = new Submission
        {
            Version = procedure.Id,
            CaseKey = procedure.Cases[0].Key,
            Agency = Agency.Id,
            Channel = channel,
            Applicant = new(ApplicantKind.Citizen, applicant, NationalId: "001199000001", Phone: "0912345678", Address: "Số 1 Hoàng Hoa Thám"),
            Papers = [new("giay-chung-sinh", "Giấy chứng sinh", PaperForm.Original)],
        };
        return city.Service<SubmitDossier>().RunAsync(submission, receive ? As("mot-cua") : Story.Citizen, receive: receive);
    }

    /// <summary>Received and handed over: on the desk of the unit that works on it.</summary>
    public async Task<DossierChange> WorkingAsync(string applicant = "Nguyễn Thị Hồng Hạnh")
    {
        var change = await SubmitAsync(applicant, Channel.Direct, receive: true);
        return await city.Service<CompleteStep>().RunAsync(change.Id, 1, null, null, As("mot-cua"));
    }

    public async Task<DossierView> ViewAsync(DossierChange change) => (await city.Service<DossierLookup>().FindAsync(change.Id, TestContext.Current.CancellationToken))!;

    /// <summary>Every step done by somebody whose step it is, until the result waits at the desk.</summary>
    public async Task<DossierChange> DecidedAsync()
    {
        var change = await WorkingAsync();
        for (var steps = 0; steps < 40; steps++)
        {
            var view = await ViewAsync(change);
            if (view.Status == DossierStatus.Completed) return new(view.Id, view.Code, view.Status, view.Revision);
            var step = view.Now.First();
            await city.Service<CompleteStep>().RunAsync(view.Id, step.Task, null, null, new VerbFacts.Work(city).ActorFor(view.Id, step));
        }

        throw new InvalidOperationException("The dossier was not decided.");
    }
}

using Microsoft.EntityFrameworkCore;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Tests.Dossiers;

/// <summary>All officials of a city at work at once: whatever lies on any desk is done by somebody whose post it is.</summary>
internal sealed class Workforce(TestCity city)
{
    // Below what a lane lets wait.
    private const int AtOnce = 256;

    private readonly OrganizationMap map = city.Service<OrganizationLookup>().Current;
    private readonly LocalDate today = city.Service<TimeProvider>().Today();

    /// <summary>Hands in every given case of a procedure, at the agency whose level and field it is.</summary>
    public async Task SubmitAsync(IEnumerable<(ProcedureVersion Procedure, ProcedureCase Case)> wanted)
    {
        var submit = city.Service<SubmitDossier>();
        foreach (var part in wanted.Chunk(AtOnce))
            await Task.WhenAll(part.Select((one, turn) => submit.RunAsync(Submission(one.Procedure, one.Case, turn), Story.Citizen)));
    }

    /// <summary>Receives, does step after step and returns results until nothing lies anywhere.</summary>
    public async Task WorkToTheEndAsync()
    {
        for (var round = 0; round < 20; round++)
        {
            var steps = await city.ScopedAsync<CityDb, List<Waiting>>(db => (
                from dossier in db.Set<DossierRow>()
                where dossier.Status != (int)DossierStatus.Returned
                from task in db.Set<TaskRow>().Where(task => task.DossierId == dossier.Id && task.EndedAt == null).DefaultIfEmpty()
                select new Waiting(dossier.Id, dossier.AgencyId, (DossierStatus)dossier.Status, task.Task, task.UnitId, task.Role)).ToListAsync());
            if (steps.Count == 0) return;
            foreach (var part in steps.Chunk(AtOnce)) await Task.WhenAll(part.Select(WorkAsync));
        }

        throw new InvalidOperationException("Some dossiers did not come to their end in twenty rounds.");
    }

    private Submission Submission(ProcedureVersion procedure, ProcedureCase one, int turn)
    {
        var agencies = map.Agencies.Where(agency => agency.Stands(today) && agency.Level == AgencyLevel.Commune).ToList();
        var agency = procedure.Levels.Contains(ProcedureLevel.Commune)
            ? agencies[turn % agencies.Count]
            : map.DepartmentFor(procedure.Field) ?? map.Agencies.First(agency => agency.Level == AgencyLevel.Department);
        return new()
        {
            Version = procedure.Id,
            CaseKey = one.Key,
            Agency = agency.Id,
            Channel = one.Channels is [var first, ..] ? first.Channel : Channel.Online,
            Applicant = new(ApplicantKind.Citizen, "Nguyễn Thị Hồng Hạnh", Phone: "0900000000"),
            Papers = [.. one.Papers.Select(paper => new SubmittedPaper(paper.Key, paper.Name, PaperForm.Copy))],
        };
    }

    private Task<DossierChange> WorkAsync(Waiting step)
    {
        var id = new DossierId(step.Dossier);
        var actor = step.Task is null ? Anybody(step.Agency) : Holder(step.Unit!.Value, step.Role);
        return step switch
        {
            { Status: DossierStatus.Completed } => city.Service<ReturnResult>().RunAsync(id, "Trả tại quầy", actor),
            { Task: <= 0 } => city.Service<ReceiveDossier>().RunAsync(id, actor),
            { Task: { } task } => city.Service<CompleteStep>().RunAsync(id, task, null, null, actor),
            _ => throw new InvalidOperationException($"Dossier {step.Dossier} is “{step.Status.Name()}” and lies on no desk."),
        };
    }

    private Actor Holder(long unit, string? role) =>
        ActorOf(map.PostsOf(new UnitId(unit), today).First(post => role is null || PostRoles.Key(post.Role) == role));

    private Actor Anybody(long agency) =>
        ActorOf(map.UnitsOf(new AgencyId(agency), today).SelectMany(unit => map.PostsOf(unit.Id, today)).First());

    private Actor ActorOf(Post post)
    {
        var person = map.HoldersOf(post.Id, today)[0].Person;
        var unit = map.Unit(post.Unit);
        return new(ActorKind.Official, person.Name, person.Id.Value, post.Id.Value, unit.Id.Value, unit.Agency.Value);
    }

    private sealed record Waiting(long Dossier, long Agency, DossierStatus Status, int? Task, long? Unit, string? Role);
}

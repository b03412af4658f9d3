using MinhBach.Kernel;
using MinhBach.Organization;

namespace MinhBach.Dossiers;

/// <summary>Who may work on a step. Whoever reads is decided in the queries; whoever acts is decided here.</summary>
internal static class Rights
{
    /// <summary>The step's unit works on it; its head and the agency's leaders may step in.</summary>
    public static void RequireWork(this Decision decision, OpenStep step)
    {
        if (MayWork(decision, step)) return;
        throw new RuleBroken("step.notYours", "Bước “{0}” thuộc đơn vị khác; anh/chị không có quyền xử lý.", step.Name);
    }

    /// <summary>Nobody approves their own step.</summary>
    public static void RequireOtherEyes(this Decision decision, OpenStep step)
    {
        if (step.Role is not ("head-of-unit" or "leader") || decision.Actor.PersonId is not { } person) return;
        if (decision.After.Done.Exists(done => done.Person == person && done.Role == "specialist"))
            throw new RuleBroken("step.own", "Người đã xử lý bước trước không được tự duyệt bước “{0}”.", step.Name);
    }

    /// <summary>Some post of the agency that answers for the dossier.</summary>
    public static void RequireAgency(this Decision decision)
    {
        if (decision.Actor.Kind == ActorKind.System || decision.Actor.AgencyId == decision.After.Agency) return;
        if (decision.Actor.Kind == ActorKind.Official && decision.After.Open.Values.Any(step => MayWork(decision, step))) return;
        throw new RuleBroken("dossier.notYours", "Hồ sơ này thuộc cơ quan khác.");
    }

    /// <summary>Whether somebody may work on a step given to a unit and a role.</summary>
    public static bool MayWork(Actor actor, OrganizationMap organization, long agency, long unit, string? stepRole)
    {
        if (actor.Kind == ActorKind.System) return true;
        if (actor.Kind != ActorKind.Official || actor.PostId is not { } post) return false;
        var role = organization.FindPost(new PostId(post))?.Role;
        if (actor.AgencyId == agency && role == PostRole.Leader) return true;
        return actor.UnitId == unit && (role == PostRole.HeadOfUnit || stepRole is null || role is { } held && PostRoles.Key(held) == stepRole);
    }

    private static bool MayWork(Decision decision, OpenStep step) =>
        MayWork(decision.Actor, decision.Context.Organization, step.Agency, step.Unit, step.Role);
}

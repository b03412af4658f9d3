using Microsoft.AspNetCore.Http.HttpResults;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Dossiers.Api;

/// <summary>Who calls about a dossier, and what of it they may see and do.</summary>
internal sealed class DossierCaller(DossierLookup lookup, CurrentUser user, TrackingSecrets secrets, GuessLimit guesses, IHttpContextAccessor accessor, Words words)
{
    public const string SecretHeader = "X-Tracking-Secret";

    // One request speaks of one dossier; a wrong secret is counted once.
    private bool? checkedSecret;

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>Whether the caller brought the secret printed on the receipt.</summary>
    public bool HasSecret(DossierId id)
    {
        if (checkedSecret is { } known) return known;
        if (Http.Request.Headers[SecretHeader].ToString() is not { Length: > 0 } typed || !guesses.Allows(Http, id)) return false;
        checkedSecret = secrets.Matches(id, typed);
        if (checkedSecret is false) guesses.Wrong(Http, id);
        return checkedSecret.Value;
    }

    /// <summary>The applicant, by secret or account, or an official whose work it is.</summary>
    public bool SeesAll(DossierView view) => HasSecret(view.Id) || Http.User.Allows(ApiScopes.ReadDossiers)
        && (IsOwner(view) || user.Scope.WholeCity || user.Scope.Agencies.Contains(view.Agency)
            || view.Steps.Any(step => user.Scope.Sees(step.Agency, step.Unit) || (step.Person is { } person && person == user.Scope.PersonId)));

    /// <summary>Acts as an official.</summary>
    public async Task<Results<Ok<ChangedDossier>, ProblemHttpResult>> ActAsync(string code, Func<DossierId, Actor, long?, Task<DossierChange>> act) =>
        await lookup.IdOfAsync(code, Http.RequestAborted) is { } id ? await RunAsync(id, user.Actor!, act) : Unknown();

    /// <summary>Acts as the applicant, by secret or account, or as an official for them.</summary>
    public async Task<Results<Ok<ChangedDossier>, ProblemHttpResult>> ActForApplicantAsync(string code, Func<DossierId, Actor, long?, Task<DossierChange>> act)
    {
        if (await lookup.FindAsync(code, Http.RequestAborted) is not { } view) return Unknown();
        if (HasSecret(view.Id) || IsOwner(view)) return await RunAsync(view.Id, new Actor(ActorKind.Citizen, view.Applicant.Name), act);
        return user.Actor is { Kind: ActorKind.Official } official
            ? await RunAsync(view.Id, official, act)
            : TypedResults.Problem(words["Gửi mã tra cứu ghi trên giấy tiếp nhận trong tiêu đề {0}.", SecretHeader], statusCode: StatusCodes.Status403Forbidden);
    }

    public ProblemHttpResult Unknown() => TypedResults.Problem(words["Không có hồ sơ nào có mã này. Kiểm tra lại mã ghi trên giấy tiếp nhận."], statusCode: StatusCodes.Status404NotFound);

    private bool IsOwner(DossierView view) => user.AccountId is { } account && view.Applicant.AccountId == account.Value;

    private async Task<Ok<ChangedDossier>> RunAsync(DossierId id, Actor actor, Func<DossierId, Actor, long?, Task<DossierChange>> act)
    {
        Revisions.TryRead(Http, out var revision);
        var change = await act(id, actor, revision);
        Revisions.Show(Http, change.Revision);
        return TypedResults.Ok(new ChangedDossier(change.Code, (int)change.Status, words[change.Status.Name()], change.Revision));
    }
}

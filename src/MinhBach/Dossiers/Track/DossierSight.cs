using MinhBach.Accounts;

namespace MinhBach.Dossiers;

/// <summary>How much of a dossier somebody may see.</summary>
internal enum Sight
{
    /// <summary>Where it stands, nothing about anybody.</summary>
    Progress,

    /// <summary>Everything, as an official whose work it is.</summary>
    Official,

    /// <summary>Everything, and may act on it: who typed the secret, or the account that handed it in.</summary>
    Applicant,
}

/// <summary>Decides who sees what; every page and download asks here.</summary>
internal sealed class DossierSight(TrackingPass pass, CurrentUser user)
{
    public Sight Of(HttpContext http, DossierView dossier)
    {
        if (pass.IsFor(http, dossier.Id)) return Sight.Applicant;
        if (user.AccountId is { } account && dossier.Applicant.AccountId == account.Value) return Sight.Applicant;
        var scope = user.Scope;
        var isWork = scope.WholeCity || scope.Agencies.Contains(dossier.Agency)
            || dossier.Steps.Any(step => scope.Sees(step.Agency, step.Unit) || (step.Person is { } person && person == scope.PersonId));
        return isWork ? Sight.Official : Sight.Progress;
    }
}

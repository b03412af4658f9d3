using MinhBach.Accounts;

namespace MinhBach.Dossiers;

/// <summary>Which dossiers the signed-in official may open: those of their agency, and those that came over their unit's desk.</summary>
public sealed class DossierAccess(DossierLookup dossiers, CurrentUser user)
{
    /// <summary>The dossier with this code, and whether the person may see it.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<(DossierView Dossier, bool Seen)?> FindAsync(string code, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        return await dossiers.FindAsync(code, cancellation) is { } dossier ? (dossier, Sees(dossier)) : null;
    }

    /// <summary>Whether the person may see a dossier with all that is in it.</summary>
    public bool Sees(DossierView dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var scope = user.Scope;
        return scope.WholeCity || scope.Agencies.Contains(dossier.Agency)
            || dossier.Steps.Any(step => scope.Sees(step.Agency, step.Unit) || (scope.PersonId is { } person && step.Person == person));
    }
}

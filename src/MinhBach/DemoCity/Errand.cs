using MinhBach.Dossiers;

namespace MinhBach.DemoCity;

/// <summary>Something that somebody means to do to a dossier in a slot.</summary>
/// <param name="Life">The dossier.</param>
/// <param name="Official">Whether it needs working hours.</param>
/// <param name="Wanted">Asked when the time has come: the dossier may have gone another way.</param>
/// <param name="Do">Does it.</param>
internal sealed record Errand(Life Life, bool Official, Func<bool> Wanted, Func<Task<DossierChange>> Do);

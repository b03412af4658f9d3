namespace MinhBach.Dossiers;

/// <summary>A decision was made on a dossier that somebody else has changed since; nothing of it may stay.</summary>
internal sealed class StaleDossierException : Exception
{
    public StaleDossierException()
        : base("The dossier has changed since it was read.")
    {
    }
}

namespace MinhBach.Transparency;

/// <summary>Classes of reasons that entries of dossiers give.</summary>
public static class EntryReasons
{
    /// <summary>Of <c>dossier.dueChanged</c>: a later date was promised, with an apology.</summary>
    public const string Extended = "extended";

    /// <summary>Of <c>dossier.dueChanged</c>: the clock stopped.</summary>
    public const string Paused = "paused";

    /// <summary>Of <c>dossier.dueChanged</c>: the clock went on.</summary>
    public const string Resumed = "resumed";

    /// <summary>Of <c>dossier.dueChanged</c>: the term began anew.</summary>
    public const string Restarted = "restarted";

    /// <summary>Of <c>dossier.dueChanged</c>: the calendar changed.</summary>
    public const string Recalculated = "recalculated";

    /// <summary>Of <c>dossier.supplementRequested</c> and <c>dossier.supplemented</c>: before the clock started.</summary>
    public const string BeforeReception = "beforeReception";

    /// <summary>Of <c>dossier.supplementRequested</c> and <c>dossier.supplemented</c>: while the clock ran.</summary>
    public const string AfterReception = "afterReception";
}

using System.Text.Json;
using MinhBach.Procedures;
using MinhBach.Shell;

namespace MinhBach.Transparency.Enter;

/// <summary>
/// What the log says of dossiers of each procedure. Of those whose mere existence gives somebody away it says when something happened
/// and commits to what; nothing else. These are denunciations (tố cáo), always, and whatever procedures the city chose. The rule stands
/// in the log: its newest entry <c>log.policy</c> is what holds for the next dossier that is handed in. Not for several threads.
/// </summary>
internal sealed class ShownCases
{
    public const string Sealed = "sealed";

    private const string BecauseDenunciation = "denunciation";
    private const string BecauseChosen = "chosen";
    private const string Denunciation = "to cao";

    private readonly ProcedureCatalog catalog;
    private readonly SortedDictionary<string, string> chosen;

    private ShownCases(ProcedureCatalog catalog, SortedDictionary<string, string> chosen) => (this.catalog, this.chosen) = (catalog, chosen);

    /// <summary>What an entry of the log said last; null where none did.</summary>
    public static ShownCases Of(ProcedureCatalog catalog, LogEntry? told)
    {
        var chosen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (told is not null)
        {
            foreach (var one in LogEntryJson.Facts<ToldPolicy>(told).Procedures.Where(one => one.Why == BecauseChosen)) chosen[one.Code] = one.Reason ?? "";
        }

        return new(catalog, chosen);
    }

    /// <summary>Whether a procedure is about denunciations: nobody can have its dossiers shown.</summary>
    public static bool IsDenunciation(ProcedureVersion procedure) => Says(procedure.Field) || Says(procedure.Name);

    /// <summary>Whether dossiers of a procedure that are handed in now are sealed.</summary>
    public bool IsSealed(ProcedureVersion procedure) => chosen.ContainsKey(procedure.Code) || IsDenunciation(procedure);

    /// <summary>Follows what the city chose.</summary>
    public void Set(CasesShown set)
    {
        if (set.Reason is { } reason) chosen[set.Procedure] = reason;
        else chosen.Remove(set.Procedure);
    }

    /// <summary>What the log is told.</summary>
    public ToldPolicy Told() => new(
    [
        .. catalog.All.Where(IsDenunciation).Select(procedure => new ToldProcedure(procedure.Code, Sealed, BecauseDenunciation, null)),
        .. chosen.Select(one => new ToldProcedure(one.Key, Sealed, BecauseChosen, one.Value)),
    ]);

    /// <summary>Whether an entry of the log says what holds now.</summary>
    public bool IsToldBy(LogEntry? entry) => entry?.Facts is { } facts && facts.GetRawText() == LogEntryJson.Facts(Told()).GetRawText();

    private static bool Says(string text) => PlainLetters.Of(text).Contains(Denunciation, StringComparison.OrdinalIgnoreCase);

    /// <summary>Facts of <c>log.policy</c>.</summary>
    internal sealed record ToldPolicy(IReadOnlyList<ToldProcedure> Procedures);

    /// <summary>A procedure that is not shown, and why.</summary>
    internal sealed record ToldProcedure(string Code, string Shown, string? Why, string? Reason);
}

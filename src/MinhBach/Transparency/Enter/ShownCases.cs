using MinhBach.Procedures;
using MinhBach.Shell;

namespace MinhBach.Transparency.Enter;

/// <summary>
/// What the log says of dossiers of a procedure. Of those whose mere existence gives somebody away, denunciations (tố cáo), it says
/// when something happened and commits to what; nothing else. The rule itself stands in the log.
/// </summary>
internal static class ShownCases
{
    public const string Everything = "everything";
    public const string Sealed = "sealed";

    private const string Denunciation = "to cao";

    public static bool IsSealed(ProcedureVersion procedure) => Says(procedure.Field) || Says(procedure.Name);

    private static bool Says(string text) => PlainLetters.Of(text).Contains(Denunciation, StringComparison.OrdinalIgnoreCase);
}

using System.Globalization;

namespace MinhBach.Dossiers;

/// <summary>Under which name the files of an answer to a supplement request lie until they are sent.</summary>
internal static class SupplementFiles
{
    /// <param name="dossier">The dossier.</param>
    /// <param name="asked">When the request was made: an answer to an earlier one is another.</param>
    /// <param name="item">Which of the things asked for, from 0.</param>
    public static string DraftOf(DossierId dossier, NodaTime.Instant asked, int item) =>
        string.Create(CultureInfo.InvariantCulture, $"bo-sung:{dossier.Value}:{asked.ToUnixTimeTicks()}:{item}");
}

using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace MinhBach.Dossiers;

/// <summary>A QR code as one inline SVG path: sharp in print, and nothing that a strict content policy would refuse.</summary>
internal static class QrPicture
{
    private const int Quiet = 4;

    /// <param name="text">What the code holds.</param>
    /// <param name="alternative">What is read out in its place.</param>
    /// <param name="isDense">Whether it holds much: then less of it may be soiled, and its squares stay large enough.</param>
    public static IHtmlContent Of(string text, string alternative, bool isDense = false)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, isDense ? QRCodeGenerator.ECCLevel.L : QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        // QRCoder's matrix has the quiet zone of four modules (ISO/IEC 18004, 6.3.8) already.
        var margin = rows.Take(Quiet).All(row => !row.Cast<bool>().Any(dark => dark)) ? 0 : Quiet;
        var size = (rows.Count + (2 * margin)).ToString(CultureInfo.InvariantCulture);
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x]) continue;
                var from = x;
                while (x + 1 < rows[y].Count && rows[y][x + 1]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from + margin} {y + margin}h{x - from + 1}v1h-{x - from + 1}z");
            }
        }

        return new HtmlFormattableString(
            CultureInfo.InvariantCulture,
            "<svg class=\"mb-qr__picture\" viewBox=\"0 0 {0} {0}\" role=\"img\" aria-label=\"{1}\" shape-rendering=\"crispEdges\"><rect width=\"{0}\" height=\"{0}\" fill=\"#fff\"/><path d=\"{2}\" fill=\"#000\"/></svg>",
            size, alternative, path.ToString());
    }
}

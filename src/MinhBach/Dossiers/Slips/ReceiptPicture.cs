using Microsoft.AspNetCore.Html;

namespace MinhBach.Dossiers;

/// <summary>A further code on a receipt.</summary>
/// <param name="Caption">What to say beneath it (Vietnamese).</param>
/// <param name="Text">What it holds.</param>
internal sealed record ReceiptPicture(string Caption, string Text)
{
    public IHtmlContent Picture(string alternative) => QrPicture.Of(Text, alternative, isDense: true);

    public static async Task<IReadOnlyList<ReceiptPicture>> AllAsync(IEnumerable<IReceiptCode> codes, HttpContext http, DossierView dossier)
    {
        var pictures = new List<ReceiptPicture>();
        foreach (var code in codes)
        {
            if (await code.OfAsync(http, dossier) is { } text) pictures.Add(new(code.Caption, text));
        }

        return pictures;
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using MinhBach.Shell;

namespace MinhBach.Transparency;

/// <summary>
/// The page that checks, in one file that opens without any server: style and script lie in it, and its policy lets nothing else run.
/// The same bytes for the same program, keys and language, so that people can compare what they have.
/// </summary>
internal sealed partial class OfflinePage(IWebHostEnvironment site, Words words, ILogKeys keys)
{
    private readonly Lazy<string> script = new(() => Text(site, "lib/verify/verify.js"));

    // Typefaces would have to be fetched; the system's own do.
    private readonly Lazy<string> style = new(() => Typeface().Replace(Text(site, "lib/minhbach.css"), ""));

    /// <summary>SHA-256 of the script, which is the same in every city with this program, in hex.</summary>
    public string ScriptHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script.Value)));

    /// <summary>SHA-256 of a file, in hex.</summary>
    public static string HashOf(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>The file in the language of the request.</summary>
    public byte[] Make() => Encoding.UTF8.GetBytes($"""
        <!DOCTYPE html>
        <html lang="{words.Language}" class="govuk-template">
        <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-{Policy(script.Value)}'; style-src 'sha256-{Policy(style.Value)}'; base-uri 'none'; form-action 'none'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words["Kiểm chứng"]} – Minh Bạch</title>
        <style>{style.Value}</style>
        </head>
        <body class="govuk-template__body">
        <div class="govuk-width-container">
        <main class="govuk-main-wrapper" id="noi-dung">
        <h1 class="govuk-heading-xl">{words["Kiểm chứng"]}</h1>
        <p class="govuk-body">{words["Tệp này kiểm chứng bằng chứng của nhật ký công khai mà không cần mạng."]}</p>
        {CheckForm.Html(words, keys, isPage: false)}
        </main>
        </div>
        <script>{script.Value}</script>
        </body>
        </html>

        """.ReplaceLineEndings("\n"));

    private static string Policy(string content) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static string Text(IWebHostEnvironment site, string path)
    {
        using var file = new StreamReader(site.WebRootFileProvider.GetFileInfo(path).CreateReadStream(), Encoding.UTF8);
        return file.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Typeface();
}

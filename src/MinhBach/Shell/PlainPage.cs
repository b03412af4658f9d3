namespace MinhBach.Shell;

/// <summary>A page made by hand, for when there is no time or no city to render one: the frame and its style, nothing else.</summary>
internal static class PlainPage
{
    /// <param name="language">vi or en.</param>
    /// <param name="title">Text; already safe for HTML.</param>
    /// <param name="refresh">Seconds after which the browser asks again; null means never.</param>
    /// <param name="body">HTML of the main part.</param>
    public static string Html(string language, string title, int? refresh, string body) => $"""
        <!DOCTYPE html>
        <html lang="{language}" class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />{(refresh is { } seconds ? FormattableString.Invariant($"\n  <meta http-equiv=\"refresh\" content=\"{seconds}\" />") : "")}
          <title>{title} – Minh Bạch</title>
          <link rel="icon" href="/img/minhbach.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/lib/minhbach.css" />
        </head>
        <body class="govuk-template__body">
          <main class="govuk-width-container govuk-main-wrapper">
        {body}
          </main>
        </body>
        </html>
        """;
}

using Microsoft.AspNetCore.Html;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Shell;
using NodaTime.Text;

namespace MinhBach.Monitoring;

/// <summary>How an agency has kept its dates over the last twelve months, on its public page.</summary>
internal sealed class AgencyRecord(OnTime measure, TimeProvider clock, Words words) : IUnitPanel
{
    public string Title => "Giải quyết đúng hạn, 12 tháng qua";

    public int Order => 20;

    public Task<IHtmlContent?> RenderAsync(Agency agency, CancellationToken cancellation)
    {
        var year = ReportingPeriod.YearTo(clock.Today());
        var figures = measure.ForAgency(agency.Id, year);
        if (figures.Received + figures.CarriedOver == 0) return Task.FromResult<IHtmlContent?>(null);
        var list = $"/cong-khai/ho-so?tu={LocalDatePattern.Iso.Format(year.From)}&den={LocalDatePattern.Iso.Format(year.To)}&theo=co-quan&nhom={Uri.EscapeDataString(agency.Code)}&so=";
        var html = new HtmlContentBuilder();
        html.AppendHtml("<dl class=\"govuk-summary-list\">");
        Row(html, FigureWords.Rate, figures.OnTimeRate is { } rate ? $"{words.Percent(rate)} (n = {words.Number(figures.RateCount)})" : "–", null);
        Row(html, FigureWords.FirstRate, figures.FirstDueRate is { } first ? $"{words.Percent(first)} (n = {words.Number(figures.FirstDueCount)})" : "–", null);
        foreach (var figure in new[] { Figure.Received, Figure.DoneLate, Figure.PendingInTime, Figure.PendingOverdue })
            Row(html, FigureWords.Name(figure), words.Number(figures[figure]), list + Publish.Slugs.Of(figure));
        html.AppendHtml("</dl>");
        return Task.FromResult<IHtmlContent?>(html);
    }

    // Dossiers are counted by the agency that answers for them.
    public Task<IHtmlContent?> RenderAsync(Unit unit, CancellationToken cancellation) => Task.FromResult<IHtmlContent?>(null);

    private void Row(HtmlContentBuilder html, string name, string value, string? link)
    {
        html.AppendHtml("<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">").Append(words[name]).AppendHtml("</dt><dd class=\"govuk-summary-list__value\">");
        if (link is null) html.Append(value);
        else html.AppendHtml("<a class=\"govuk-link\" href=\"").Append(link).AppendHtml("\">").Append(value).AppendHtml("</a>");
        html.AppendHtml("</dd></div>");
    }
}

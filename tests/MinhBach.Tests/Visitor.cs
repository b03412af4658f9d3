using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;

namespace MinhBach.Tests;

/// <summary>A person at a browser without scripts: follows links, fills forms by their labels, keeps cookies.</summary>
public sealed class Visitor : IDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly HttpClient client;

    private readonly CookieContainer cookies;

    public Visitor(TestServer server, Visitor? sameBrowserAs = null)
    {
        cookies = sameBrowserAs?.cookies ?? new CookieContainer();
        client = new HttpClient(new RedirectHandler(10) { InnerHandler = new CookieContainerHandler(cookies) { InnerHandler = server.CreateHandler() } })
        {
            BaseAddress = new Uri("http://localhost"),
        };
        client.DefaultRequestHeaders.Add("Accept-Language", "vi");
    }

    /// <summary>For what is no page: files, the API.</summary>
    public HttpClient Client => client;

    public async Task<Page> GetAsync(string path) => await ReadAsync(await client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken));

    /// <summary>Follows the link with this text.</summary>
    public Task<Page> FollowAsync(Page page, string text) => GetAsync(page.Link(text));

    /// <summary>Fills the fields of the form with this button, by label, and presses it. A choice takes the label of the one wanted, with any value.</summary>
    public async Task<Page> SubmitAsync(Page page, string button, params (string Label, string Value)[] fields)
    {
        var pressed = page.Document.QuerySelectorAll("button, input[type=submit]").FirstOrDefault(found => Page.Squeeze(found.TextContent) == button)
            ?? throw new InvalidOperationException($"No button “{button}” on {page.Path}: {page.Text}");
        var form = pressed.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException($"Button “{button}” is in no form.");
        foreach (var (label, value) in fields) Fill(page, form, label, value);

        var values = new List<KeyValuePair<string, string>>();
        foreach (var control in form.Elements.Where(control => control.GetAttribute("name") is { Length: > 0 } && !control.HasAttribute("disabled")))
        {
            var name = control.GetAttribute("name")!;
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" }:
                    break;
                case IHtmlInputElement input:
                    values.Add(new(name, input.Value));
                    break;
                case IHtmlSelectElement select:
                    values.AddRange(select.SelectedOptions.Select(option => KeyValuePair.Create(name, option.Value)));
                    break;
                case IHtmlTextAreaElement area:
                    values.Add(new(name, area.Value));
                    break;
                case IHtmlButtonElement own when own == pressed:
                    values.Add(new(name, own.Value));
                    break;
            }
        }

        var action = new Uri(new Uri(client.BaseAddress!, page.Path), (pressed.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } target ? target : page.Path);
        if (form.Method == "get")
        {
            using var query = new FormUrlEncodedContent(values);
            return await GetAsync(new UriBuilder(action) { Query = await query.ReadAsStringAsync(TestContext.Current.CancellationToken) }.Uri.ToString());
        }

        using var content = new FormUrlEncodedContent(values);
        return await ReadAsync(await client.PostAsync(action, content, TestContext.Current.CancellationToken));
    }

    public void Dispose() => client.Dispose();

    private static void Fill(Page page, IHtmlFormElement form, string label, string value)
    {
        var found = form.QuerySelectorAll("label").FirstOrDefault(found => Page.Squeeze(found.TextContent) is var text && (text == label || text == label + " (không bắt buộc)"))
            ?? throw new InvalidOperationException($"No field “{label}” on {page.Path}: {page.Text}");
        switch (page.Document.GetElementById(found.GetAttribute("for")!))
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } choice:
                foreach (var other in form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Where(other => other.Name == choice.Name)) other.IsChecked = false;
                choice.IsChecked = value.Length > 0;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                var option = select.Options.FirstOrDefault(option => option.Value == value || Page.Squeeze(option.Text) == value)
                    ?? throw new InvalidOperationException($"“{label}” has no “{value}”.");
                select.Value = option.Value;
                break;
            default:
                throw new InvalidOperationException($"The label “{label}” belongs to no field.");
        }
    }

    private static async Task<Page> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new Page(answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, Parser.ParseDocument(html));
        }
    }
}

/// <summary>A page as it is read: by heading, label, row and link, never by CSS class of ours.</summary>
public sealed record Page(HttpStatusCode Status, string Path, IHtmlDocument Document)
{
    /// <summary>The h1.</summary>
    public string Heading => Squeeze(Document.QuerySelector("h1")?.TextContent ?? "");

    /// <summary>All words of the main part.</summary>
    public string Text => Squeeze((Document.QuerySelector("main") ?? Document.Body)?.TextContent ?? "");

    /// <summary>What the error summary lists.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll("[data-mb-error-summary] li").Select(item => Squeeze(item.TextContent))];

    /// <summary>The value beside a name in a summary list.</summary>
    public string Row(string key) =>
        Squeeze(Document.QuerySelectorAll("dt").FirstOrDefault(found => Squeeze(found.TextContent) == key)?.NextElementSibling?.TextContent
            ?? throw new InvalidOperationException($"No row “{key}” on {Path}: {Text}"));

    /// <summary>Where the link with this text leads.</summary>
    public string Link(string text) =>
        Document.QuerySelectorAll("a").FirstOrDefault(found => Squeeze(found.TextContent) == text)?.GetAttribute("href")
            ?? throw new InvalidOperationException($"No link “{text}” on {Path}: {Text}");

    public bool HasLink(string text) => Document.QuerySelectorAll("a").Any(found => Squeeze(found.TextContent) == text);

    public bool HasButton(string text) => Document.QuerySelectorAll("button").Any(found => Squeeze(found.TextContent) == text);

    public static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

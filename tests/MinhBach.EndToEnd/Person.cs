using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;

namespace MinhBach.EndToEnd;

/// <summary>
/// Somebody at a browser who finds their way by what they read: links, buttons and labels. Every page they come to is
/// looked at before they go on.
/// </summary>
internal sealed class Person
{
    private static readonly TimeSpan LoadsWithin = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> complaints = new();
    private readonly Func<IPage, Task> look;

    /// <param name="page">Their browser.</param>
    /// <param name="look">Looks at each page they come to.</param>
    public Person(IPage page, Func<IPage, Task> look)
    {
        Page = page;
        this.look = look;
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public string Path => new Uri(Page.Url).AbsolutePath;

    public async Task<string> HeadingAsync() => (await Page.Locator("h1").First.InnerTextAsync()).Trim();

    /// <summary>All words of the main part.</summary>
    public Task<string> TextAsync() => Page.Locator("main").InnerTextAsync();

    public async Task GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path} answered {answer.Status}.");
        await LookAsync();
    }

    public Task FollowAsync(string link) => ClickAsync(Page.Locator("main a").Filter(new() { HasText = link }));

    public Task PressAsync(string button) => ClickAsync(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    /// <summary>Clicks the first of what was found, which leads to another page.</summary>
    public async Task ClickAsync(ILocator found)
    {
        // A click does not wait for where it leads: the page that is left is marked, and the next is one without the mark.
        await Page.EvaluateAsync("() => document.documentElement.setAttribute('data-left', '')");
        await found.First.ClickAsync();
        await Page.Locator("html:not([data-left])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await LookAsync();
    }

    /// <summary>Types into a field, or chooses from a list by what is read there.</summary>
    public async Task FillAsync(string label, string value)
    {
        var field = Page.GetByLabel(label, new() { Exact = true }).First;
        if (await field.EvaluateAsync<string>("field => field.tagName") == "SELECT") await field.SelectOptionAsync(new SelectOptionValue { Label = value });
        else await field.FillAsync(value);
    }

    public Task TickAsync(string label) => Page.GetByLabel(label).First.CheckAsync();

    /// <summary>Signs in to a demo account by what the person does.</summary>
    public async Task SignInAsync(string title)
    {
        await GoAsync("/dang-nhap");
        await ClickAsync(Page.GetByRole(AriaRole.Button).Filter(new() { HasText = "Dùng tài khoản này: " + title }));
        Assert.Equal("/tai-khoan", Path);
    }

    private async Task LookAsync()
    {
        // Asked of the page itself: the driver may miss the event of a page that came by a redirect.
        for (var waited = Stopwatch.StartNew(); await Page.EvaluateAsync<string>("() => document.readyState") != "complete";)
        {
            Assert.True(waited.Elapsed < LoadsWithin, $"{Path} did not load.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await look(Page);
        Assert.Empty(complaints);
    }
}

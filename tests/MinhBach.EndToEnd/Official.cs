using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MinhBach.EndToEnd;

/// <summary>Somebody at the desk, at an office or at the top, who does the next thing on a dossier.</summary>
internal sealed class Official(Person person, string title)
{
    public IPage Page => person.Page;

    public Task SignInAsync() => person.SignInAsync(title);

    /// <summary>Finds the dossier in the inbox and opens it.</summary>
    public async Task OpenAsync(string code)
    {
        await person.GoAsync("/viec?tim=" + code);
        var listed = person.Page.GetByRole(AriaRole.Link, new() { Name = code });
        if (await listed.CountAsync() > 0) await person.ClickAsync(listed);
        else await person.GoAsync("/ho-so/" + code);
        Assert.Equal("/ho-so/" + code, person.Path);
    }

    /// <summary>Hands over what was received, and comes to the list that is signed.</summary>
    public async Task HandOverAsync()
    {
        await person.GoAsync("/quay/ban-giao");
        await person.PressAsync("Bàn giao và in danh sách");
        Assert.Equal("/quay/ban-giao/danh-sach", person.Path);
    }

    /// <summary>Follows one of the next steps offered and confirms it.</summary>
    public async Task DoAsync(string code, string action, params (string Label, string Value)[] fields)
    {
        await OpenAsync(code);
        var step = person.Page.Locator("main a, main button").Filter(new() { HasTextRegex = new("^\\s*" + Regex.Escape(action)) });
        Assert.True(await step.CountAsync() > 0, $"{title} is not offered “{action}”: {await person.TextAsync()}");
        await person.ClickAsync(step);
        foreach (var (label, value) in fields)
        {
            if (value.Length == 0) await person.TickAsync(label);
            else await person.FillAsync(label, value);
        }

        await person.ClickAsync(person.Page.Locator("main form button"));
        // On to the dossier, or to the slip that is printed next; an error would have stayed.
        Assert.StartsWith("/ho-so/" + code, person.Path, StringComparison.Ordinal);
        Assert.Equal(0, await person.Page.Locator("[data-mb-error-summary]").CountAsync());
    }
}

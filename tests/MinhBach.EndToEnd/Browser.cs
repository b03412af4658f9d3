using Microsoft.Playwright;
using MinhBach.Testing;

namespace MinhBach.EndToEnd;

/// <summary>One real browser for the whole run, started by the first test that opens a page.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A page of a person of their own: no cookies, Vietnamese, in Hanoi's time.</summary>
    /// <param name="city">The address of the server; requests to any other host are refused.</param>
    /// <param name="width">Width of the screen in CSS pixels; 320 is the narrowest phone we serve.</param>
    /// <param name="javaScript">False for a person whose browser runs no scripts.</param>
    public async Task<IPage> OpenAsync(Uri city, int width = 1280, bool javaScript = true)
    {
        var browser = await StartedAsync();
        var person = await browser.NewContextAsync(new()
        {
            BaseURL = city.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
        });
        await person.RouteAsync(
            address => !address.StartsWith(city.ToString(), StringComparison.Ordinal),
            route => route.AbortAsync());
        return await person.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _starting.Dispose();
    }

    private async Task<IBrowser> StartedAsync()
    {
        var executable = Chromium.Find();
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = executable, Args = Chromium.Arguments });
        }
        finally
        {
            _starting.Release();
        }
    }
}

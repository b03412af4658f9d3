using System.Net;
using System.Text;
using MinhBach.Testing;

[assembly: AssemblyFixture(typeof(MinhBach.EndToEnd.Browser))]

namespace MinhBach.EndToEnd;

/// <summary>The tools of the journeys themselves: the browser renders, and axe sees what is wrong.</summary>
public sealed class BrowserTests(Browser browser)
{
    private const string Clean =
        "<!doctype html><html lang=vi><title>Hồ sơ</title><main><h1>Tra cứu hồ sơ</h1>"
        + "<p id=s>tắt</p></main><script>s.textContent = 'bật'</script></html>";

    [Fact]
    public async Task A_page_is_shown_with_scripts_and_without()
    {
        using var server = new OnePage(Clean);

        var withScripts = await browser.OpenAsync(server.Address, width: 320);
        await withScripts.GotoAsync("/");
        var without = await browser.OpenAsync(server.Address, javaScript: false);
        await without.GotoAsync("/");

        Assert.Equal("bật", await withScripts.Locator("#s").TextContentAsync());
        Assert.Equal("tắt", await without.Locator("#s").TextContentAsync());
    }

    [Fact]
    public async Task Axe_passes_a_clean_page_and_names_what_is_wrong_on_another()
    {
        using var clean = new OnePage(Clean);
        var page = await browser.OpenAsync(clean.Address);
        await page.GotoAsync("/");
        await Accessibility.AssertCleanAsync(page);

        using var wrong = new OnePage("<!doctype html><html lang=vi><title>Hồ sơ</title><main><h1>Mã</h1><input></main></html>");
        page = await browser.OpenAsync(wrong.Address);
        await page.GotoAsync("/");
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Accessibility.AssertCleanAsync(page));
        Assert.Contains("label", failure.Message, StringComparison.Ordinal);
    }

    private sealed class OnePage : IDisposable
    {
        private readonly HttpListener _listener = new();

        public OnePage(string html)
        {
            Address = new($"http://127.0.0.1:{Loopback.FreePort()}/");
            _listener.Prefixes.Add(Address.ToString());
            _listener.Start();
            _ = ServeAsync(Encoding.UTF8.GetBytes(html));
        }

        public Uri Address { get; }

        public void Dispose() => _listener.Close();

        private async Task ServeAsync(byte[] html)
        {
            while (_listener.IsListening)
            {
                HttpListenerContext request;
                try
                {
                    request = await _listener.GetContextAsync();
                }
                catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                request.Response.ContentType = "text/html; charset=utf-8";
                await request.Response.OutputStream.WriteAsync(html);
                request.Response.Close();
            }
        }
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MinhBach.EndToEnd;

/// <summary>What must hold on every page, whoever looks at it.</summary>
internal static partial class Sight
{
    private const string WiderThanTheScreen = """
        () => {
            const wide = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= wide) return null;
            const guilty = [...document.querySelectorAll('main *, header *, footer *')]
                .filter(one => one.getBoundingClientRect().right > wide + 1)
                .map(one => one.tagName.toLowerCase() + (one.className ? '.' + one.className : '') + ' ' + one.textContent.trim().slice(0, 40));
            return document.documentElement.scrollWidth + ' px on ' + wide + ': ' + guilty.slice(0, 3).join(' | ');
        }
        """;

    /// <summary>Fails when one has to scroll sideways.</summary>
    public static async Task AssertFitsAsync(IPage page)
    {
        var wider = await page.EvaluateAsync<string?>(WiderThanTheScreen);
        Assert.True(wider is null, $"{page.Url} scrolls sideways: {wider}");
    }

    /// <summary>Fails when the words are not Vietnamese as it is written here: composed letters, nothing garbled, no gap unfilled.</summary>
    public static async Task AssertVietnameseAsync(IPage page)
    {
        var text = await page.Locator("body").InnerTextAsync();
        Assert.Equal("vi", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(text.IsNormalized(), $"{page.Url}: letters and their marks are apart (not NFC).");
        Assert.True(Diacritics().IsMatch(text), $"{page.Url}: no Vietnamese letter.");
        var garbled = Garbled().Match(text);
        Assert.False(garbled.Success, $"{page.Url}: “{garbled.Value}”");
    }

    /// <summary>Keeps a picture of the page in the folder that MINHBACH_TEST_PICTURES names, for whoever wants to look; else does nothing.</summary>
    public static async Task KeepPictureAsync(IPage page, string path)
    {
        if (Environment.GetEnvironmentVariable("MINHBACH_TEST_PICTURES") is not { Length: > 0 } folder) return;
        var name = string.Concat(path.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_'));
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });
    }

    [GeneratedRegex("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", RegexOptions.None, 1000)]
    private static partial Regex Diacritics();

    [GeneratedRegex(@"\uFFFD|Ã[\u0080-\u00BF]|á»|Ä‘|&#\w+;|\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Garbled();
}

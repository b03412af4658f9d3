using Microsoft.Playwright;

namespace MinhBach.EndToEnd;

/// <summary>Answers whatever a form asks, by the kind of its fields, so that a journey does not know the form by heart.</summary>
internal static class Answers
{
    public static async Task FillAsync(ILocator form)
    {
        foreach (var group in await form.Locator("fieldset:has(input[type=radio])").AllAsync())
        {
            if (await group.Locator("input:checked").CountAsync() == 0) await group.Locator("input[type=radio]").First.CheckAsync();
        }

        foreach (var list in await form.Locator("select").AllAsync())
        {
            if (await list.InputValueAsync() is { Length: 0 }) await list.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        }

        foreach (var field in await form.Locator("input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=file]), textarea").AllAsync())
        {
            if (await field.IsVisibleAsync() && await field.InputValueAsync() is { Length: 0 }) await field.FillAsync(await FittingAsync(field));
        }
    }

    private static async Task<string> FittingAsync(ILocator field)
    {
        var label = await field.EvaluateAsync<string>("field => [...(field.labels ?? [])].map(one => one.textContent).join(' ')");
        var type = await field.GetAttributeAsync("type");
        var keyboard = await field.GetAttributeAsync("inputmode");
        return (type, keyboard) switch
        {
            ("email", _) => "hanh@vidu.vn",
            ("tel", _) => "0912345678",
            ("date", _) => "2026-11-02",
            _ when label.Contains("định danh", StringComparison.OrdinalIgnoreCase) => "001190012345",
            _ when label.Contains("Ngày", StringComparison.Ordinal) => "02/11/2026",
            _ when label.Contains("Năm sinh", StringComparison.Ordinal) => "1990",
            (_, "numeric" or "decimal") => "1",
            _ => "Phường Hoàn Kiếm, Hà Nội",
        };
    }
}

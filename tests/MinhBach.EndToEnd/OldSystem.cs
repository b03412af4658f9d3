using System.Text;
using Microsoft.Playwright;

namespace MinhBach.EndToEnd;

/// <summary>The software that an office used before, and its log.</summary>
internal static class OldSystem
{
    public const string Board = "/theo-doi/he-thong-cu/so-mot-cua-cu";

    private const int MostTries = 300;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private const string Log = """
        mã hồ sơ,bước,thời điểm,cán bộ,đơn vị,hạn trả,ngày trả
        H1,Tiếp nhận,2026-01-05T09:00:00+07:00,An,Văn phòng,2026-01-09,2026-01-08
        H1,Trả kết quả,2026-01-08T09:00:00+07:00,Ba,Văn phòng,2026-01-09,2026-01-08
        H2,Tiếp nhận,2026-01-06T09:00:00+07:00,An,Bộ phận một cửa,2026-01-09,2026-01-12
        H2,Trả kết quả,hôm qua,Ba,Bộ phận một cửa,2026-01-09,2026-01-12
        H3,Tiếp nhận,2026-01-07T09:00:00+07:00,An,Văn phòng,2026-01-12,
        """;

    /// <summary>Uploads the log, and comes to the preview of what it tells.</summary>
    public static async Task UploadAsync(Person editor)
    {
        await editor.GoAsync("/theo-doi/he-thong-cu/moi");
        await editor.Page.GetByLabel("Tệp nhật ký").SetInputFilesAsync(new FilePayload { Name = "Sổ một cửa cũ.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Log) });
        await editor.PressAsync("Tải lên và xem trước");
    }

    /// <summary>Comes to the board of the log; whoever is first brings it in by the wizard.</summary>
    public static async Task BringInAsync(Person editor)
    {
        await editor.GoAsync("/theo-doi/he-thong-cu");
        if (await editor.Page.Locator($"main a[href='{Board}']").CountAsync() > 0)
        {
            await editor.GoAsync(Board);
            return;
        }

        await UploadAsync(editor);
        await editor.PressAsync("Nạp vào hệ thống");
        await WaitForBoardAsync(editor);
    }

    private static async Task WaitForBoardAsync(Person editor)
    {
        var preview = editor.Path;
        for (var tries = 0; editor.Path == preview; tries++)
        {
            Assert.True(tries < MostTries, "The log is still not brought in: " + await editor.TextAsync());
            Assert.Equal(0, await editor.Page.Locator(".govuk-error-summary").CountAsync());
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
            await editor.GoAsync(preview);
        }

        Assert.Equal(Board, editor.Path);
    }
}

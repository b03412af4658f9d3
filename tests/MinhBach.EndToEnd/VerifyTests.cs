using System.Text;
using Microsoft.Playwright;
using MinhBach.Testing;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;
using static MinhBach.EndToEnd.Checking;

namespace MinhBach.EndToEnd;

/// <summary>A person checks what the city recorded, in their own browser, without a network and without trusting the city.</summary>
public sealed class VerifyTests(Browser browser, StartedCity started) : IDisposable
{
    private readonly ProvenLog _log = new();

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Proof_history_and_printed_code_are_told_in_words_without_a_network(int width)
    {
        var page = await OpenAsync(width);
        await Sight.AssertVietnameseAsync(page);
        await LookAsync(page, "trong");
        await TrustAsync(page);
        await page.Context.SetOfflineAsync(true);

        var told = await ChooseAsync(page, "tiep-nhan.tlog-proof", _log.Received);
        AssertAll(told, Holds, "15:04 ngày 22/11/2026", "Tiếp nhận hồ sơ", "1.001193", "H26.27", "30/11/2026", "Mục số 302", "481 mục", _log.Key.Name, "bao.nhan-chung.example ký xác nhận lúc 15:10 ngày 22/11/2026");
        await page.GetByText("Nội dung đầy đủ mà thành phố đã cam kết").ClickAsync();
        AssertAll(await ResultAsync(page), "Lê Thị Bình", "nd-118-2025");
        await LookAsync(page, "bang-chung");

        told = await ChooseAsync(page, "lich-su.minhbach-history.json", _log.History(_log.Proofs));
        AssertAll(told, Holds, "4 sự kiện", "Hồ sơ được nộp", "Tiếp nhận hồ sơ", "Xin lỗi và dời ngày hẹn trả", "Đã có kết quả", ProvenLog.Code);
        await page.GetByText("Chi tiết và chữ ký").Nth(2).ClickAsync();
        await LookAsync(page, "lich-su");

        told = await PasteAsync(page, $"https://city.example{CheckAddress.Page}#{_log.Printed}");
        AssertAll(told, Holds, "Tiếp nhận hồ sơ", "Mục số 302");
        AssertAll(await PasteAsync(page, _log.Received.TrimEnd()), Holds);
        AssertAll(await PasteAsync(page, _log.History(_log.Proofs)), Holds, "4 sự kiện");
    }

    [Fact]
    public async Task A_scanned_code_is_checked_as_the_page_opens_and_again_when_another_is_scanned()
    {
        var page = await OpenAsync(320);
        await TrustAsync(page);
        await page.GotoAsync("about:blank");
        await page.GotoAsync($"{CheckAddress.Page}#{_log.Printed}");
        AssertAll(await ResultAsync(page), Holds, "Tiếp nhận hồ sơ");

        await page.EvaluateAsync("code => { document.getElementById('ket-qua').replaceChildren(); location.hash = code; }", CompactProof.Write(_log.Proofs[3], _log.Key));
        AssertAll(await ResultAsync(page), Holds, "Đã có kết quả", "Chưa có chữ ký của nhân chứng nào mà bạn tin");
    }

    [Fact]
    public async Task Whatever_was_altered_is_refused_with_the_reason()
    {
        var page = await OpenAsync();
        await TrustAsync(page);
        await page.Context.SetOfflineAsync(true);
        var proof = _log.Proofs[1];
        var lines = _log.Received.Split('\n');

        // Of the file: each of its parts in turn.
        await RefusesAsync(_log.Received.Replace("proof@v1", "proof@v2", StringComparison.Ordinal), "Đây không phải tệp bằng chứng");
        await RefusesAsync(Without(lines, 1), "không kèm sự kiện nào");
        await RefusesAsync(Line(1, lines[1][..^8] + "????????"), "phần sự kiện kèm theo (extra)");
        await RefusesAsync(ProvenLog.WithExtra(proof, "\"due\":\"2026-11-30\"", "\"due\":\"2026-12-30\""), "không phải là mục này");
        await RefusesAsync(ProvenLog.WithExtra(proof, "1.001193", "1.001194"), "không phải là mục này");
        await RefusesAsync(ProvenLog.WithExtra(proof, "Lê Thị Bình", "Lê Thị Binh"), "không phải là nội dung mà nhật ký cam kết");
        await RefusesAsync(WithSalt(proof), "không phải là nội dung mà nhật ký cam kết");
        await RefusesAsync(Line(2, "index 302"), "Ở vị trí 303 của nhật ký gồm 481 mục");
        await RefusesAsync(Line(2, "index 0301"), "số thứ tự của mục (index)");
        await RefusesAsync(Line(3, Flipped(lines[3])), "không phải là mục này");
        await RefusesAsync(Without(lines, 3), "không phải là mục này");
        var end = Array.IndexOf(lines, "");
        await RefusesAsync(Line(end + 1, "so-khac.example"), "là của nhật ký “so-khac.example”");
        await RefusesAsync(Line(end + 2, "482"), $"Chữ ký của nhật ký {_log.Key.Name} không khớp");
        await RefusesAsync(Line(end + 3, Flipped(lines[end + 3])), $"Chữ ký của nhật ký {_log.Key.Name} không khớp");
        await RefusesAsync(Line(end + 5, Flipped(lines[end + 5], 30)), $"Chữ ký của nhật ký {_log.Key.Name} không khớp");
        await RefusesAsync(Line(end + 6, Flipped(lines[end + 6], 20)), "Chữ ký của nhân chứng bao.nhan-chung.example không khớp");
        await RefusesAsync(Without(lines, end + 5), "không ký bằng khóa mà bạn tin");
        await RefusesAsync(_log.Received[..^20], "Không đọc được");

        // Of a history: what is left out, put elsewhere, or of another.
        await RefusesAsync(_log.History(_log.Proofs[0], _log.Proofs[2], _log.Proofs[3]), "lẽ ra đến sự kiện thứ 2, nhưng tệp đưa ra sự kiện thứ 3");
        await RefusesAsync(_log.History(_log.Proofs.Skip(1)), "lẽ ra đến sự kiện thứ 1");
        await RefusesAsync(_log.History(), "không có bằng chứng nào");
        await RefusesAsync(_log.History(_log.Proofs[0], LogProof.Parse(Encoding.UTF8.GetBytes(Line(2, "index 302")))), "Sự kiện thứ 2: Ở vị trí 303");
        using (var other = new ProvenLog()) await RefusesAsync(_log.History(_log.Proofs[0], other.Proofs[1]), "Sự kiện thứ 2: Chữ ký của nhật ký", "Sự kiện thứ 2: Nhật ký");
        await LookAsync(page, "tu-choi");

        // Of the printed code: every twentieth letter.
        for (var i = 2; i < _log.Printed.Length; i += 20)
            AssertAll(await PasteAsync(page, string.Concat(_log.Printed.AsSpan(0, i), _log.Printed[i] == 'A' ? "B" : "A", _log.Printed.AsSpan(i + 1))), Refused);
        AssertAll(await PasteAsync(page, "xin chào"), Refused, "Đây không phải tệp bằng chứng");

        async Task RefusesAsync(string content, params string[] reasons)
        {
            var told = await ChooseAsync(page, "x", content);
            Assert.DoesNotContain(Holds, told, StringComparison.Ordinal);
            Assert.Contains(Refused, told, StringComparison.Ordinal);
            Assert.True(reasons.Any(reason => told.Contains(reason, StringComparison.Ordinal)), $"Not “{reasons[0]}”, but: {told}");
        }

        string Line(int at, string isNow) => string.Join('\n', lines.Select((line, i) => i == at ? isNow : line));
    }

    [Fact]
    public async Task Only_a_key_that_one_trusts_is_believed()
    {
        var page = await OpenAsync(320);
        // The page brings the city's own key, and this is another log.
        AssertAll(await ChooseAsync(page, "x", _log.Received), Refused, _log.Key.Name);
        await LookAsync(page, "khong-khoa");

        using var other = SignerKey.Generate(_log.Key.Name);
        await Checking.TrustAsync(page, other.Verifier.ToString());
        AssertAll(await ResultAsync(page), Refused, "không ký bằng khóa mà bạn tin");
        await Checking.TrustAsync(page, _log.Keys.Replace("+", "-", StringComparison.Ordinal));
        AssertAll(await ResultAsync(page), Refused, "Đây không phải một khóa");
        await page.ReloadAsync();
        await TrustAsync(page);
        await page.ReloadAsync();
        AssertAll(await ChooseAsync(page, "x", _log.Received), Holds);
    }

    [Fact]
    public async Task After_the_first_visit_the_page_opens_with_the_city_gone()
    {
        var city = await started.GetAsync();
        await using var wire = new CuttableWire(city.Address.Port);
        var page = await browser.OpenAsync(new($"http://127.0.0.1:{wire.Port}/"));
        await page.GotoAsync(CheckAddress.Page);
        await page.GetByText("mở lại được khi không có mạng").WaitForAsync();
        await TrustAsync(page);

        wire.Cut();
        await page.GotoAsync("about:blank");
        await page.GotoAsync($"{CheckAddress.Page}#{_log.Printed}");

        AssertAll(await ResultAsync(page), Holds, "Tiếp nhận hồ sơ");
        await Accessibility.AssertCleanAsync(page);
        await Sight.KeepPictureAsync(page, "kiem-chung-mat-mang");
    }

    [Fact]
    public async Task The_page_taken_along_as_a_file_checks_without_any_server()
    {
        var page = await OpenAsync();
        var stated = await page.Locator("dt:has-text('trang ngoại tuyến') + dd").InnerTextAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Tải trang này về máy", new() { Exact = true }).ClickAsync());
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "kiem-chung.html");
        await download.SaveAsAsync(file);
        Assert.Equal(OfflineHash(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)), stated.Trim());

        var alone = await browser.OpenAsync(new Uri("file:///"), width: 320);
        var complaints = new List<string>();
        alone.Console += (_, said) => complaints.Add(said.Text);
        await alone.GotoAsync(new Uri(file).AbsoluteUri);
        await TrustAsync(alone);
        await alone.Context.SetOfflineAsync(true);

        AssertAll(await ChooseAsync(alone, "x", _log.Received), Holds, "Tiếp nhận hồ sơ", "15:04 ngày 22/11/2026");
        AssertAll(await ChooseAsync(alone, "x", _log.History(_log.Proofs)), Holds, "4 sự kiện");
        AssertAll(await PasteAsync(alone, "#" + _log.Printed), Holds);
        AssertAll(await PasteAsync(alone, ProvenLog.WithExtra(_log.Proofs[1], "1.001193", "1.001194")), Refused, "không phải là mục này");
        await LookAsync(alone, "tep");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Without_scripts_the_page_says_what_it_needs_and_what_else_there_is()
    {
        var city = await started.GetAsync();
        var page = await browser.OpenAsync(city.Address, javaScript: false);
        await page.GotoAsync(CheckAddress.Page);
        AssertAll(await page.Locator("main").InnerTextAsync(), "cho phép chạy JavaScript", "minhbach log verify", "c2sp.org/tlog-proof");
        Assert.False(await page.Locator("#kiem-chung").IsVisibleAsync());
    }

    [Fact]
    public async Task In_English_too()
    {
        var page = await OpenAsync(query: "?lang=en");
        await Checking.TrustAsync(page, _log.Keys, "Keys that you trust", "Keys of the log and of witnesses", "Use these keys and this policy");
        AssertAll(await ChooseAsync(page, "x", _log.Received, "Proof file or history file"), "Verified: true", "Dossier received", "15:04 on 22/11/2026", "Entry 302");
        await LookAsync(page, "english");
    }

    public void Dispose() => _log.Dispose();

    private async Task<IPage> OpenAsync(int width = 1280, string query = "") => await Checking.OpenAsync(browser, await started.GetAsync(), width, query);

    private Task TrustAsync(IPage page) => Checking.TrustAsync(page, _log.Keys);

    private static string Without(string[] lines, int at) => string.Join('\n', lines.Where((_, i) => i != at));

    // A letter in the middle becomes another: still base64, of other bytes.
    private static string Flipped(string line, int fromEnd = 12) => string.Concat(line.AsSpan(0, line.Length - fromEnd), line[^fromEnd] == 'A' ? "B" : "A", line.AsSpan(line.Length - fromEnd + 1));

    private static string WithSalt(LogProof proof)
    {
        var salt = Encoding.UTF8.GetString(proof.Extra.Span).Split('\n')[1];
        return ProvenLog.WithExtra(proof, salt, Flipped(salt));
    }

    private static string OfflineHash(byte[] file) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("minhbach-page-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}

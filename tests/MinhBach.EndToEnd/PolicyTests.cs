using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;
using MinhBach.TransparencyLog.Tests;
using NodaTime;
using static MinhBach.EndToEnd.Checking;

namespace MinhBach.EndToEnd;

/// <summary>A person says which witnesses they trust, and a proof that too few of them have cosigned is not accepted.</summary>
public sealed partial class PolicyTests(Browser browser, StartedCity started) : IDisposable
{
    private const string Enough = "Đã đủ nhân chứng";
    private const string NotEnough = "Chưa đủ nhân chứng theo chính sách mà bạn tin";
    private const string Label = "Chính sách nhân chứng (không bắt buộc)";

    private const string TwoOfThree = """
        log LOG https://log.example/
        witness bao W1
        witness dai-hoc W2
        witness mat-tran W3
        group trong-nuoc 2 bao dai-hoc mat-tran
        witness nuoc-ngoai W4
        group du all trong-nuoc nuoc-ngoai
        quorum du

        """;

    private static readonly Instant At = Instant.FromUtc(2026, 11, 22, 8, 10);

    private readonly ProvenLog _log = new();
    private readonly SignerKey[] _witnesses = [.. Enumerable.Range(1, 6).Select(number => SignerKey.Generate($"w{number}.nhan-chung.example", SignatureKind.Cosignature))];

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_quorum_that_is_reached_is_told_with_who_cosigned_and_when(int width)
    {
        var page = await OpenAsync(TwoOfThree, width);
        await page.Context.SetOfflineAsync(true);
        await LookAsync(page, "chinh-sach");

        var told = await ChooseAsync(page, "x", Received("1 3 4"));
        AssertAll(told, Holds, Enough, "cả 2 (ít nhất 2 trong 3 (bao, dai-hoc, mat-tran), nuoc-ngoai)");
        AssertAll(told, "bao (w1.nhan-chung.example) ký xác nhận lúc 15:10 ngày 22/11/2026", "mat-tran (w3.nhan-chung.example)", "nuoc-ngoai (w4.nhan-chung.example)");
        await LookAsync(page, "du-nhan-chung");

        AssertAll(await PasteAsync(page, CompactProof.Write(Cosigned(_log.Proofs[1], "1 2 4"), _log.Key, Keys)), Holds, Enough, "dai-hoc (w2.nhan-chung.example)");
        AssertAll(await ChooseAsync(page, "x", _log.History(_log.Proofs.Select(proof => Cosigned(proof, "2 3 4")))), Holds, "4 sự kiện");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task A_quorum_that_is_missed_is_refused_with_who_is_missing(int width)
    {
        var page = await OpenAsync(TwoOfThree, width);

        var told = await ChooseAsync(page, "x", Received("3 4"));
        Assert.DoesNotContain(Holds, told, StringComparison.Ordinal);
        AssertAll(told, Refused, NotEnough, "mat-tran (w3.nhan-chung.example) ký xác nhận lúc 15:10", "Chưa ký", "bao (w1.nhan-chung.example)", "dai-hoc (w2.nhan-chung.example)");
        await LookAsync(page, "thieu-nhan-chung");

        AssertAll(await ChooseAsync(page, "x", Received("")), Refused, NotEnough, "Chưa có nhân chứng nào trong chính sách ký xác nhận");
        AssertAll(await ChooseAsync(page, "x", _log.History(_log.Proofs.Select((proof, i) => Cosigned(proof, i == 2 ? "1 4" : "1 2 4")))), Refused, "Sự kiện thứ 3: " + NotEnough);
    }

    [Fact]
    public async Task A_spoilt_cosignature_is_refused_whatever_else_is_there()
    {
        var page = await OpenAsync(TwoOfThree);
        AssertAll(await ChooseAsync(page, "x", Received("1 2 !3 4")), Refused, "Chữ ký của nhân chứng w3.nhan-chung.example không khớp");
        await LookAsync(page, "nhan-chung-gia");
        // One whom nobody knows is passed over.
        AssertAll(await ChooseAsync(page, "x", Received("1 2 4 !5")), Holds, Enough);
    }

    [Fact]
    public async Task A_printed_code_without_cosignatures_says_so_and_holds_for_whoever_asks_for_none()
    {
        var page = await OpenAsync(TwoOfThree);
        var printed = CompactProof.Write(_log.Proofs[1], _log.Key);
        AssertAll(await PasteAsync(page, printed), Refused, "Mã in này không mang chữ ký của nhân chứng nào");

        await PolicyAsync(page, "");
        AssertAll(await PasteAsync(page, printed), Holds, "Không có chính sách, nên không xét đã đủ nhân chứng hay chưa");
        await PolicyAsync(page, "log LOG\nquorum none\n");
        AssertAll(await PasteAsync(page, printed), Holds, "Chính sách không đòi nhân chứng nào");
    }

    [Fact]
    public async Task Every_policy_is_judged_as_the_library_judges_it()
    {
        var page = await OpenAsync("");
        foreach (var (policy, cosigners, isAccepted) in PolicyCases.Read().All)
        {
            await PolicyAsync(page, policy);
            var told = await ChooseAsync(page, "x", Received(cosigners));
            Assert.True(told.Contains(isAccepted ? Holds : Refused, StringComparison.Ordinal), $"{policy}\n{cosigners}\n{told}");
        }

        foreach (var (policy, _, expected) in PolicyCases.Read().Unreadable.Where(one => one.Told is not null && one.Policy != ""))
        {
            await PolicyAsync(page, policy);
            AssertAll(await ChooseAsync(page, "x", Received("1 2 3 4 5 6")), Refused, expected!);
        }

        await LookAsync(page, "khong-phai-chinh-sach");
    }

    [Fact]
    public async Task A_policy_is_remembered_and_its_log_believed_only_where_no_other_was_given()
    {
        var page = await OpenAsync(TwoOfThree);
        await page.ReloadAsync();
        Assert.Equal(Text(TwoOfThree).Trim(), await page.GetByLabel(Label).InputValueAsync());
        AssertAll(await ChooseAsync(page, "x", Received("1 2 4")), Holds, Enough);

        await FillAsync(page, keys: "", TwoOfThree);
        AssertAll(await ResultAsync(page), Holds, Enough);
        using var other = SignerKey.Generate(_log.Key.Name);
        await FillAsync(page, other.Verifier.ToString(), TwoOfThree);
        AssertAll(await ResultAsync(page), Refused, "không ký bằng khóa mà bạn tin");

        await page.GetByRole(AriaRole.Button, new() { Name = "Trở lại những gì đi kèm trang" }).ClickAsync();
        Assert.Equal("", await page.GetByLabel(Label).InputValueAsync());
    }

    public void Dispose()
    {
        _log.Dispose();
        Array.ForEach(_witnesses, witness => witness.Dispose());
    }

    private VerifierKey[] Keys => [.. _witnesses.Select(witness => witness.Verifier)];

    private async Task<IPage> OpenAsync(string policy, int width = 1280)
    {
        var page = await Checking.OpenAsync(browser, await started.GetAsync(), width);
        await FillAsync(page, _log.Key.ToString(), policy);
        return page;
    }

    private async Task FillAsync(IPage page, string keys, string policy)
    {
        await PolicyAsync(page, policy);
        await TrustAsync(page, keys);
    }

    private async Task PolicyAsync(IPage page, string policy)
    {
        if (!await page.GetByLabel(Label).IsVisibleAsync()) await page.Locator("summary").Filter(new() { HasText = "Khóa mà bạn tin" }).ClickAsync();
        await page.GetByLabel(Label).FillAsync(Text(policy));
    }

    private string Text(string policy) => Party().Replace(policy, name => name.Value == "LOG" ? _log.Key.ToString() : Keys[name.Value[1] - '1'].ToString());

    private string Received(string cosigners) => Cosigned(_log.Proofs[1], cosigners).ToString();

    // By their numbers; with an exclamation mark, over another text.
    private LogProof Cosigned(LogProof proof, string cosigners) => new(proof.Index, proof.Hashes, proof.Note.With(
        cosigners.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => _witnesses[one[^1] - '1'].Cosign(one[0] == '!' ? "another text\n" : proof.Note.Text, At))), proof.Extra.ToArray());

    [GeneratedRegex(@"\b(?:LOG|W[1-6])\b", RegexOptions.None, 1000)]
    private static partial Regex Party();
}

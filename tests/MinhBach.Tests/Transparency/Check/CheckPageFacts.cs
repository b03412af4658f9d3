using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Transparency;
using MinhBach.Transparency.Grow;
using MinhBach.TransparencyLog;

namespace MinhBach.Tests.Transparency.Check;

/// <summary>What the server gives to those who check; what their browsers make of it is tested in browsers.</summary>
public sealed class CheckPageFacts
{
    [Fact]
    public async Task The_page_brings_the_keys_along_and_says_the_hash_of_the_file_that_one_gets()
    {
        using var keys = new SomeKeys();
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite, builder => builder.Services.Replace(ServiceDescriptor.Singleton<ILogKeys>(keys)));
        using var http = city.App.GetTestClient();

        var page = new HtmlParser().ParseDocument(await http.GetStringAsync(CheckAddress.Page, TestContext.Current.CancellationToken));
        using var file = await http.GetAsync(CheckAddress.Offline, TestContext.Current.CancellationToken);
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var alone = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes));

        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains(page.QuerySelectorAll("dd").Select(fact => fact.TextContent), text => text == Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.All((IParentNode[])[page, alone], one =>
        {
            var data = System.Text.Json.JsonDocument.Parse(one.QuerySelector("#kiem-chung-du-lieu")!.TextContent).RootElement;
            Assert.Equal(keys.LogKeys, data.GetProperty("logs").EnumerateArray().Select(key => key.GetString()));
            Assert.Equal(keys.Witnesses.Select(witness => witness.Key), data.GetProperty("witnesses").EnumerateArray().Select(key => key.GetString()));
            Assert.Equal(keys.Policy, data.GetProperty("policy").GetString());
            Assert.Contains("không tin thành phố", one.QuerySelector("#chinh-sach-hint")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Báo <Nhân chứng>", one.QuerySelector("#khoa-muc")!.TextContent, StringComparison.Ordinal);
        });
        Assert.Empty(alone.QuerySelectorAll("script[src], link, img, [style], [onclick]"));
        Assert.Contains(Hash(alone.QuerySelector("script:not([type])")!), Policy(alone), StringComparison.Ordinal);
        Assert.Contains(Hash(alone.QuerySelector("style")!), Policy(alone), StringComparison.Ordinal);
        Assert.DoesNotContain("url(", alone.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_citys_own_policy_comes_along_letter_by_letter()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        using var http = city.App.GetTestClient();
        using var log = SignerKey.Generate("so.example");
        using var witness = SignerKey.Generate("w.example", SignatureKind.Cosignature);
        var policy = $"# Báo <Hà Nội>\n{LogPolicy.Of(log.Verifier, 1, witness.Verifier)}";
        var path = city.App.Services.GetRequiredService<LogHome>().PolicyPath;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, policy, TestContext.Current.CancellationToken);

        var page = new HtmlParser().ParseDocument(await http.GetStringAsync(CheckAddress.Page, TestContext.Current.CancellationToken));

        Assert.Equal(policy, System.Text.Json.JsonDocument.Parse(page.QuerySelector("#kiem-chung-du-lieu")!.TextContent).RootElement.GetProperty("policy").GetString());
    }

    [Fact]
    public async Task The_worker_may_answer_for_the_page_alone()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        using var http = city.App.GetTestClient();
        using var worker = await http.GetAsync(CheckAddress.Worker, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, worker.StatusCode);
        Assert.Equal([CheckAddress.Page], worker.Headers.GetValues("Service-Worker-Allowed"));
        Assert.Equal("text/javascript", worker.Content.Headers.ContentType?.MediaType);
    }

    private static string Policy(IParentNode page) => page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;

    private static string Hash(IElement element) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.TextContent)))}'";

    private sealed class SomeKeys : ILogKeys, IDisposable
    {
        private readonly SignerKey _log = SignerKey.Generate("so.example");
        private readonly SignerKey _witness = SignerKey.Generate("w.example", SignatureKind.Cosignature);

        public IReadOnlyList<string> LogKeys => [_log.Verifier.ToString()];

        public IReadOnlyList<(string Name, string Key)> Witnesses => [("Báo <Nhân chứng>", _witness.Verifier.ToString())];

        public string Policy => LogPolicy.Of(_log.Verifier, 1, _witness.Verifier).ToString();

        public void Dispose()
        {
            _log.Dispose();
            _witness.Dispose();
        }
    }
}

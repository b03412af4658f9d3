using System.Net;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using NodaTime;

namespace MinhBach.Tests.Shell;

/// <summary>Pages that everybody gets are rendered once; what one person gets is never given to another.</summary>
public sealed class PublicPageFacts
{
    [Theory, BothDatabases]
    public async Task A_public_page_is_served_from_memory_and_told_to_be_unchanged(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var first = await AskAsync(city, "/thu-tuc/1.001193");
        using var second = await AskAsync(city, "/thu-tuc/1.001193");
        using var third = await AskAsync(city, "/thu-tuc/1.001193", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var english = await AskAsync(city, "/thu-tuc/1.001193", ("Accept-Language", "en"));

        Assert.Null(first.Headers.Age);
        Assert.NotNull(second.Headers.Age);
        Assert.Equal(await BodyAsync(first), await BodyAsync(second));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Contains("default-src 'self'", second.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, third.StatusCode);
        Assert.Empty(await BodyAsync(third));
        Assert.Contains("<html lang=\"en\"", await BodyAsync(english), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("br;q=0, gzip")]
    [InlineData("zebra")]
    public async Task What_one_browser_can_unpack_is_never_given_to_another(string accepted)
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        using var odd = await AskAsync(city, "/kha-nang-tiep-can", ("Accept-Encoding", accepted));
        using var plain = await AskAsync(city, "/kha-nang-tiep-can");
        using var modern = await AskAsync(city, "/kha-nang-tiep-can", ("Accept-Encoding", "br"));

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Contains("<html", await BodyAsync(plain), StringComparison.Ordinal);
        Assert.Equal(["br"], modern.Content.Headers.ContentEncoding);
    }

    [Theory, BothDatabases]
    public async Task A_browser_that_has_the_page_is_told_so_also_when_it_has_to_be_rendered_again(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var first = await AskAsync(city, "/kha-nang-tiep-can");
        city.Clock.Advance(Duration.FromMinutes(5));

        using var later = await AskAsync(city, "/kha-nang-tiep-can", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, later.StatusCode);
        Assert.Empty(await BodyAsync(later));
    }

    [Theory, BothDatabases]
    public async Task A_change_is_seen_at_once(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var agency = city.Service<OrganizationLookup>().Current.Agencies[0];
        using var before = await AskAsync(city, "/co-quan/" + agency.Code);

        city.Service<OrganizationLookup>().Replace(new(city.Service<OrganizationLookup>().Current.Data.With(new OrganizationData { Agencies = [agency with { Name = "Sở Đổi Tên" }] })), demo: true);
        using var after = await AskAsync(city, "/co-quan/" + agency.Code);

        Assert.DoesNotContain("Sở Đổi Tên", await BodyAsync(before), StringComparison.Ordinal);
        Assert.Contains("Sở Đổi Tên", await BodyAsync(after), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_tracking_page_follows_every_step(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var dossier = await ward.SubmitAsync();
        var path = "/tra-cuu/" + dossier.Code;
        using var before = await AskAsync(city, path);

        await city.Service<ReceiveDossier>().RunAsync(dossier.Id, ward.As("mot-cua"));
        using var after = await AskAsync(city, path);

        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains("Hạn trả kết quả", await BodyAsync(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_the_page_of_somebody_who_is_signed_in()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        using var officer = await city.SignInAsync("mot-cua");
        var name = new Ward(city).As("mot-cua").Name;

        var own = await officer.GetAsync("/thu-tuc/1.001193");
        using var public1 = await AskAsync(city, "/thu-tuc/1.001193");
        using var public2 = await AskAsync(city, "/thu-tuc/1.001193");
        var still = await officer.GetAsync("/thu-tuc/1.001193");

        Assert.Contains(name, own.Document.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains(name, still.Document.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(name, await BodyAsync(public1), StringComparison.Ordinal);
        Assert.DoesNotContain(name, await BodyAsync(public2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_who_typed_the_secret_is_neither_kept_nor_compressed()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        var dossier = await new Ward(city).SubmitAsync();
        using var citizen = city.Visitor();
        citizen.Client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        using var form = new FormUrlEncodedContent([new("Secret", city.Service<TrackingSecrets>().Of(dossier.Id))]);

        using var full = await citizen.Client.PostAsync(new Uri("/tra-cuu/" + dossier.Code, UriKind.Relative), form, TestContext.Current.CancellationToken);
        using var progress = await AskAsync(city, "/tra-cuu/" + dossier.Code, ("Accept-Encoding", "br"));

        Assert.Contains("Nguyễn Thị Hồng Hạnh", await BodyAsync(full), StringComparison.Ordinal);
        Assert.True(full.Headers.CacheControl!.NoStore);
        Assert.Empty(full.Content.Headers.ContentEncoding);
        Assert.Equal(["br"], progress.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Origin", "null")]
    public async Task Another_site_cannot_send_the_form(string header, string value)
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        var dossier = await new Ward(city).SubmitAsync();
        using var victim = city.Visitor();
        victim.Client.DefaultRequestHeaders.Add(header, value);
        using var form = new FormUrlEncodedContent([new("Secret", city.Service<TrackingSecrets>().Of(dossier.Id))]);

        using var answer = await victim.Client.PostAsync(new Uri("/tra-cuu/" + dossier.Code, UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    // A browser without cookies.
    private static async Task<HttpResponseMessage> AskAsync(TestCity city, string path, params (string Name, string Value)[] headers)
    {
        using var visitor = city.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            if (name == "Accept-Language") visitor.Client.DefaultRequestHeaders.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> BodyAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}

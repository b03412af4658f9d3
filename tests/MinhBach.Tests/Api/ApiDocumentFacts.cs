using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Kernel;

namespace MinhBach.Tests.Api;

public sealed class ApiDocumentFacts
{
    [Fact]
    public async Task Every_endpoint_of_the_api_is_in_the_document_with_a_summary_and_its_answers()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        using var document = await DocumentAsync(city, "vi");

        Assert.StartsWith("3.1", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var operations = Operations(document).ToList();
        foreach (var (name, operation) in operations)
        {
            Assert.True(operation.TryGetProperty("summary", out var summary) && summary.GetString()!.Length > 3, name);
            Assert.True(operation.GetProperty("responses").EnumerateObject().Count() > 1, name);
            Assert.All(operation.GetProperty("responses").EnumerateObject(), answer => Assert.NotEqual("", answer.Value.GetProperty("description").GetString()));
        }

        var mapped = city.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Count(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal) == true && endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null);
        Assert.Equal(mapped, operations.Count);
        Assert.Equal(operations.Count, operations.Select(operation => operation.Operation.GetProperty("operationId").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Every_reference_of_the_document_leads_somewhere()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        using var document = await DocumentAsync(city, "vi");
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");

        Assert.All(References(document.RootElement), reference => Assert.True(schemas.TryGetProperty(reference["#/components/schemas/".Length..], out _), reference));
    }

    [Fact]
    public async Task Dossiers_and_figures_are_described_in_English_too()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        using var document = await DocumentAsync(city, "en");

        foreach (var (name, operation) in Operations(document).Where(operation => !operation.Name.Contains("procedures", StringComparison.Ordinal)))
        {
            var texts = new[] { "summary", "description" }.Select(key => operation.TryGetProperty(key, out var text) ? text.GetString()! : "");
            Assert.All(texts, text => Assert.False(text.Any(letter => letter is 'đ' or 'ồ' or 'ả' or 'ố' or 'ị' or 'ạ' or 'ế'), name + ": " + text));
        }
    }

    [Fact]
    public async Task People_read_it_as_a_page()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        using var visitor = city.Visitor();

        var page = await visitor.GetAsync("/api");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("/api/v1/dossiers/{code}", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tỷ lệ giải quyết đúng hạn", page.Text, StringComparison.Ordinal);
        Assert.Contains("applicant.name", page.Text, StringComparison.Ordinal);
    }

    private static async Task<JsonDocument> DocumentAsync(TestCity city, string language)
    {
        using var visitor = city.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/openapi.json");
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        request.Headers.Add("Accept-Language", language);
        using var answer = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonDocument document) =>
        document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(item => item.Name is "get" or "post" or "put" or "delete" or "patch").Select(item => (item.Name + " " + path.Name, item.Value)));

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(item =>
            item.Name == "$ref" && item.Value.ValueKind == JsonValueKind.String ? [item.Value.GetString()!] : References(item.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}

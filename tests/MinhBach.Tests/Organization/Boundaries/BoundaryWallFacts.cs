using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Organization.Boundaries;
using MinhBach.Testing;
using NetTopologySuite.Geometries;

namespace MinhBach.Tests.Organization.Boundaries;

public sealed class BoundaryWallFacts
{
    private const string Published = "admin-units/hanoi-geojson.tar.gz";
    private const string File = "/theo-doi/man-hinh/ranh-gioi.json";
    private const string Square = """{ "type": "Polygon", "coordinates": [[[105.8, 21], [105.9, 21], [105.9, 21.1], [105.8, 21.1], [105.8, 21]]] }""";

    [Theory, BothDatabases]
    public async Task The_published_areas_are_those_of_all_126_and_a_phone_bears_them(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var visitor = city.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Client.GetAsync(new Uri(File, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);

        var result = await city.Service<ImportBoundaries>().RunAsync(await PublishedAsync(), Actor.System, cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(result.Problems);
        Assert.Equal((126, 126, 126), (result.Features, result.Taken, result.Standing));
        var page = await visitor.GetAsync("/theo-doi/man-hinh");
        var address = page.Document.QuerySelector("[data-source]")!.GetAttribute("data-source")!;
        using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.CacheControl!.MaxAge > TimeSpan.FromDays(300));
        Assert.NotNull(answer.Headers.ETag);
        var content = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(Compressed(content), 20_000, 400_000);
        using var file = JsonDocument.Parse(content);
        var areas = file.RootElement.GetProperty("features").EnumerateArray().Select(feature => AreaText.Read(feature.GetProperty("geometry"))).ToList();
        Assert.Equal(126, areas.Count);
        // 3,359.8 square kilometres; a degree here is about 110.7 by 103.9 kilometres.
        Assert.InRange(areas.Sum(area => area.Area) * 110.7 * 103.9, 3_300, 3_420);
        Assert.All(areas, area => Assert.True(area.IsValid));
    }

    [Fact]
    public void Neighbours_keep_the_border_they_share()
    {
        var (left, right) = (AreaText.Read(Area("[0,0],[1,0],[1.01,0.3],[0.99,0.6],[1,1],[0,1],[0,0]")), AreaText.Read(Area("[1,0],[2,0],[2,1],[1,1],[0.99,0.6],[1.01,0.3],[1,0]")));
        foreach (var tolerance in new[] { 0.001, 0.5 })
        {
            var simple = new SharedBorders([left, right]).Simplified(tolerance);
            Assert.Equal(0, simple[0].Intersection(simple[1]).Area, 12);
            Assert.Equal(2, simple[0].Union(simple[1]).Area, 1);
            Assert.IsType<Polygon>(simple[0].Union(simple[1]));
        }
    }

    [Theory, BothDatabases]
    public async Task Doubtful_features_are_told_one_by_one_and_the_rest_is_taken(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var text = $$"""
            { "type": "FeatureCollection", "features": [
              { "type": "Feature", "properties": { "code": "00004" }, "geometry": {{Square}} },
              { "type": "Feature", "properties": { "ten": "Phường Hoàn Kiếm" }, "geometry": {{Square}} },
              { "type": "Feature", "properties": { "code": "00004" }, "geometry": {{Square}} },
              { "type": "Feature", "properties": { "code": "99999", "name": "Lạ" }, "geometry": {{Square}} },
              { "type": "Feature", "properties": { "code": "00008" }, "geometry": { "type": "Point", "coordinates": [105.8, 21] } },
              { "type": "Feature", "properties": { "code": "00025" }, "geometry": {{Area("[580000,2300000],[590000,2300000],[590000,2310000],[580000,2300000]")}} },
              { "type": "Feature", "properties": { "code": "00082" }, "geometry": null },
              { "type": "Feature", "properties": null, "geometry": {{Area("[105,21],[106,21],[106,22],[105,22]")}} }
            ] }
            """;

        var result = await city.Service<ImportBoundaries>().RunAsync([("thử.geojson", Encoding.UTF8.GetBytes(text))], Actor.System, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((8, 2, 126), (result.Features, result.Taken, result.Standing));
        Assert.Equal(6 + 124, result.Problems.Count);
        foreach (var (place, why) in new[] { (3, "đã có ranh giới"), (4, "không có phường, xã nào"), (5, "không phải Polygon"), (6, "nằm ngoài thế giới"), (7, "không phải Polygon"), (8, "không có phường, xã nào") })
            Assert.Contains(result.Problems, problem => problem.StartsWith($"thử.geojson, đối tượng {place}", StringComparison.Ordinal) && problem.Contains(why, StringComparison.Ordinal));
        Assert.Equal(2, city.Service<BoundaryMap>().Current.Count);
    }

    [Theory]
    [InlineData("không", "không phải JSON")]
    [InlineData("{}", "không phải GeoJSON")]
    [InlineData("""{ "type": "FeatureCollection", "features": [] }""", "không có đối tượng nào")]
    public void A_file_that_is_none_says_so(string text, string why)
    {
        var error = Assert.Throws<FormatException>(() => BoundaryFeature.Read("thử.geojson", Encoding.UTF8.GetBytes(text), null, null));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    private static string Area(string ring) => $$"""{ "type": "Polygon", "coordinates": [[{{ring}}]] }""";

    private static long Compressed(byte[] content)
    {
        using var counted = new MemoryStream();
        using (var packer = new GZipStream(counted, CompressionLevel.Fastest, leaveOpen: true)) packer.Write(content);
        return counted.Length;
    }

    private static async Task<List<(string Name, ReadOnlyMemory<byte> Content)>> PublishedAsync()
    {
        await using var packed = System.IO.File.OpenRead(SharedData.Find(Published));
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        await using var archive = new TarReader(unpacked);
        var files = new List<(string, ReadOnlyMemory<byte>)>();
        while (await archive.GetNextEntryAsync(cancellationToken: TestContext.Current.CancellationToken) is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.Contains("/wards/", StringComparison.Ordinal)) continue;
            using var content = new MemoryStream();
            await entry.DataStream.CopyToAsync(content, TestContext.Current.CancellationToken);
            files.Add((Path.GetFileName(entry.Name), content.ToArray()));
        }

        return files;
    }
}

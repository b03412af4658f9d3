using System.Text;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Organization.Import;
using MinhBach.Testing;

namespace MinhBach.Tests.Organization;

public sealed class ImportUnitsFacts
{
    private const string Published = "admin-units/full_json_generated_data_vn_units_2026-07-25__20_49_07.json";

    [Theory, BothDatabases]
    public async Task The_published_wards_and_communes_are_those_of_the_starter(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await using var file = File.OpenRead(SharedData.Find(Published));
        var result = await city.Service<ImportUnits>().RunAsync(file, Path.GetFileName(Published), Actor.System, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((0, 0, 126), (result.Added, result.Renamed, result.Unchanged));
        Assert.Empty(result.Problems);
    }

    [Theory, BothDatabases]
    public async Task An_empty_city_gets_all_communes_with_their_units_and_a_second_run_changes_nothing(DatabaseKind kind)
    {
        await using var city = await TestCity.StartEmptyAsync(kind, demo: false);
        foreach (var expected in new[] { (126, 0, 0), (0, 0, 126) })
        {
            await using var file = File.OpenRead(SharedData.Find(Published));
            var result = await city.Service<ImportUnits>().RunAsync(file, Path.GetFileName(Published), Actor.System, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(expected, (result.Added, result.Renamed, result.Unchanged));
        }

        var map = city.Service<OrganizationLookup>().Current;
        Assert.Equal(126 * 7, map.Data.Units.Count);
        Assert.Equal(126, map.Agencies.Select(agency => agency.Identifier).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, BothDatabases]
    public async Task Changes_are_taken_over_and_doubtful_lines_listed(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        const string Text = """
            [{ "Code": "01", "Wards": [
              { "Code": "00004", "Name": "Ba Đình", "AdministrativeUnitShortName": "Phường" },
              { "Code": "00376", "Name": "Sóc Sơn", "AdministrativeUnitShortName": "Phường" },
              { "Code": "99999", "Name": "Mới", "AdministrativeUnitShortName": "Xã" },
              { "Code": "12", "Name": "Hỏng", "AdministrativeUnitShortName": "Xã" },
              { "Code": "00005", "Name": "", "AdministrativeUnitShortName": "Xã" },
              { "Code": "00006", "Name": "Lạ", "AdministrativeUnitShortName": "Huyện" }
            ] }]
            """;
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(Text));
        var result = await city.Service<ImportUnits>().RunAsync(file, "thử.json", Actor.System, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((1, 1, 1), (result.Added, result.Renamed, result.Unchanged));
        Assert.Contains("Mục 4: mã “12” không phải 5 chữ số.", result.Problems);
        Assert.Equal(3 + 124, result.Problems.Count);
        var map = city.Service<OrganizationLookup>().Current;
        Assert.Equal("UBND phường Sóc Sơn", map.AgencyByCode("00376")!.Name);
        Assert.Equal("UBND xã Sóc Sơn", map.AgencyByCode("00376")!.NameOn(new(2026, 1, 1)));
        Assert.Equal(7, map.UnitsOf(map.AgencyByCode("99999")!.Id).Count());
    }

    [Fact]
    public void A_broken_file_says_where_it_is_broken()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("[{\n \"Code\": \"01\", oops"));
        var error = Assert.Throws<FormatException>(() => UnitsFile.Read(file, "01"));
        Assert.Contains("dòng 2", error.Message, StringComparison.Ordinal);
    }
}

using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Organization.Starter;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.Tests.Organization;

public sealed class SeederFacts
{
    private static readonly LocalDate Today = new(2026, 11, 17);

    [Theory, BothDatabases]
    public async Task The_starter_organisation_survives_a_restart(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        var map = city.Service<OrganizationLookup>().Current;

        Assert.Equal(126, map.Agencies.Count(agency => agency.Level == AgencyLevel.Commune));
        Assert.Equal(51, map.Agencies.Count(agency => agency.Name.StartsWith("UBND phường", StringComparison.Ordinal)));
        var ward = map.AgencyByCode("00004")!;
        Assert.Equal("UBND phường Ba Đình", ward.Name);
        Assert.Equal("UBND Thành phố", map.Agency(ward.Parent!.Value).Name.Replace("Ủy ban nhân dân", "UBND", StringComparison.Ordinal)[..14]);
        Assert.Equal("Điểm phục vụ hành chính công", map.UnitFor(ward.Id, UnitRules.OneStop, null, Today)!.Name);
        Assert.Equal("Văn phòng HĐND và UBND", map.UnitFor(ward.Id, UnitRules.ProcessingUnit, "Hộ tịch", Today)!.Name);
        Assert.Equal("Phòng Kinh tế, Hạ tầng và Đô thị", map.UnitFor(ward.Id, UnitRules.ProcessingUnit, "Đất đai", Today)!.Name);
        Assert.Equal("Lãnh đạo UBND", map.UnitFor(ward.Id, UnitRules.Leadership, null, Today)!.Name);
        Assert.All(map.Data.Posts, post => Assert.NotNull(map.HolderOf(post.Id, Today)));
        Assert.Equal(map.Agencies.Count, map.Agencies.Select(agency => agency.Identifier).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, BothDatabases]
    public async Task Seeding_twice_changes_nothing(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        var before = city.Service<OrganizationLookup>().Current;

        Assert.False(await city.Service<OrganizationSeeder>().SeedAsync(null, demo: true, TestContext.Current.CancellationToken));
        Assert.Same(before, city.Service<OrganizationLookup>().Current);
    }

    [Theory, BothDatabases]
    public async Task A_real_installation_begins_with_vacant_posts(DatabaseKind kind)
    {
        await using var city = await TestCity.StartEmptyAsync(kind, demo: false);

        Assert.True(await city.Service<OrganizationSeeder>().SeedAsync(null, demo: false, TestContext.Current.CancellationToken));

        var lookup = city.Service<OrganizationLookup>();
        Assert.False(lookup.IsDemo);
        Assert.NotEmpty(lookup.Current.Data.Posts);
        Assert.Empty(lookup.Current.Data.People);
    }

    [Fact]
    public void Every_field_of_the_national_catalogue_has_a_department()
    {
        var path = SharedData.Find("procedures/national-2026/tthc_index.csv");
        using var reader = new Microsoft.VisualBasic.FileIO.TextFieldParser(path) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var column = Array.IndexOf(reader.ReadFields()!, "linh_vuc");
        var fields = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadFields() is { } row) fields.Add(row[column]);
        var map = new OrganizationMap(new StarterPlan(StarterFile.Hanoi(), Counter(), null).Lay(StarterFile.Communes()));

        Assert.True(fields.Count > 130);
        Assert.Empty(fields.Where(field => map.DepartmentFor(field) is null));
        Assert.Equal("Bộ Tư lệnh Thủ đô Hà Nội", map.DepartmentFor("Nghĩa vụ quân sự")!.Name);
    }

    private static Func<long> Counter()
    {
        var last = 0L;
        return () => ++last;
    }
}

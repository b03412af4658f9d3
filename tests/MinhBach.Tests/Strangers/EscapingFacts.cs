using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;

namespace MinhBach.Tests.Strangers;

/// <summary>Names that are HTML are shown as the letters they are, on every page that shows a dossier.</summary>
public sealed class EscapingFacts
{
    private const string Name = "<script>alert('ten')</script><img src=x onerror=alert(1)>\"'&</td></textarea>";

    [Fact]
    public async Task A_name_made_of_markup_is_shown_as_letters_to_everybody()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        var filed = await FileAsync(city);
        var secret = city.Service<TrackingSecrets>().Of(filed.Id);
        var shown = 0;
        foreach (var person in (string[])["", "mot-cua", "chuyen-vien", "lanh-dao", "van-thu", "quan-tri"])
        {
            using var visitor = person.Length == 0 ? city.Visitor() : await city.SignInAsync(person);
            if (person.Length == 0) await visitor.SubmitAsync(await visitor.GetAsync("/tra-cuu/" + filed.Code), "Xem toàn bộ hồ sơ", ("Mã tra cứu", secret));
            var paths = CityEndpoints.Of(city).Where(pattern => pattern.Parameters.All(parameter => parameter.Name == "code"))
                .Select(pattern => CityEndpoints.Fill(pattern, filed.Code)).Concat(["/viec?the=don-vi", "/viec?the=co-quan"]);
            foreach (var path in paths.Where(path => !path.Contains("/api", StringComparison.Ordinal)))
            {
                var page = await visitor.GetAsync(path);
                Assert.Empty(page.Document.QuerySelectorAll("[onerror], img[src=x]").Select(_ => path));
                Assert.DoesNotContain(page.Document.Scripts, script => script.Text.Contains("alert(", StringComparison.Ordinal));
                if (page.Document.DocumentElement.TextContent.Contains("alert('ten')", StringComparison.Ordinal)) shown++;
            }
        }

        Assert.True(shown > 1, $"The name was shown on {shown} pages only.");
    }

    private static async Task<DossierChange> FileAsync(TestCity city)
    {
        var ward = city.Service<MinhBach.Organization.OrganizationLookup>().Current.AgencyByCode("00004")!;
        var procedure = city.Service<ProcedureCatalog>().TryFind("1.001193", city.Service<TimeProvider>().Today())!;
        var filed = await city.Service<SubmitDossier>().RunAsync(
            new()
            {
                Version = procedure.Id,
                CaseKey = procedure.Cases[0].Key,
                Agency = ward.Id,
                Channel = Channel.Online,
                Applicant = new(ApplicantKind.Enterprise, Name, Phone: Name, Email: Name, Address: Name, OrganizationName: Name, TaxCode: Name, Representative: Name),
                Answers = procedure.Form.Sections.SelectMany(section => section.Fields).ToDictionary(field => field.Key, _ => Name, StringComparer.Ordinal),
                Papers = [new("giay", Name, PaperForm.Original)],
            },
            Story.Citizen);
        return filed;
    }
}

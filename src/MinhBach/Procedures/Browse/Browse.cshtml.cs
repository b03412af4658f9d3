using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Procedures.Search;
using MinhBach.Shell;

namespace MinhBach.Procedures.Browse;

/// <summary>Search and filters over the catalogue.</summary>
[OutputCache(PolicyName = PublicPage.Kept)]
public sealed class BrowsePage(ProcedureSearch search, Words words) : PageModel
{
    private const int PageSize = 20;
    private const int LongestQuery = 200;
    private const int MostAgencies = 60;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "linh-vuc")]
    public string? Field { get; set; }

    [BindProperty(SupportsGet = true, Name = "cap")]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true, Name = "doi-tuong")]
    public string? For { get; set; }

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public string? PageText { get; set; }

    public new int Page { get; private set; } = 1;

    public int Pages => Math.Max(1, (Answer.Total + PageSize - 1) / PageSize);

    public SearchAnswer Answer { get; private set; } = new(0, [], [], [], [], []);

    public IEnumerable<Choice> FieldChoices => Answer.Fields.Select(one => Choice(one.Value, one.Value, one.Count));

    public IEnumerable<Choice> LevelChoices => Answer.Levels.Select(one => Choice(one.Value.ToString(), ProcedureWords.Of(words, one.Value), one.Count));

    public IEnumerable<Choice> AudienceChoices => Answer.Audiences.Select(one => Choice(one.Value.ToString(), ProcedureWords.Of(words, one.Value), one.Count));

    public IEnumerable<Choice> AgencyChoices => Answer.Agencies.Take(MostAgencies).Select(one => Choice(one.Value, one.Value, one.Count));

    public void OnGet()
    {
        Q = Q?.Length > LongestQuery ? Q[..LongestQuery] : Q;
        Page = int.TryParse(PageText, out var page) && page is > 0 and < 100_000 ? page : 1;
        Answer = search.Find(new SearchRequest(
            Q,
            Said(Field),
            Enum.TryParse<ProcedureLevel>(Level, out var level) ? level : null,
            Enum.TryParse<Audience>(For, out var audience) ? audience : null,
            Said(Agency),
            (Page - 1) * PageSize,
            PageSize));
    }

    /// <summary>The link to another page of the same answer; null where there is none.</summary>
    public string? Link(int page) => page < 1 || page > Pages || page == Page ? null : QueryString.Create(
        new Dictionary<string, string?>
        {
            ["q"] = Q,
            ["linh-vuc"] = Field,
            ["cap"] = Level,
            ["doi-tuong"] = For,
            ["co-quan"] = Agency,
            ["trang"] = page.ToString(System.Globalization.CultureInfo.InvariantCulture),
        }.Where(pair => !string.IsNullOrEmpty(pair.Value))).ToUriComponent() is var query ? "/thu-tuc" + query : null;

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private Choice Choice(string value, string text, int count) => new(value, $"{text} ({words.Number(count)})");
}

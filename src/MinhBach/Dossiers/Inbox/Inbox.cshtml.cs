using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Dossiers;

[Authorize(Policies.Work)]
internal sealed class InboxModel(
    InboxQuery inbox, BulkWork bulk, ClaimStep claim, HandOverStep handOver, CurrentUser user, OrganizationLookup organization,
    ProcedureCatalog catalog, CityCalendars calendars, TimeProvider clock, Words words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "the")]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "thu-tuc")]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public DossierStatus? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "kenh")]
    public Channel? Channel { get; set; }

    [BindProperty(SupportsGet = true, Name = "buoc")]
    public string? Step { get; set; }

    [BindProperty(SupportsGet = true, Name = "han")]
    public DueWindow? Due { get; set; }

    [BindProperty(SupportsGet = true, Name = "so")]
    public int? Size { get; set; }

    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    /// <summary>Ticked rows, as “dossier:step”.</summary>
    [BindProperty(Name = "chon")]
    public List<string> Ticked { get; set; } = [];

    [BindProperty(Name = "giao")]
    public string? To { get; set; }

    [BindProperty(Name = "ly-do")]
    public string? Reason { get; set; }

    public InboxTab Chosen { get; private set; }

    public InboxPage List { get; private set; } = null!;

    public BulkResult? Result { get; private set; }

    public Instant Now => clock.Now();

    public bool HasAgencyTab => user.Scope.WholeCity || user.Scope.Agencies.Count > 0;

    public IReadOnlyList<Choice> Receivers =>
        user.Agency is { } agency ? Receiver.In(organization.Current, agency, user.Unit, clock.Today(), words) : [];

    public IReadOnlyList<Choice> Procedures => [.. catalog.All.Where(item => List.Options.Procedures.Contains(item.ProcedureId.Value)).OrderBy(item => item.Name, StringComparer.Ordinal).Select(item => new Choice(item.Code, item.Name))];

    public static string Slug(InboxTab tab) => tab switch
    {
        InboxTab.Mine => "cua-toi",
        InboxTab.Unit => "don-vi",
        InboxTab.Agency => "co-quan",
        InboxTab.Watching => "theo-doi",
        InboxTab.Done => "da-xong",
    };

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostClaimAsync(CancellationToken cancellation)
    {
        if (AnythingTicked()) Result = await bulk.RunAsync(Ticked, row => claim.RunAsync(row.Dossier, row.Task, user.Actor!));
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken cancellation)
    {
        if (AnythingTicked())
        {
            if (Receiver.Read(To) is { } to && organization.Current.FindUnit(to.Unit) is not null)
            {
                var name = to.Person is { } person ? organization.Current.FindPerson(person)?.Name : null;
                Result = await bulk.RunAsync(Ticked, row => handOver.RunAsync(row.Dossier, row.Task, to.Unit.Value, name is null ? null : to.Person?.Value, name, Reason, user.Actor!));
            }
            else
            {
                ModelState.AddModelError("giao", words["Chọn người hoặc đơn vị nhận việc."]);
            }
        }

        return await ShowAsync(cancellation);
    }

    public TimeLeft Left(InboxRow row) => TimeLeft.Of(words, calendars.For(new AgencyId(row.Agency)), Now, row.DueAt);

    public string NameOf(InboxRow row) => catalog.Version(new(row.Version)).Name;

    public string? Holder(InboxRow row) =>
        row.PersonName ?? (row.Unit is { } unit && organization.Current.FindUnit(new(unit)) is { } found ? words["{0}, chưa ai nhận", found.Name] : null);

    /// <summary>This list with some of its choices changed; a change of pile or filter starts at the top again.</summary>
    public string Address(InboxTab? tab = null, string? after = null)
    {
        var query = new QueryBuilder { { "the", Slug(tab ?? Chosen) } };
        if (tab is null)
        {
            foreach (var (key, value) in new[]
            {
                ("tim", Text), ("thu-tuc", Procedure), ("trang-thai", Status?.ToString()), ("kenh", Channel?.ToString()), ("buoc", Step), ("han", Due?.ToString()),
                ("so", Size?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            })
            {
                if (!string.IsNullOrEmpty(value)) query.Add(key, value);
            }
        }

        if (after is not null) query.Add("sau", after);
        return "/viec" + query.ToQueryString();
    }

    private bool AnythingTicked()
    {
        if (Ticked.Count is > 0 and <= BulkWork.Limit) return true;
        ModelState.AddModelError("", Ticked.Count == 0 ? words["Chọn ít nhất một việc."] : words["Mỗi lần chọn tối đa {0} việc.", BulkWork.Limit]);
        return false;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        Chosen = Enum.GetValues<InboxTab>().FirstOrDefault(tab => Slug(tab) == Tab);
        long? procedure = string.IsNullOrWhiteSpace(Procedure) ? null : catalog.Versions(Procedure).Select(item => item.ProcedureId.Value).FirstOrDefault(-1);
        var filter = new InboxFilter(Chosen, Text, procedure, Status, Channel, Step, Due);
        List = await inbox.PageAsync(filter, InboxCursor.Read(After), Math.Clamp(Size ?? InboxQuery.PageSize, 1, InboxQuery.MaxPageSize), cancellation);
        return Page();
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MinhBach.Organization.Edit;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Organization.Admin;

internal sealed class EditUnitModel(
    OrganizationLookup organization, ICurrentActor user, TimeProvider clock, Words words, ChangeUnit change, CloseUnit close, AddPost addPost)
    : EditPage(organization, user, clock, words)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty, StringLength(200)]
    public string? Name { get; set; }

    [BindProperty]
    public LocalDate? From { get; set; }

    [BindProperty]
    public string? Fields { get; set; }

    [BindProperty, StringLength(30)]
    public string? Phone { get; set; }

    public Unit Stored => Map.Unit(new(Id));

    public IReadOnlyList<Post> Posts => [.. Map.PostsOf(new UnitId(Id), Today)];

    public IReadOnlyList<Choice> Roles => [.. Enum.GetValues<PostRole>().Select(role => new Choice(role.ToString(), Words.Name(role)))];

    public IActionResult OnGet() => Map.FindUnit(new(Id)) is null ? NotFound() : Shown();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Map.FindUnit(new(Id)) is null) return NotFound();
        var done = await TryAsync(() => change.RunAsync(
            new() { Unit = new(Id), Revision = Revision, Name = Name ?? "", From = From ?? Today, Phone = OrNull(Phone), Fields = Lines(Fields) }, Actor, cancellation), nameof(Name));
        return done ? Done(Href, Words["Đã lưu."]) : Page();
    }

    public async Task<IActionResult> OnPostPostAsync(string? postName, PostRole role, LocalDate? postFrom, CancellationToken cancellation)
    {
        if (Map.FindUnit(new(Id)) is null) return NotFound();
        var done = await TryAsync(() => addPost.RunAsync(new(new(Id), postName ?? "", role, postFrom ?? Today), Actor, cancellation), "PostName");
        return done ? Done(Href, Words["Đã thêm vị trí."]) : Shown();
    }

    public async Task<IActionResult> OnPostCloseAsync(LocalDate? lastDay, string? reason, CancellationToken cancellation)
    {
        if (Map.FindUnit(new(Id)) is null) return NotFound();
        if (lastDay is null) ModelState.AddModelError("LastDay", Words["Nhập ngày hoạt động cuối cùng"]);
        var done = await TryAsync(() => close.RunAsync(new(new(Id), Revision, lastDay!.Value, reason ?? ""), Actor, cancellation), "Reason");
        return done ? Done("/quan-tri/co-quan/" + Stored.Agency, Words["Đã ghi ngày kết thúc của đơn vị."]) : Shown();
    }

    private string Href => "/quan-tri/co-quan/don-vi/" + Stored.Id;

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Shown()
    {
        (Name, Phone, Fields, From) = (Stored.Name, Stored.Phone, string.Join('\n', Stored.Fields), Today);
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using MinhBach.Organization.Edit;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Organization.Admin;

internal sealed class EditPostModel(
    OrganizationLookup organization, ICurrentActor user, TimeProvider clock, Words words,
    AppointPerson appoint, EndHolding end, DelegatePost lend, EndDelegation giveBack)
    : EditPage(organization, user, clock, words)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Post Post => Map.Post(new(Id));

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<DelegationKind>().Select(kind => new Choice(kind.ToString(), Words.Name(kind)))];

    public IReadOnlyList<Choice> Colleagues
    {
        get
        {
            var agency = Map.Unit(Post.Unit).Agency;
            return
            [
                .. Map.UnitsOf(agency, Today).SelectMany(unit => Map.PostsOf(unit.Id, Today)).Where(post => post.Id != Post.Id)
                    .Select(post => (post, holder: Map.HolderOf(post.Id, Today))).Where(pair => pair.holder is not null)
                    .Select(pair => new Choice(pair.holder!.Id.ToString(), $"{pair.holder.Name} ({pair.post.Name})")).DistinctBy(choice => choice.Value),
            ];
        }
    }

    public IActionResult OnGet() => Map.FindPost(new(Id)) is null ? NotFound() : Page();

    public Task<IActionResult> OnPostAppointAsync(string? personName, string? phone, string? email, LocalDate? appointFrom, string? basis, CancellationToken cancellation) =>
        ChangeAsync("PersonName", Words["Đã bổ nhiệm."], () => appoint.RunAsync(
            new() { Post = new(Id), NewPersonName = personName, Phone = OrNull(phone), Email = OrNull(email), From = appointFrom ?? Today, Basis = basis ?? "" },
            Actor, cancellation));

    public Task<IActionResult> OnPostEndAsync(long person, LocalDate? lastDay, string? endReason, CancellationToken cancellation) =>
        ChangeAsync("EndReason", Words["Đã ghi nhận."], () => end.RunAsync(new(new(Id), new(person), lastDay ?? Today, endReason ?? ""), Actor, cancellation));

    public Task<IActionResult> OnPostLendAsync(long? to, DelegationKind kind, LocalDate? lendFrom, LocalDate? until, string? lendReason, CancellationToken cancellation)
    {
        if (to is null) ModelState.AddModelError("To", Words["Chọn người được giao"]);
        return ChangeAsync("LendReason", Words["Đã giao quyền."], () => lend.RunAsync(
            new(new(Id), new(to!.Value), kind, lendFrom ?? Today, until, lendReason ?? ""), Actor, cancellation));
    }

    public Task<IActionResult> OnPostReturnAsync(long delegation, LocalDate? returnOn, string? returnReason, CancellationToken cancellation) =>
        ChangeAsync("", Words["Đã chấm dứt việc giao quyền."], () => giveBack.RunAsync(new(delegation, returnOn ?? Today, returnReason ?? ""), Actor, cancellation));

    private async Task<IActionResult> ChangeAsync(string field, string said, Func<Task> change)
    {
        if (Map.FindPost(new(Id)) is null) return NotFound();
        return await TryAsync(change, field) ? Done("/quan-tri/co-quan/vi-tri/" + Post.Id, said) : Page();
    }
}

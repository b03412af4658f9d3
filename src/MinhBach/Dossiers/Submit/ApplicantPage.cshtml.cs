using Microsoft.AspNetCore.Mvc;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>Who applies, and whether somebody else fills it in for them.</summary>
internal sealed class ApplicantPageModel(DraftDesk desk) : DraftPage(desk)
{
    public override string Slug => DraftSteps.Applicant;

    [BindProperty]
    public ApplicantKind? Kind { get; set; }

    [BindProperty]
    public string? By { get; set; }

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<ApplicantKind>().Select(kind => new Choice(kind.ToString(), Words.ApplicantKind(kind)))];

    public IReadOnlyList<Choice> Bys =>
    [
        new("self", Words["Tôi nộp cho chính mình, hoặc tôi là người đại diện theo pháp luật"]),
        new("proxy", Words["Tôi nộp thay theo ủy quyền"], Words["Trang sau sẽ hỏi thông tin của bạn và giấy ủy quyền."]),
    ];

    public void OnGet()
    {
        Kind = Draft.Kind;
        By = Draft.Kind is null ? null : Draft.ByProxy ? "proxy" : "self";
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Kind is null || !Enum.IsDefined(Kind.Value)) Wrong(nameof(Kind), "Chọn ai là người đề nghị.");
        if (By is not ("self" or "proxy")) Wrong(nameof(By), "Chọn bạn nộp cho mình hay nộp thay.");
        if (!ModelState.IsValid) return Page();
        return await KeepAsync(draft => draft with { Kind = Kind, ByProxy = By == "proxy", Proxy = By == "proxy" ? draft.Proxy : null });
    }
}

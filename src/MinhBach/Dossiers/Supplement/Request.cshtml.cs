using Microsoft.AspNetCore.Mvc;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

internal sealed class RequestModel(DossierRoom room, RequestSupplement request) : ActionPage(room)
{
    [BindProperty]
    public List<string> Items { get; set; } = [];

    /// <summary>Further needs, one a line.</summary>
    [BindProperty]
    public string? More { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public override DossierAction Action => DossierAction.RequestSupplement;

    public IReadOnlyList<Choice> Papers => [.. Dossier.Case.Papers.Select(paper => paper.Name).Distinct(StringComparer.Ordinal)
        .Select(name => new Choice(name, name, Dossier.Papers.Any(has => has.Name == name) ? Words["Đã nộp; chọn nếu phải nộp lại"] : null))];

    protected override string Next => $"/ho-so/{Dossier.Code}/giay/{SlipKind.Supplement.Slug()}";

    protected override void Check()
    {
        if (Needs.Count == 0) ModelState.AddModelError(nameof(Items), Words["Chọn hoặc ghi ít nhất một giấy tờ còn thiếu."]);
        RequireText(nameof(Reason), Reason, Words["Nêu lý do yêu cầu bổ sung."]);
    }

    protected override Task ActAsync() => request.RunAsync(Dossier.Id, Needs, Reason!, Actor, Revision);

    private List<string> Needs => [.. Items, .. (More ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
